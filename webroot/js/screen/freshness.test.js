import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesMustGo, screenFreshness } from './freshness.js';

const source = { state: 'live', since: 0, upTo: 3 };
const said = (state, passed, phase = 'ongoing') => screenFreshness({ state, since: 0, source }, passed, phase).key;

test('a live picture says so, one that is over says how its figures stand', () => {
  assert.equal(said('live', 5), 'live-screen-live');
  assert.equal(said('live', 5, 'past'), 'ending');
  assert.equal(said('live', 5, 'cancelled'), 'live-screen-cancelled');
  assert.equal(said('live', 5, 'upcoming'), 'live-screen-soon');
});

test('a lost link is reconnecting for a minute, then the time of the last update is said', () => {
  assert.equal(said('offline', 59_999), 'live-screen-reconnecting');
  assert.deepEqual(screenFreshness({ state: 'stale', since: 7, source }, 60_007, 'ongoing'), { mark: 'lost', key: 'live-screen-last-update', at: 7 });
  assert.equal(said('closed', 0), 'live-screen-last-update');
});

test('a source that is away is said on a live link, in every phase until the figures are final', () => {
  const link = { state: 'live', since: 0, source: { ...source, state: 'away' } };
  const away = { mark: 'late', key: 'campaign-source-away', at: 3 };
  for (const phase of ['upcoming', 'ongoing', 'past']) assert.deepEqual(screenFreshness(link, 5, phase), away);
  assert.equal(screenFreshness(link, 5, 'past', true).mark, 'ended');
  assert.equal(screenFreshness({ ...link, source: null }, 5, 'ongoing').key, 'live-screen-connecting');
});

test('names go half a minute after the link was lost, never before', () => {
  assert.equal(namesMustGo({ state: 'offline', since: 0 }, 29_999), false);
  assert.equal(namesMustGo({ state: 'offline', since: 0 }, 30_000), true);
  assert.equal(namesMustGo({ state: 'live', since: 0 }, 9e9), false);
});
