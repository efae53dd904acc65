// A list that has not come is not an empty list: each says which of the two it is, and nothing while it is on its way.

const COULD_NOT = new Set(['offline', 'stale', 'closed']);

/** which: rows (the list says it all), none (there is nothing yet), unloaded (nobody here knows), or null: on its way. */
export function showWhich(panel, which) {
  panel.querySelector('[data-none]').hidden = which !== 'none';
  panel.querySelector('[data-unloaded]').hidden = which !== 'unloaded';
}

/** What a list says before its first state. */
export function beforeFirstState(link) {
  return COULD_NOT.has(link) ? 'unloaded' : null;
}
