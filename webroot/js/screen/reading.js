// When the list of all articles is to be read, and read again. Pure: states and times in.
import { parseToken } from '../live/token.js';

const AGAIN_MILLIS = 3000;
const MOVES_PLACES = new Set(['withdrawn', 'corrected', 'recounted']);

/** Entries keep the list up; it is read where they do not suffice, and once more if what came was older than that. */
export function createReading() {
  let needed = true;
  let from = 0;
  let askedAt = -Infinity;

  return {
    /** A new state: without news it is a snapshot, or its entries were left out; some take places away. */
    moved(before, next, news, more) {
      if (before?.token === next.token) return;
      if (news.length > 0 && more === 0 && !news.some(({ kind }) => MOVES_PLACES.has(kind))) return;
      needed = true;
      from = parseToken(next.token).seq;
    },
    isDue(now) {
      return needed && now - askedAt >= AGAIN_MILLIS;
    },
    began(now) {
      askedAt = now;
      needed = false;
    },
    /** The list is as of number seq: is it new enough, and does the state hold every edit since? */
    came(seq, state) {
      if (seq < from || (state && state.editsFrom > seq + 1)) needed = true;
    },
    failed() {
      needed = true;
    },
  };
}
