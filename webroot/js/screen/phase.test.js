import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doorOf, phaseOf, scenesOf } from './phase.js';

const times = { start: 10, end: 20 };

test('an event is coming, on, over, or cancelled', () => {
  assert.deepEqual([9, 10, 19, 20].map((now) => phaseOf(times, 'published', now)), ['upcoming', 'ongoing', 'ongoing', 'past']);
  assert.equal(phaseOf(times, 'cancelled', 15), 'cancelled');
});

test('before the event, and until the first figure, there is only the way in', () => {
  const beginning = { hasFigures: false, hasArticles: false, canJoin: true };
  assert.deepEqual(scenesOf({ ...beginning, phase: 'upcoming', hasFigures: true }), ['join']);
  assert.deepEqual(scenesOf({ ...beginning, phase: 'ongoing' }), ['join']);
});

test('the way in takes its turn as long as it is open', () => {
  const full = { phase: 'ongoing', hasFigures: true, hasArticles: true };
  assert.deepEqual(scenesOf({ ...full, canJoin: true }), ['goal', 'field', 'join']);
  assert.deepEqual(scenesOf({ ...full, canJoin: false }), ['goal', 'field']);
});

test('after the event nobody is asked in, even where nothing was counted', () => {
  assert.deepEqual(scenesOf({ phase: 'past', hasFigures: false, hasArticles: false, canJoin: false }), ['goal']);
});

test('a door that is not open asks nobody in, before the event either', () => {
  assert.deepEqual(scenesOf({ phase: 'upcoming', hasFigures: false, hasArticles: false, canJoin: false }), ['goal']);
  assert.deepEqual(scenesOf({ phase: 'ongoing', hasFigures: false, hasArticles: false, canJoin: false }), ['goal']);
});

test('what is over or cancelled has no door, whatever was answered last', () => {
  assert.deepEqual(['upcoming', 'ongoing', 'past', 'cancelled'].map((phase) => doorOf(phase, 'full')), ['full', 'full', 'ended', 'cancelled']);
});
