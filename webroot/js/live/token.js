/** A position in a feed, written `<epoch>-<seq>`. Positions of two epochs cannot be compared. */
export function parseToken(text) {
  const dash = text.indexOf('-');
  return { epoch: text.slice(0, dash), seq: Number(text.slice(dash + 1)) };
}

/** Whether a screen that stands at `mine` (null = it has nothing) has not seen all up to `theirs`. */
export function isBehind(mine, theirs) {
  if (mine === null) return true;
  const a = parseToken(mine);
  const b = parseToken(theirs);
  return a.epoch !== b.epoch || a.seq < b.seq;
}
