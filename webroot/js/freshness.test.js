import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshness, isFinal, isLive, messageKey } from './freshness.js';

const live = { state: 'live', since: 5, upTo: 9 };
const linked = (source) => ({ state: 'live', since: 0, source });

test('live is said only when both the link and the source are', () => {
  assert.deepEqual(freshness(linked(live)), { look: 'live', word: 'live', at: null });
  assert.equal(isLive(linked(live)), true);
  for (const state of ['connecting', 'late', 'offline', 'stale', 'closed']) {
    assert.equal(isLive({ state, source: live }), false);
    assert.notEqual(freshness({ state, source: live }).look, 'live');
  }
  for (const state of ['catching_up', 'late', 'away']) {
    assert.equal(isLive(linked({ ...live, state })), false);
    assert.deepEqual(freshness(linked({ ...live, state })), { look: 'late', word: `source-${state}`, at: 9 });
  }
});

test('of a lost link the link is said, since nobody knows the source', () => {
  assert.equal(freshness({ state: 'offline', source: { ...live, state: 'away' } }).word, 'offline');
  assert.deepEqual(freshness({ state: 'closed', source: null }), { look: 'lost', word: 'closed', at: null });
});

test('a source that is not known yet is no live one, and one that was never read has no time', () => {
  assert.equal(freshness(linked(null)).word, 'connecting');
  assert.deepEqual(freshness(linked({ state: 'away', since: null, upTo: null })), { look: 'late', word: 'source-none', at: null });
});

test('of figures that are final nothing is said of the source', () => {
  assert.equal(freshness(linked({ ...live, state: 'away' }), true).word, 'live');
  assert.equal(freshness({ state: 'offline', source: null }, true).word, 'offline');
  assert.equal(isFinal(['published', '2026-03-07T15:00:00Z', null]), false);
  assert.equal(isFinal(['published', '2026-03-07T15:00:00Z', '2026-03-07T17:00:00Z']), true);
  assert.equal(isFinal(['cancelled', '2026-03-07T15:00:00Z']), true);
  assert.equal(isFinal(undefined), false);
});

test('the source is said in the same words on every page, the link in those of the page', () => {
  assert.equal(messageKey('source-late', () => 'own'), 'campaign-source-late');
  assert.equal(messageKey('late', (word) => `live-link-${word}`), 'live-link-late');
});
