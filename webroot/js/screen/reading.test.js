import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReading } from './reading.js';

const state = (seq, editsFrom = 0) => ({ token: `aaaaaaaa-${seq}`, editsFrom });
const contributed = [{ kind: 'contributed' }];

/** The list as of number 3, read at time 0. */
function read(seq = 3) {
  const reading = createReading();
  reading.began(0);
  reading.came(seq, state(seq));
  return reading;
}

test('the list is read at the start, and again when that failed', () => {
  const reading = createReading();
  assert.equal(reading.isDue(0), true);
  reading.began(0);
  assert.equal(reading.isDue(9000), false);
  reading.failed();
  assert.deepEqual([2999, 3000].map(reading.isDue), [false, true]);
});

test('entries that are all there keep it up, and so does the passing of a minute', () => {
  const reading = read();
  reading.moved(state(3), state(4), contributed, 0);
  reading.moved(state(4), state(4), [], 0);
  assert.equal(reading.isDue(9000), false);
});

test('entries that a frame left out are in no state: the list is read again', () => {
  const reading = read();
  reading.moved(state(3), state(123), contributed, 70);
  assert.equal(reading.isDue(9000), true);
  reading.began(9000);
  reading.came(123, state(123, 74));
  assert.equal(reading.isDue(20_000), false);
});

test('a snapshot and what takes places away have it read again', () => {
  for (const news of [[], [{ kind: 'withdrawn' }], [{ kind: 'corrected' }], [{ kind: 'recounted' }]]) {
    const reading = read();
    reading.moved(state(3), state(4), news, 0);
    assert.equal(reading.isDue(9000), true);
  }
});

test('a list that is older than what it was read for is read once more', () => {
  const reading = read();
  reading.moved(state(3), state(9), [{ kind: 'withdrawn' }], 0);
  reading.began(3000);
  reading.came(8, state(9));
  assert.equal(reading.isDue(6000), true);
});

test('so is one that is older than the oldest edit of the state', () => {
  const reading = read();
  reading.began(3000);
  reading.came(9, state(80, 11));
  assert.equal(reading.isDue(6000), true);
});
