import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spread } from './labels.js';

const view = { u: 10, R: 420, cx: 1050, width: 1700, height: 920, taken: [] };
const seed = (name, x, y) => ({ seed: name, x, y });

test('labels stand outside the flower, on the side of their seed', () => {
  const [left, right] = spread([seed('a', 100, 0), seed('b', -100, 0)], view);
  assert.deepEqual([left.side, right.side], ['left', 'right']);
  assert.ok(left.edge < -420 && right.edge > 420);
});

test('no label lies over another', () => {
  const labels = spread([seed('a', -300, 0), seed('b', -310, 5), seed('c', -290, 9)], view);
  for (let i = 1; i < labels.length; i++) assert.ok(labels[i].y - labels[i - 1].y >= 105);
});

test('a label has no more room than what stands beside it leaves, and none goes where there is too little', () => {
  const taken = [{ side: 'left', top: -50, bottom: 50, from: 640 }];
  assert.equal(spread([seed('a', -300, 0)], { ...view, taken })[0].room, 640 - 20 - 444);
  assert.deepEqual(spread([seed('a', -300, 0)], { ...view, taken: [{ ...taken[0], from: 500 }] }), []);
});
