// A list that does not move under the reader's eyes. Pure: numbers of lines in, what to show out.

/** Lines newest first; while held, those that came later are counted, not shown. */
export function createHeld() {
  let newest = 0;
  let held = false;

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
    /** {shown, waiting}: corrections and withdrawals of what is shown come through at once. */
    sort(lines) {
      if (!held) newest = lines[0]?.seq ?? newest;
      const shown = lines.filter((line) => line.seq <= newest);
      return { shown, waiting: lines.length - shown.length };
    },
  };
}

export const FILTERS = {
  all: () => true,
  new: (edit) => edit.new,
  out: (edit) => !edit.counts,
};
