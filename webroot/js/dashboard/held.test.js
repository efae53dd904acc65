import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHeld, FILTERS } from './held.js';

const lines = (...numbers) => numbers.map((seq) => ({ seq }));

test('new lines are shown until the reader holds the list, then counted', () => {
  const held = createHeld();
  assert.deepEqual(held.sort(lines(2, 1)), { shown: lines(2, 1), waiting: 0 });
  held.hold();
  assert.deepEqual(held.sort(lines(4, 3, 2, 1)), { shown: lines(2, 1), waiting: 2 });
  held.release();
  assert.deepEqual(held.sort(lines(4, 3, 2, 1)), { shown: lines(4, 3, 2, 1), waiting: 0 });
});

test('what was taken back goes from a held list, too', () => {
  const held = createHeld();
  held.sort(lines(3, 2, 1));
  held.hold();
  assert.deepEqual(held.sort(lines(4, 3, 1)).shown, lines(3, 1));
});

test('a list that is held while empty counts from the first line on', () => {
  const held = createHeld();
  held.hold();
  assert.deepEqual(held.sort(lines(2, 1)), { shown: [], waiting: 2 });
});

test('filters tell new articles and what does not count apart', () => {
  const [created, reverted] = [{ new: true, counts: true }, { new: false, counts: false }];
  assert.deepEqual([created, reverted].filter(FILTERS.new), [created]);
  assert.deepEqual([created, reverted].filter(FILTERS.out), [reverted]);
  assert.equal([created, reverted].filter(FILTERS.all).length, 2);
});
