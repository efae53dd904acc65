// How fresh a page is, in words: the link as watch.js tells it.
import { setText } from './dom.js';

const LOOKS = { live: 'live', late: 'late', offline: 'late', stale: 'late', closed: 'lost' };
const WORDS = { live: 'campaign-live', late: 'campaign-late', offline: 'campaign-offline', stale: 'campaign-late', closed: 'campaign-offline' };

/** Nothing is said before the first word from the server: the page is right as it is. */
export function showLink(element, { state }, messages) {
  if (!element || !LOOKS[state]) return;
  element.className = `ec-state ec-state--${LOOKS[state]}`;
  setText(element, messages.say(WORDS[state]));
}
