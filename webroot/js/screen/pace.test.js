import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pace, valueOf } from './pace.js';

const MINUTE = 60_000;
const day = { start: 0, end: 420 * MINUTE };

test('a goal that is reached in time at this pace says when', () => {
  assert.deepEqual(pace({ ...day, value: 60, target: 120, now: 180 * MINUTE }), { kind: 'on-track', at: 360 * MINUTE });
});

test('a goal that is out of reach says where it is heading', () => {
  assert.deepEqual(pace({ ...day, value: 30, target: 120, now: 210 * MINUTE }), { kind: 'heading', value: 60 });
});

test('nothing is said too early, too late, or of nothing', () => {
  assert.equal(pace({ ...day, value: 3, target: 120, now: 9 * MINUTE }), null);
  assert.equal(pace({ ...day, value: 60, target: 120, now: 420 * MINUTE }), null);
  assert.equal(pace({ ...day, value: 0, target: 120, now: 60 * MINUTE }), null);
});

test('a goal that is passed is reached, whatever the time', () => {
  assert.deepEqual(pace({ ...day, value: 121, target: 120, now: 500 * MINUTE }), { kind: 'reached' });
});

test('a figure that is missing or negative is 0', () => {
  assert.deepEqual([valueOf({ edits: 7 }, 'edits'), valueOf({ edits: -1 }, 'edits'), valueOf(undefined, 'edits')], [7, 0, 0]);
});
