import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endingText } from './ending.js';

const ending = { final: 'Final', late: 'Late edits still arrive', until: 'Late edits until 05:48', finalFrom: 1000 };
const open = ['published', '2026-03-07T15:00:00Z', null];

test('the time is said until it has come, and nothing is final by the clock', () => {
  assert.equal(endingText(ending, open, 999), 'Late edits until 05:48');
  assert.equal(endingText(ending, open, 1000), 'Late edits still arrive');
  assert.equal(endingText({ ...ending, finalFrom: null }, open, 0), 'Late edits still arrive');
});

test('final is what the state calls final', () => {
  assert.equal(endingText(ending, [...open.slice(0, 2), '2026-03-07T17:00:01Z'], 0), 'Final');
  assert.equal(endingText(ending, ['published', '2026-03-07T15:00:00Z'], 0), 'Late edits until 05:48');
  assert.equal(endingText(ending, undefined, 0), 'Late edits until 05:48');
});
