import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHeld, FILTERS } from './held.js';

const lines = (...numbers) => numbers.map((seq) => ({ seq, at: seq, ref: `r${seq % 2}` }));
const state = (edits, editsFrom = 0) => ({ edits, editsFrom });

test('new lines are shown until the reader holds the list, then counted', () => {
  const held = createHeld();
  assert.deepEqual(held.sort(state(lines(2, 1))), { shown: lines(2, 1), waiting: 0 });
  held.hold();
  assert.deepEqual(held.sort(state(lines(4, 3, 2, 1))), { shown: lines(2, 1), waiting: 2 });
  held.release();
  assert.deepEqual(held.sort(state(lines(4, 3, 2, 1))), { shown: lines(4, 3, 2, 1), waiting: 0 });
});

test('what was taken back goes from a held list, too', () => {
  const held = createHeld();
  held.sort(state(lines(3, 2, 1)));
  held.hold();
  assert.deepEqual(held.sort(state(lines(4, 3, 1))).shown, lines(3, 1));
});

test('a list that is held while empty counts from the first line on', () => {
  const held = createHeld();
  held.hold();
  assert.deepEqual(held.sort(state(lines(2, 1))), { shown: [], waiting: 2 });
});

test('a held list keeps what a burst pushes off the state, but nobody who was withdrawn', () => {
  const held = createHeld();
  held.sort(state(lines(3, 2, 1)));
  held.hold();
  assert.deepEqual(held.sort(state(lines(6, 5, 4), 4)), { shown: lines(3, 2, 1), waiting: 3 });
  assert.deepEqual(held.sort(state(lines(6, 4), 4), new Set(['r1'])).shown, lines(2));
  assert.deepEqual(held.sort(state(lines(6, 4), 4)).shown, lines(2));
  held.release();
  assert.deepEqual(held.sort(state(lines(6, 4), 4)), { shown: lines(6, 4), waiting: 0 });
});

test('an edit that came late stands where its time is, and waits like any other while the list is held', () => {
  const held = createHeld();
  const [early, late] = [{ seq: 1, at: 40 }, { seq: 2, at: 30 }];
  assert.deepEqual(held.sort(state([late, early])).shown, [early, late]);
  held.hold();
  assert.deepEqual(held.sort(state([{ seq: 3, at: 20 }, late, early])), { shown: [early, late], waiting: 1 });
});

test('filters tell new articles and what does not count apart', () => {
  const [created, reverted] = [{ new: true, counts: true }, { new: false, counts: false }];
  assert.deepEqual([created, reverted].filter(FILTERS.new), [created]);
  assert.deepEqual([created, reverted].filter(FILTERS.out), [reverted]);
  assert.equal([created, reverted].filter(FILTERS.all).length, 2);
});
