// A list that does not move under the reader's eyes. Pure: states of a feed in, what to show out.
import { latestFirst } from '../live/latest.js';

/** Lines latest first; while held, those that came later are counted, not shown. */
export function createHeld() {
  let newest = 0;
  let held = false;
  let kept = [];

  /** Older than what a state has room for: nothing more is known of such a line, so it stays until its bearer goes. */
  function pushedOff(edits, editsFrom, gone) {
    const known = new Set(edits.map((line) => line.seq));
    return kept.filter((line) => !known.has(line.seq) && line.seq < editsFrom && !gone.has(line.ref));
  }

  return {
    get isHeld() {
      return held;
    },
    hold() {
      held = true;
    },
    release() {
      held = false;
    },
    /** {shown, waiting}: corrections and withdrawals of what is shown come through at once; gone: refs of withdrawn people. */
    sort({ edits, editsFrom }, gone = new Set()) {
      if (!held) newest = Math.max(newest, ...edits.map((line) => line.seq));
      const still = edits.filter((line) => line.seq <= newest);
      kept = held ? [...still, ...pushedOff(edits, editsFrom, gone)] : still;
      return { shown: latestFirst(kept), waiting: edits.length - still.length };
    },
  };
}

export const FILTERS = {
  all: () => true,
  new: (edit) => edit.new,
  out: (edit) => !edit.counts,
};
