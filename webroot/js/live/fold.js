/**
 * What a screen knows of one feed, as pure functions: a state is made by a snapshot and moved by frames of entries.
 * At every token it equals what the database had at that token. No function changes what it is given.
 *
 * A state: `{token, at, status, goals, totals, minutes, edits, editsFrom, people}`; `edits` and `people` newest first, at
 * most 50; `minutes` a Map of minute (seconds since 1970) to edits without zeros; `editsFrom`: the list of edits has every
 * line from this number on (0: every line there is).
 */
import { withMinutes } from './minutes.js';
import { isBehind, parseToken } from './token.js';

export const LISTED = 50;

export function fromSnapshot(frame) {
  const { status, goals, totals, minutes, edits, people } = frame.state;
  return {
    token: frame.token, at: frame.at, status, goals, totals,
    minutes: withMinutes(new Map(), minutes, frame.at),
    ...wholeEdits(frame, edits),
    people: [...people].reverse(),
  };
}

/**
 * The state after a frame of entries, what is news in it, and whether it fitted: `applied`, `old` (nothing new: ignored
 * whole, totals too), `gap` (something before it was not seen: say hello again) or `unknown` (a kind that this page does
 * not know: ask for a snapshot).
 */
export function applyEntries(state, frame) {
  const fit = howItFits(state, frame);
  if (fit !== 'applied') return { state, news: [], fit };
  const { seq: seen } = parseToken(state.token);
  const news = frame.entries.filter((entry) => entry.seq > seen);
  let next = { ...state, token: frame.token, at: frame.at, totals: frame.totals };
  if (frame.goals) next.goals = frame.goals;
  if (frame.status) next.status = frame.status;
  for (const entry of news) next = KINDS[entry.kind]?.(next, entry, isPublic(frame)) ?? next;
  if (frame.edits) next = { ...next, ...wholeEdits(frame, frame.edits) };
  next.minutes = withMinutes(frame.edits ? new Map() : state.minutes, frame.minutes, frame.at);
  return { state: next, news, fit };
}

function howItFits(state, frame) {
  const from = parseToken(frame.from);
  const mine = parseToken(state.token);
  if (from.epoch !== mine.epoch || from.seq > mine.seq) return 'gap';
  if (!isBehind(state.token, frame.token)) return 'old';
  return frame.entries.every((entry) => entry.kind in KINDS || entry.skip === true) ? 'applied' : 'unknown';
}

const KINDS = {
  joined: (state, entry) => ({ ...state, people: [person(entry), ...without(state.people, entry.ref)].slice(0, LISTED) }),
  left: (state, entry) => ({ ...state, people: without(state.people, entry.ref) }),
  withdrawn: (state, entry) => ({
    ...state, people: without(state.people, entry.ref), edits: without(state.edits, entry.ref),
  }),
  privacy: (state, entry) => ({
    ...state, people: state.people.map((one) => (one.ref === entry.ref ? { ...one, private: entry.private } : one)),
  }),
  renamed: (state, { ref, name }) => ({
    ...state, people: named(state.people, ref, name), edits: named(state.edits, ref, name),
  }),
  contributed: (state, entry, forPublic) => withLine(state, line(entry, entry.seq), forPublic),
  corrected: (state, entry, forPublic) => withLine(state, line(entry, entry.of), forPublic),
  recounted: (state) => state,
  goal: (state) => state,
  event: (state) => state,
};

/** Puts a line at the place of its number, or takes it away when it does not count for the public. */
function withLine(state, edit, forPublic) {
  const others = state.edits.filter((one) => one.seq !== edit.seq);
  if ((forPublic && !edit.counts) || edit.seq < state.editsFrom) return { ...state, edits: others };
  const edits = [...others, edit].sort((a, b) => b.seq - a.seq);
  if (edits.length < LISTED) return { ...state, edits };
  return { ...state, edits: edits.slice(0, LISTED), editsFrom: edits[LISTED - 1].seq };
}

/** A list as the server read it; `cut` says that it was shortened to fit, so that older lines exist. */
function wholeEdits({ token, cut }, oldestFirst) {
  const edits = [...oldestFirst].reverse();
  if (edits.length < LISTED && !cut) return { edits, editsFrom: 0 };
  return { edits, editsFrom: edits.at(-1)?.seq ?? parseToken(token).seq + 1 };
}

function without(rows, ref) {
  return rows.filter((row) => row.ref !== ref);
}

function named(rows, ref, name) {
  return rows.map((row) => (row.ref === ref ? { ...row, name } : row));
}

function person({ kind, ...row }) {
  return row;
}

function line({ kind, of, ...row }, seq) {
  return { ...row, seq };
}

function isPublic(frame) {
  return frame.feed.endsWith('/public');
}
