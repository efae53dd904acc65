// How fresh a page is, in words, with the look of the dot before them.
import { setText } from './dom.js';
import { freshness, messageKey } from './freshness.js';
import { moment } from './times.js';

const PUBLIC_KEYS = {
  live: 'campaign-live', late: 'campaign-late', offline: 'campaign-offline', stale: 'campaign-late', closed: 'campaign-closed',
};

/** Times are on the viewer's clock. `own`: the page's message for a word of the link. */
export function showLink(element, link, { final = false, now, own, messages }) {
  const { look, word, at } = freshness(link, final);
  element.className = `ec-state ec-state--${look}`;
  setText(element, messages.say(messageKey(word, own), at === null ? '' : moment(messages.language, at, now)));
}

/** On public pages nothing is said before the first word from the server: the page is right as it is. */
export function showPublicLink(element, link, { final = false, now, messages }) {
  if (!element || freshness(link, final).word === 'connecting') return;
  showLink(element, link, { final, now, own: (word) => PUBLIC_KEYS[word], messages });
}
