import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { watch } from './watch.js';

const FEED = 'event/lagos/public';
const TOTALS = { edits: 1 };

/** A browser without a network: sockets that the test answers, and a clock that it moves. */
class FakeBrowser {
  constructor() {
    this.sockets = [];
    this.timers = new Map();
    this.now = 1_000_000;
    this.wakeUps = {};
    const browser = this;
    this.location = { href: 'https://events.example.org/e/lagos/live' };
    this.Date = { now: () => browser.now };
    this.Math = { random: () => 0.5 };
    this.window = { addEventListener: (name, wake) => { this.wakeUps[name] = wake; }, removeEventListener() {} };
    this.document = { ...this.window, visibilityState: 'visible' };
    this.WebSocket = class {
      constructor(url) {
        this.url = url;
        this.readyState = 0;
        this.said = [];
        browser.sockets.push(this);
      }
      send(text) { this.said.push(JSON.parse(text)); }
      close() { this.readyState = 3; }
    };
  }
  setTimeout(run, ms) {
    const id = this.timers.size + 1 + Math.random();
    this.timers.set(id, { run, at: this.now + ms });
    return id;
  }
  clearTimeout(id) { this.timers.delete(id); }
  pass(ms) {
    const end = this.now + ms;
    for (;;) {
      const [id, next] = [...this.timers].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (!next || next.at > end) break;
      this.timers.delete(id);
      this.now = next.at;
      next.run();
    }
    this.now = end;
  }
  get socket() { return this.sockets.at(-1); }
  open() { this.socket.readyState = 1; this.socket.onopen(); }
  say(frame) { this.socket.onmessage({ data: JSON.stringify(frame) }); }
  lose(code = 1006, reason = '') { this.socket.readyState = 3; this.socket.onclose({ code, reason }); }
}

let browser, links, states, watched;

beforeEach(() => {
  browser = new FakeBrowser();
  links = [];
  states = [];
  watched = watch({
    feeds: [FEED], pace: 'screen', env: browser,
    onState: (feed, state, news, more) => states.push({ feed, state, news, more }),
    onLink: (link) => links.push(link),
  });
});

test('the hello goes to our own host and names what was seen', () => {
  browser.open();
  browser.say(snapshot('aaaaaaaa-3'));
  browser.lose();
  browser.pass(1000);
  browser.open();

  assert.equal(browser.socket.url, 'wss://events.example.org/live');
  assert.deepEqual(browser.socket.said, [
    { type: 'hello', v: [1], pace: 'screen', feeds: [{ feed: FEED, after: 'aaaaaaaa-3' }] },
  ]);
});

test('a snapshot has no news, entries have theirs, and the hour is filled', () => {
  live();
  browser.say(entries('aaaaaaaa-3', 'aaaaaaaa-4', [{ seq: 4, kind: 'joined', ref: 'r', name: null }]));

  assert.deepEqual(states.map(({ news }) => news.length), [0, 1]);
  assert.equal(states[1].state.people[0].ref, 'r');
  assert.equal(states[1].state.minutes.length, 60);
});

test('how many entries a frame left out is passed on', () => {
  live();
  browser.say({ ...entries('aaaaaaaa-3', 'aaaaaaaa-123', []), more: 70 });

  assert.deepEqual(states.map(({ more }) => more), [0, 70]);
});

test('a gap is answered with one hello, however many frames show it', () => {
  live();
  browser.say(entries('aaaaaaaa-5', 'aaaaaaaa-6'));
  browser.say(entries('aaaaaaaa-6', 'aaaaaaaa-7'));

  assert.equal(browser.socket.said.length, 2);
  assert.equal(browser.socket.said[1].feeds[0].after, 'aaaaaaaa-3');

  browser.say(entries('aaaaaaaa-3', 'aaaaaaaa-8'));
  browser.say(entries('aaaaaaaa-9', 'aaaaaaaa-10'));
  assert.equal(browser.socket.said.length, 3);
});

test('after a reset the snapshot that follows is taken, whatever its number', () => {
  live();
  browser.say({ type: 'reset', feed: FEED });
  browser.say(snapshot('bbbbbbbb-1'));

  assert.equal(states.at(-1).state.token, 'bbbbbbbb-1');
});

test('an unknown kind asks for a snapshot', () => {
  live();
  browser.say(entries('aaaaaaaa-3', 'aaaaaaaa-4', [{ seq: 4, kind: 'fireworks' }]));

  assert.equal(browser.socket.said.at(-1).feeds[0].after, null);
});

test('a head that stays ahead for five seconds is asked for', () => {
  live();
  ping({ [FEED]: 'aaaaaaaa-5' });
  browser.pass(4999);
  assert.equal(browser.socket.said.length, 1);
  browser.pass(1);
  assert.equal(browser.socket.said.length, 2);
  assert.equal(links.at(-1).state, 'late');
});

test('a head that is reached in time is not', () => {
  live();
  ping({ [FEED]: 'aaaaaaaa-5' });
  browser.say(entries('aaaaaaaa-3', 'aaaaaaaa-5'));
  browser.pass(5000);

  assert.equal(browser.socket.said.length, 1);
});

test('a ping slides the hour when its minute is over', () => {
  live();
  ping({}, 7200);
  assert.equal(states.length, 2);
  assert.equal(states[1].state.minutes.at(-1)[0], 7200);
  ping({}, 7201);
  assert.equal(states.length, 2);
});

test('silence of two and a half pings is a lost link, and one of one and a half is late', () => {
  live();
  ping({});
  browser.pass(7500);
  assert.equal(links.at(-1).state, 'late');
  browser.pass(5000);
  assert.equal(links.at(-1).state, 'offline');
  browser.pass(500);
  assert.equal(browser.sockets.length, 2);
});

test('waking up after a long sleep does not wait for a timer', () => {
  live();
  browser.now += 600_000;
  browser.wakeUps.visibilitychange();
  assert.equal(links.at(-1).state, 'offline');
  browser.wakeUps.online();
  assert.equal(browser.sockets.length, 2);
});

test('frames of a socket that was given up are not heard', () => {
  live();
  const old = browser.socket;
  browser.now += 600_000;
  browser.wakeUps.pageshow();
  old.onmessage({ data: JSON.stringify(entries('aaaaaaaa-3', 'aaaaaaaa-4')) });

  assert.equal(states.length, 1);
});

test('a restart says when to come back', () => {
  live();
  browser.lose(1012, '700');
  browser.pass(699);
  assert.equal(browser.sockets.length, 1);
  browser.pass(1);
  assert.equal(browser.sockets.length, 2);
});

test('who is refused does not come back', () => {
  browser.open();
  browser.lose(4403, 'forbidden');
  browser.pass(3_600_000);
  browser.wakeUps.online();

  assert.equal(browser.sockets.length, 1);
  assert.deepEqual(links.map(({ state, code }) => [state, code]), [['connecting', null], ['closed', 4403]]);
});

test('a node without its database says so until it has it again', () => {
  live();
  browser.say({ type: 'stale', since: 6000 });
  assert.equal(links.at(-1).state, 'stale');
  ping({});
  assert.equal(links.at(-1).state, 'live');
});

test('the source comes with the pings, is shown when it changes, and is not known of a lost link', () => {
  live();
  assert.equal(links.at(-1).source, null);
  ping({}, 6001, { state: 'live', since: 5000, upTo: 6000.5 });
  assert.deepEqual(links.at(-1), { ...links.at(-1), state: 'live', source: { state: 'live', since: 5_000_000, upTo: 6_000_500 } });
  const before = links.length;
  ping({}, 6002, { state: 'live', since: 5000, upTo: 6000.5 });
  assert.equal(links.length, before);
  ping({}, 6003, { state: 'away', since: null, upTo: null });
  assert.deepEqual(links.at(-1).source, { state: 'away', since: null, upTo: null });
  browser.lose();
  assert.deepEqual([links.at(-1).state, links.at(-1).source], ['offline', null]);
});

test('closing ends it', () => {
  live();
  watched.close();
  browser.pass(3_600_000);

  assert.equal(browser.sockets.length, 1);
  assert.equal(links.at(-1).state, 'closed');
});

function live() {
  browser.open();
  browser.say(snapshot('aaaaaaaa-3'));
}

function ping(heads, at = 6001, source = undefined) {
  browser.say({ type: 'ping', at, every: 5, heads, source });
}

function snapshot(token) {
  return {
    type: 'snapshot', feed: FEED, v: 1, token, at: 6000,
    state: { status: ['published', ''], goals: [], totals: TOTALS, minutes: [], edits: [], people: [] },
  };
}

function entries(from, token, some = []) {
  return { type: 'entries', feed: FEED, from, token, at: 6001, totals: TOTALS, minutes: [], entries: some, more: 0 };
}
