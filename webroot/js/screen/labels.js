// Where the labels of the field go: beside the flower, none over another, none over the words. Pure geometry.

const GAP_U = 10.5;
const HALF_LABEL_U = 4.6;
const LEAST_ROOM_U = 15;
const MOST_ROOM_U = 24;

/**
 * Seeds with their place become labels {seed, side, x, seedY, y, edge, room}; all is measured from the flower's middle.
 * view.taken lists what else stands on the screen: {side, top, bottom, from}, from being how far away it begins.
 */
export function spread(seeds, view) {
  const sides = { left: [], right: [] };
  for (const seed of seeds) sides[seed.x < 0 ? 'left' : 'right'].push(seed);
  return ['left', 'right'].flatMap((side) => column(sides[side], side, view));
}

function column(seeds, side, view) {
  const { u, height } = view;
  const [top, bottom] = [-height / 2 + 4 * u, height / 2 - 4 * u];
  const rows = seeds
    .map(({ seed, x, y }) => ({ seed, x, seedY: y, y: clamp(y * 1.06, top, bottom) }))
    .sort((a, b) => a.y - b.y);
  push(rows, GAP_U * u, bottom);
  return rows
    .map((row) => ({ ...row, side, ...edge(row, side, view) }))
    .filter((row) => row.y >= top - u && row.room >= LEAST_ROOM_U * u);
}

/** Down until none touches, then up again from the lower end. */
function push(rows, gap, bottom) {
  for (let i = 1; i < rows.length; i++) rows[i].y = Math.max(rows[i].y, rows[i - 1].y + gap);
  if (rows.length > 0) rows.at(-1).y = Math.min(rows.at(-1).y, bottom);
  for (let i = rows.length - 2; i >= 0; i--) rows[i].y = Math.min(rows[i].y, rows[i + 1].y - gap);
}

/** A label begins outside the circle at its height; its room ends at what stands there, or at the edge of the screen. */
function edge(row, side, view) {
  const { R, u, cx, width, taken } = view;
  const chord = Math.sqrt(Math.max(0, R * R - row.y * row.y));
  const out = Math.max(chord + 2.4 * u, Math.abs(row.x) + 3 * u);
  const limits = taken
    .filter((box) => box.side === side && row.y + HALF_LABEL_U * u > box.top && row.y - HALF_LABEL_U * u < box.bottom)
    .map((box) => box.from - 2 * u);
  const limit = Math.min(side === 'left' ? cx : width - cx, ...limits);
  return { edge: side === 'left' ? -out : out, room: Math.min(MOST_ROOM_U * u, limit - out) };
}

function clamp(value, low, high) {
  return Math.max(low, Math.min(high, value));
}
