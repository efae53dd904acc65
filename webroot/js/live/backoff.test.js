import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff } from './backoff.js';

test('the bound doubles from one second to thirty', () => {
  const longest = Array.from({ length: 8 }, (_, attempt) => backoff(attempt, () => 1));
  assert.deepEqual(longest, [1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
});

test('any moment up to the bound may be chosen', () => {
  assert.equal(backoff(3, () => 0), 0);
  assert.equal(backoff(3, () => 0.5), 4000);
});
