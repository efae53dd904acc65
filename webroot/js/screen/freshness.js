// How fresh the picture is, in the words of the room screen. Pure: the link as watch.js has it becomes a colour and a message.
import { freshness, messageKey } from '../freshness.js';

const SAY_SINCE_MILLIS = 60_000;
const FORGET_NAMES_MILLIS = 30_000;
const CALM = {
  upcoming: { mark: 'ended', key: 'live-screen-soon' },
  ongoing: { mark: 'live', key: 'live-screen-live' },
  past: { mark: 'ended', key: 'ending' },
  cancelled: { mark: 'ended', key: 'live-screen-cancelled' },
};

/**
 * {mark, key, at}: mark is the look of the dot, key the message, at the time in it or null. While all is live the message
 * depends on the phase ('ending': what is said of the figures of an event that has ended); a lost link is reconnecting for
 * a minute, then the time of the last update is said.
 */
export function screenFreshness(link, now, phase, final = false) {
  const { look, word, at } = freshness(link, final);
  if (word === 'live') return { ...CALM[phase], at: null };
  if (link.state === 'live' || link.state === 'connecting') {
    return { mark: look, key: messageKey(word, (own) => `live-screen-${own}`), at };
  }
  const since = now - link.since;
  if (link.state === 'late' && since < SAY_SINCE_MILLIS) return { mark: 'late', key: 'live-screen-late', at: null };
  if (since < SAY_SINCE_MILLIS && link.state !== 'closed') return { mark: 'late', key: 'live-screen-reconnecting', at: null };
  return { mark: 'lost', key: 'live-screen-last-update', at: link.since };
}

/** Whether names must go: the link is lost for so long that a taking back may have been missed. */
export function namesMustGo(link, now) {
  return !['live', 'connecting'].includes(link.state) && now - link.since >= FORGET_NAMES_MILLIS;
}
