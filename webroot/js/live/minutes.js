const HOUR = 60;

/**
 * The rate line: the 60 minutes that end with the one of `at` (seconds since 1970, the server's time), oldest first, as
 * `[minute, edits]`, zeros included. It slides with `at` although nothing happens.
 */
export function lastHour(minutes, at) {
  const newest = Math.floor(at / 60) * 60;
  return Array.from({ length: HOUR }, (_, i) => {
    const minute = newest - (HOUR - 1 - i) * 60;
    return [minute, minutes.get(minute) ?? 0];
  });
}

/** The minutes with these absolute values written over them, without zeros and without what has left the hour. */
export function withMinutes(minutes, touched, at) {
  const next = new Map(minutes);
  for (const [minute, edits] of touched) next.set(minute, edits);
  for (const [minute, edits] of next) {
    if (edits === 0 || minute <= at - HOUR * 60) next.delete(minute);
  }
  return next;
}
