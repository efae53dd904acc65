import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latestFirst } from './latest.js';

const order = (...edits) => latestFirst(edits.map(([seq, at]) => ({ seq, at }))).map(({ seq }) => seq);

test('an edit that came late stands where its time is', () => {
  assert.deepEqual(order([9, 31], [8, 30], [7, 40]), [7, 9, 8]);
});

test('of one second the later number is first, however they are given', () => {
  assert.deepEqual(order([7, 30], [9, 30], [8, 30]), [9, 8, 7]);
});

test('the list that was given stays as it was', () => {
  const edits = [{ seq: 2, at: 1 }, { seq: 1, at: 2 }];
  latestFirst(edits);
  assert.deepEqual(edits.map(({ seq }) => seq), [2, 1]);
});
