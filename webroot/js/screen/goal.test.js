import assert from 'node:assert/strict';
import { test } from 'node:test';
import { petalsOf } from './goal.js';

test('a petal is a step of the goal, and the last one opens when it is reached', () => {
  assert.deepEqual(petalsOf(9, 60), { all: 60, open: 9, newest: 8 });
  assert.deepEqual(petalsOf(999, 1000), { all: 120, open: 119, newest: 118 });
  assert.deepEqual(petalsOf(1200, 1000), { all: 120, open: 120, newest: 119 });
});

test('without a goal the ring has no end: it never fills, nor empties', () => {
  const rings = [1, 119, 120, 121, 122, 5000].map((value) => petalsOf(value, 0));
  for (const ring of rings) assert.deepEqual(ring, { all: 120, open: 120, newest: null });
  assert.deepEqual(petalsOf(0, 0), { all: 0, open: 0, newest: null });
});
