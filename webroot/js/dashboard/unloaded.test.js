import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beforeFirstState, showWhich } from './unloaded.js';

function panel() {
  const parts = { '[data-none]': { hidden: true }, '[data-unloaded]': { hidden: true } };
  return { parts, querySelector: (selector) => parts[selector] };
}

test('a list that is on its way says neither that it is empty nor that it failed', () => {
  for (const link of ['connecting', 'live', 'late']) assert.equal(beforeFirstState(link), null);
  for (const link of ['offline', 'stale', 'closed']) assert.equal(beforeFirstState(link), 'unloaded');
});

test('of nothing yet and could not load at most one is said', () => {
  const said = [null, 'none', 'unloaded', 'rows'].map((which) => {
    const one = panel();
    showWhich(one, which);
    return Object.entries(one.parts).flatMap(([part, { hidden }]) => (hidden ? [] : [part]));
  });
  assert.deepEqual(said, [[], ['[data-none]'], ['[data-unloaded]'], []]);
});
