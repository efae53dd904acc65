import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock, duration, moment, rangeForViewer, relative, sameClock } from './times.js';

const at = (text) => new Date(text);

test('how long ago is said in the largest unit that fits', () => {
  const now = at('2026-12-05T12:00:00Z');
  assert.equal(relative('en', at('2026-12-05T11:59:48Z'), now), '12 seconds ago');
  assert.equal(relative('en', at('2026-12-05T11:57:10Z'), now), '2 minutes ago');
  assert.equal(relative('en', at('2026-12-05T10:01:00Z'), now), '1 hour ago');
  assert.equal(relative('fr', at('2026-12-07T12:00:00Z'), now), 'dans 2 jours');
});

test('what is left is said in at most two units', () => {
  assert.equal(duration('en', (2 * 60 + 48) * 60000), '2 hr 48 min');
  assert.equal(duration('en', 26 * 3600000 + 59000), '1 day 2 hr');
  assert.equal(duration('en', 42000), '42 sec');
  assert.equal(duration('en', 61000), '1 min');
  assert.equal(duration('en', -5), '');
});

test('the clock of a zone has 24 hours', () => {
  assert.equal(clock('en', at('2026-12-05T21:05:00Z'), 'Africa/Nairobi'), '00:05');
});

test('the day is said to a viewer only where it is another one than at the event', () => {
  const [start, end] = [at('2026-12-05T07:00:00Z'), at('2026-12-05T14:00:00Z')];
  assert.deepEqual(rangeForViewer('en', start, end, 'Africa/Nairobi', 'Europe/Paris'), ['08:00', '15:00']);
  assert.match(rangeForViewer('en', start, end, 'Africa/Nairobi', 'Pacific/Auckland')[1], /Sun.*6.*Dec|Dec.*6/);
});

test('two zones with one clock need no second time', () => {
  assert.ok(sameClock(at('2026-12-05T07:00:00Z'), 'Europe/Paris', 'Europe/Berlin'));
  assert.ok(!sameClock(at('2026-12-05T07:00:00Z'), 'Europe/Paris', 'Europe/London'));
});

test('a time of another day in the zone says the day', () => {
  const at = Date.parse('2026-12-05T23:30:00Z');
  assert.equal(moment('en', at, Date.parse('2026-12-05T12:00:00Z'), 'UTC'), '23:30');
  assert.equal(moment('en', at, Date.parse('2026-12-05T12:00:00Z'), 'Europe/Paris'), 'Sun 00:30');
  assert.equal(moment('en', at, Date.parse('2026-12-06T12:00:00Z'), 'UTC'), 'Dec 5, 23:30');
  assert.equal(moment('en', at, Date.parse('2026-11-28T12:00:00Z'), 'UTC'), 'Dec 5, 23:30');
});

test('a zone that this browser does not know stops nothing: times are those of UTC and say so', () => {
  const [start, end] = [at('2026-12-05T07:00:00Z'), at('2026-12-05T14:00:00Z')];
  assert.equal(clock('en', start, 'Europe/Nowhere'), '07:00 UTC');
  assert.equal(moment('en', start, end, 'Europe/Nowhere'), '07:00 UTC');
  assert.deepEqual(rangeForViewer('en', start, end, 'Europe/Nowhere', 'Europe/Paris'), ['08:00', '15:00']);
  assert.equal(sameClock(start, 'Europe/Nowhere', 'UTC'), true);
  assert.equal(sameClock(start, 'Europe/Nowhere', 'Europe/Paris'), false);
});

test('a language that this browser does not know stops nothing', () => {
  const now = at('2026-12-05T12:00:00Z');
  for (const language of ['qqx', 'no language', '']) {
    assert.equal(relative(language, at('2026-12-05T11:57:10Z'), now), '2 minutes ago');
    assert.equal(duration(language, 61000), '1 min');
    assert.equal(moment(language, at('2026-12-05T09:00:00Z'), now, 'UTC'), '09:00');
  }
});

test('what is no time is left out', () => {
  const [none, now] = [new Date('no time'), at('2026-12-05T12:00:00Z')];
  assert.deepEqual([relative('en', none, now), duration('en', NaN), clock('en', none, 'UTC'), moment('en', undefined, now, 'UTC')], ['', '', '', '']);
  assert.deepEqual(rangeForViewer('en', none, none, 'UTC', 'Europe/Paris'), ['', '']);
});
