import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partThatFits } from './fitted.js';

test('words that have room keep their size', () => {
  assert.equal(partThatFits(500, 500), 1);
  assert.equal(partThatFits(0, 0), 1);
});

test('words that are too wide become as much smaller as they need, and never a pixel too wide', () => {
  for (const needed of [501, 533, 750, 1000]) {
    const part = partThatFits(needed, 500);
    assert.ok(needed * part <= 500, `${needed}`);
    assert.ok(needed * part > 490, `${needed}`);
  }
});
