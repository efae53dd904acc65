import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownZone, knowsZone, localesOf, timeFormat } from './known.js';

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const NOON = Date.parse('2026-12-05T12:00:00Z');

test('a zone is called as this browser calls it', () => {
  assert.equal(knownZone('Europe/Kyiv'), 'Europe/Kyiv');
  assert.equal(knownZone('Europe/Kyiv', (zone) => zone === 'Europe/Kiev'), 'Europe/Kiev');
  assert.equal(knownZone('Europe/Nowhere'), null);
});

test('what is no zone is not known, and nothing is thrown', () => {
  for (const none of ['Europe/Nowhere', 'Etc/Unknown', '', undefined, null]) assert.equal(knowsZone(none), false);
});

test('in a zone that nobody here knows, times are those of UTC and say so', () => {
  assert.equal(timeFormat('en', CLOCK, 'Europe/Nowhere')(NOON), '12:00 UTC');
  assert.equal(timeFormat('en', CLOCK, 'Europe/Kyiv')(NOON), '14:00');
});

test('a language that is unknown, or none at all, is written in English', () => {
  assert.deepEqual(localesOf('fr-u-nu-latn'), ['fr-u-nu-latn', 'en']);
  assert.deepEqual(localesOf('not_a language'), ['en']);
  for (const language of ['qqx', 'not_a language', '']) assert.equal(timeFormat(language, CLOCK, 'UTC')(NOON), '12:00');
});

test('what is no time is left out', () => {
  for (const none of [NaN, undefined, new Date('no time')]) assert.equal(timeFormat('en', CLOCK, 'UTC')(none), '');
});
