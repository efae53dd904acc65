// One sentence for screen readers every half minute at most, instead of a word for each edit.
import { setText } from '../dom.js';

const PAUSE_MILLIS = 30_000;

export function createSummary(element, messages) {
  let edits = 0;
  let people = 0;
  let saidAt = 0;

  return {
    add(news) {
      edits += news.filter(({ kind }) => kind === 'contributed').length;
      people += news.filter(({ kind }) => kind === 'joined').length;
    },
    tick(now) {
      if (edits + people === 0 || now - saidAt < PAUSE_MILLIS) return;
      setText(element, messages.say('live-summary', edits, people));
      [edits, people, saidAt] = [0, 0, now];
    },
  };
}
