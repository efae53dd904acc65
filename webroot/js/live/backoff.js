const FIRST_MS = 1000;
const LONGEST_MS = 30000;

/**
 * How long to wait before the n-th attempt in a row (0 = the first): anything up to a bound that doubles from 1 s to
 * 30 s ("full jitter"), so that ten thousand phones do not come back in the same second.
 */
export function backoff(attempt, random = Math.random) {
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.floor(random() * bound);
}
