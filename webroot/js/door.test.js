import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDoor } from './door.js';

const MINUTE = 60_000;
const door = (state, opensAt = null, random = 0.5) =>
  createDoor({ state, opensAt }, 100 * MINUTE, { every: 40_000, random: () => random });

test('the clock closes the door between two answers, and never opens it', () => {
  for (const state of ['open', 'full', 'not-yet-open']) {
    assert.equal(door(state, 50 * MINUTE).state(99 * MINUTE), state);
    assert.equal(door(state).state(100 * MINUTE), 'closed');
  }
  assert.equal(door('cancelled').state(100 * MINUTE), 'cancelled');
});

test('until the hub has said its time the answer in the page holds', () => {
  assert.equal(door('open').state(null), 'open');
});

test('it is asked now and then, each screen at its own pace', () => {
  const [early, late] = [door('open', null, 0), door('open', null, 1)];
  assert.deepEqual([27_999, 28_000, 28_001, 56_000].map((at) => early.isDue(at, at)), [false, true, false, true]);
  assert.deepEqual([51_999, 52_000].map((at) => late.isDue(at, at)), [false, true]);
});

test('when people come or go it is asked soon, once for all that happens meanwhile, and not in a row', () => {
  const rush = door('open');
  rush.hurry(20_000);
  rush.hurry(20_001);
  assert.deepEqual([22_499, 22_500].map((at) => rush.isDue(at, at)), [false, true]);
  rush.hurry(22_600);
  assert.deepEqual([34_999, 35_000].map((at) => rush.isDue(at, at)), [false, true]);
});

test('a screen that sees many people come does not draw its moment anew with each of them', () => {
  const drawn = [0.5, 0.9, 0.1, 0];
  const rush = createDoor({ state: 'open', opensAt: null }, 100 * MINUTE, { every: 40_000, random: () => drawn.shift() });
  for (const at of [20_000, 20_001, 20_002]) rush.hurry(at);
  assert.deepEqual([24_499, 24_500].map((at) => rush.isDue(at, at)), [false, true]);
});

test('when its opening time has come it is asked whether it is open', () => {
  const closed = door('not-yet-open', 30_000);
  assert.equal(closed.isDue(29_000, 29_000), false);
  assert.equal(closed.isDue(30_000, 30_000), false);
  assert.equal(closed.isDue(32_500, 32_500), true);
  assert.equal(closed.state(32_500), 'not-yet-open');
  closed.answered({ state: 'open', opensAt: null });
  assert.equal(closed.state(32_500), 'open');
});

test('an opening time that nobody set is waited for at the slow pace', () => {
  const draft = door('not-yet-open');
  assert.deepEqual([39_999, 40_000].map((at) => draft.isDue(at, at)), [false, true]);
});
