import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rateLine } from './rate.js';

const hour = (counts) => Array.from({ length: 60 }, (_, i) => [i * 60, counts[i] ?? 0]);
const heights = (line) => line.slice(1).split('L').map((point) => Number(point.split(' ')[1]));

test('the line has a point a minute and stays in its picture', () => {
  const { line } = rateLine(hour({ 10: 50, 59: 3 }));
  assert.equal(heights(line).length, 60);
  assert.ok(heights(line).every((y) => y >= 0 && y <= 40));
});

test('figures are what was counted', () => {
  const { top, now, sum } = rateLine(hour({ 10: 7, 59: 3 }));
  assert.deepEqual([top, now, sum], [7, 3, 10]);
});

test('an hour without edits is a flat line at the bottom', () => {
  assert.ok(heights(rateLine(hour({})).line).every((y) => y === 39));
});

test('a single edit does not look like a storm', () => {
  assert.ok(Math.min(...heights(rateLine(hour({ 30: 1 })).line)) > 30);
});
