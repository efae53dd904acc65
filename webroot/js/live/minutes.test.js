import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastHour } from './minutes.js';

test('the hour has sixty minutes, zeros included, and ends with the one that runs', () => {
  const hour = lastHour(new Map([[7200, 3], [7140, 1]]), 7259.9);
  assert.equal(hour.length, 60);
  assert.deepEqual(hour[0], [3660, 0]);
  assert.deepEqual(hour.slice(-2), [[7140, 1], [7200, 3]]);
});

test('the hour slides by the server’s time although nothing happens', () => {
  const hour = lastHour(new Map([[7200, 3]]), 7260);
  assert.deepEqual(hour.slice(-2), [[7200, 3], [7260, 0]]);
});
