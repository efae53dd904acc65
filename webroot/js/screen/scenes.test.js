import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScenes } from './scenes.js';

test('scenes take turns when their time is over', () => {
  const scenes = createScenes(() => ['goal', 'field'], { dwell: 20, now: 0 });
  assert.deepEqual([0, 19, 20, 39, 40].map(scenes.tick), ['goal', 'goal', 'field', 'field', 'goal']);
});

test('a paused scene stays, and has its whole time when it goes on', () => {
  const scenes = createScenes(() => ['goal', 'field'], { dwell: 20, now: 0 });
  scenes.pause(15);
  assert.equal(scenes.tick(500), 'goal');
  scenes.pause(500);
  assert.deepEqual([519, 520].map(scenes.tick), ['goal', 'field']);
});

test('keys go both ways round', () => {
  const scenes = createScenes(() => ['goal', 'field', 'join'], { now: 0 });
  assert.deepEqual([scenes.previous(1), scenes.next(2), scenes.next(3)], ['join', 'goal', 'field']);
});

test('a scene that has nothing left to show gives way at once', () => {
  let available = ['join'];
  const scenes = createScenes(() => available, { now: 0 });
  available = ['goal', 'field'];
  assert.equal(scenes.tick(1), 'goal');
});
