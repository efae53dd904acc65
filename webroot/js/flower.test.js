import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bloom, petalPath, place, placesForArticles, placesForGoal, placesReached, seedRadius } from './flower.js';

const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

test('every seed lies within the circle, and none touches another', () => {
  for (const n of [5, 34, 60, 120, 377, 1597]) {
    const all = Array.from({ length: n }, (_, k) => place(k, n, 50));
    for (const p of all) assert.ok(Math.hypot(p.x, p.y) + 0.9 * p.c <= 50.001);
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < Math.min(n, i + 90); j++) assert.ok(distance(all[i], all[j]) > 1.5 * all[i].c);
    }
  }
});

test('a place keeps its direction when the flower gets more places', () => {
  const [small, large] = [place(20, 34, 50), place(20, 55, 50)];
  assert.equal(small.angle, large.angle);
  assert.ok(Math.hypot(large.x, large.y) < Math.hypot(small.x, small.y));
});

test('the places are those that the server draws', () => {
  const p = place(3, 60, 46);
  assert.deepEqual([p.x.toFixed(1), p.y.toFixed(1), p.c.toFixed(2)], ['8.0', '-6.1', '5.32']);
});

test('the goal gives the number of places until it is passed', () => {
  assert.equal(placesForArticles(87, 120), 120);
  assert.equal(placesForArticles(120, 120), 120);
  assert.equal(placesForArticles(121, 120), 144);
  assert.equal(placesForArticles(0, 0), 34);
  assert.equal(placesForArticles(20000, 0), 20000);
});

test('a small flower is full exactly when the goal is reached', () => {
  assert.equal(placesForGoal(60), 60);
  assert.equal(placesForGoal(5000), 89);
  assert.equal(placesReached(41, 60, 60), 41);
  assert.equal(placesReached(4999, 5000, 89), 88);
  assert.equal(placesReached(5000, 5000, 89), 89);
  assert.equal(placesReached(9000, 5000, 89), 89);
  assert.equal(placesReached(-5, 60, 60), 0);
  assert.equal(placesReached(5, 0, 60), 0);
});

test('a seed grows with its article, within its room', () => {
  assert.ok(seedRadius(0, 10) < seedRadius(500, 10));
  assert.equal(seedRadius(9000, 10), seedRadius(90000, 10));
  assert.ok(seedRadius(9000, 10) < 9);
  assert.equal(seedRadius(-300, 10), seedRadius(0, 10));
});

test('a bloom has its petals within its radius', () => {
  const petals = bloom(0, 0, 10, 6, 0);
  assert.equal(petals.length, 6);
  for (const p of petals) assert.ok(Math.hypot(p.x, p.y) + p.rx <= 10.001);
});

test('petals of a ring of a hundred leave air between them', () => {
  const widths = [...petalPath(100, 35, 45.6).matchAll(/-?[\d.]+/g)].map(Number);
  assert.ok(Math.max(...widths.filter((w) => w > 0)) < (Math.PI * 45.6) / 100 * 1.4);
});
