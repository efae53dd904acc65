// One sentence for screen readers every half minute at most, instead of a word for each edit.
import { setText } from '../dom.js';

const PAUSE_MILLIS = 30_000;

/** By the totals: what frames left out since the lists have no room for it is counted, too. */
export function createSummary(element, messages) {
  let said = null;
  let now = null;
  let saidAt = 0;

  return {
    update({ edits, participants }) {
      now = { edits, participants };
      said ??= now;
    },
    tick(at) {
      if (said === null || at - saidAt < PAUSE_MILLIS) return;
      const [edits, people] = [now.edits - said.edits, now.participants - said.participants].map((more) => Math.max(0, more));
      if (edits + people === 0) return;
      setText(element, messages.say('live-summary', edits, people));
      [said, saidAt] = [now, at];
    },
  };
}
