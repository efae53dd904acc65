// How fresh a page is: its link to the server, and the source of edits as the server has it. Pure; the same for all pages.

const LOOKS = { connecting: 'late', late: 'late', offline: 'late', stale: 'late', closed: 'lost' };

/** Whether new edits arrive here within seconds: only then may a page say "Live". */
export function isLive({ state, source }) {
  return state === 'live' && source?.state === 'live';
}

/**
 * {look, word, at} of a link as watch.js has it. `look` of the dot: live, late or lost. `word`: that of the link
 * (connecting, live, late, offline, stale, closed), or of the source when only the source is not live
 * (source-catching_up, source-late, source-away; source-none when nobody ever read it). `at`: up to when the source is
 * exact, in ms, or null. `final`: no edit moves the figures any more, and nothing is said of the source.
 */
export function freshness(link, final = false) {
  if (link.state !== 'live') return { look: LOOKS[link.state], word: link.state, at: null };
  if (isLive(link) || final) return { look: 'live', word: 'live', at: null };
  if (!link.source) return { look: LOOKS.connecting, word: 'connecting', at: null };
  const { state, upTo } = link.source;
  return { look: 'late', word: upTo === null ? 'source-none' : `source-${state}`, at: upTo };
}

/** The message of a word: what is said of the source is the same on all pages; `own` names the page's for the link. */
export function messageKey(word, own) {
  return word.startsWith('source-') ? `campaign-${word}` : own(word);
}

/** Whether no edit moves the figures of an event any more, by the status of its state: [status, when it ends, final since]. */
export function isFinal(status) {
  return status !== undefined && (status[0] === 'cancelled' || Boolean(status[2]));
}
