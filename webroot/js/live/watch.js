/**
 * Keeps the state of feeds equal to the server's, over one WebSocket that comes back by itself.
 *
 *   const watched = watch({
 *     feeds: ['event/lagos-2026/public'],   // at most 8; `…/organizers` needs an organizer
 *     pace: 'screen',                       // screen (a frame a second), phone (one in two), organizer (four a second)
 *     onState(feed, state, news, more) {},  // after each change; also when only the hour of `minutes` slid
 *     onLink(link) {},                      // after each change of `link.state` or `link.source`
 *   });
 *   watched.close();
 *
 * `state`: `{token, at, status: [status, endsAt], goals: [[goal, metric, target]], totals, minutes, edits, people}`;
 *   `minutes` is the last hour as 60 `[minute, edits]`, oldest first, zeros included; `edits` and `people` newest first,
 *   at most 50; `at` and minutes are seconds since 1970 by the server's clock. Texts are what people wrote: only textContent.
 * `news`: the entries that this frame brought, oldest first; empty after a snapshot (nothing to animate).
 * `more`: how many entries it left out, since the state has no room for them; who keeps more than the state (all articles)
 *   reads that again then, as after a snapshot. Nobody counts by news: totals are exact.
 * `link`: `{state, since, code, source}`, `since` in ms by this machine's clock, `code` of the close or null:
 *   connecting (never heard yet) · live · late (silent for longer than a ping, or behind for 5 s) · offline (lost, tries
 *   again) · stale (the server cannot read its database) · closed (will not come back: 4401 sign in, 4403 not for you,
 *   4404 unknown, 4426 reload).
 * `link.source`: how the source of edits stands, as the server has it: `{state, since, upTo}`, live · catching_up · late ·
 *   away, times in ms by the server's clock or null; null itself while it is not known, as on a lost link.
 */
import { applyEntries, fromSnapshot } from './fold.js';
import { openLink } from './link.js';
import { lastHour } from './minutes.js';
import { isBehind } from './token.js';

const BEHIND_MS = 5000;

export function watch({ feeds, pace, onState, onLink = () => {}, env = globalThis }) {
  const states = new Map(feeds.map((feed) => [feed, null]));
  const asked = new Set();
  let shown = null;
  let source = null;
  const link = openLink({ pace, env, onLink: onLinkState, hello, onFrame });

  function onLinkState(next) {
    if (next.state === 'offline' || next.state === 'closed') source = null;
    shown = next;
    onLink({ ...shown, source });
  }

  function onSource(frame) {
    const next = frame ? { state: frame.state, since: millis(frame.since), upTo: millis(frame.upTo) } : null;
    if (next?.state === source?.state && next?.since === source?.since && next?.upTo === source?.upTo) return;
    source = next;
    onLink({ ...shown, source });
  }

  function hello() {
    asked.clear();
    return {
      type: 'hello', v: [1], pace,
      feeds: feeds.map((feed) => ({ feed, after: states.get(feed)?.token ?? null })),
    };
  }

  function onFrame(frame) {
    if (frame.type === 'ping') onPing(frame);
    else if (!states.has(frame.feed)) return;
    else if (frame.type === 'reset') states.set(frame.feed, null);
    else if (frame.type === 'snapshot') onSnapshot(frame);
    else if (frame.type === 'entries') onEntries(frame);
  }

  function onSnapshot(frame) {
    asked.delete(frame.feed);
    const mine = states.get(frame.feed);
    if (isBehind(mine?.token ?? null, frame.token)) show(frame.feed, fromSnapshot(frame), []);
  }

  function onEntries(frame) {
    const mine = states.get(frame.feed);
    const { state, news, fit } = mine === null ? { fit: 'gap' } : applyEntries(mine, frame);
    if (fit === 'applied') asked.delete(frame.feed);
    if (fit === 'applied') show(frame.feed, state, news, frame.more);
    if (fit === 'unknown') states.set(frame.feed, null);
    if (fit === 'gap' || fit === 'unknown') askAgain(frame.feed);
  }

  function show(feed, state, news, more = 0) {
    states.set(feed, state);
    onState(feed, { ...state, minutes: lastHour(state.minutes, state.at) }, news, more);
  }

  /** One hello repairs one gap; until it is answered, further gaps say nothing new. */
  function askAgain(feed) {
    if (asked.has(feed)) return;
    link.sayHello();
    asked.add(feed);
  }

  function onPing({ at, heads, source: news }) {
    onSource(news);
    for (const [feed, state] of states) {
      if (state === null) continue;
      if (Math.floor(at / 60) > Math.floor(state.at / 60)) show(feed, { ...state, at }, []);
      if (heads[feed] && isBehind(state.token, heads[feed])) expect(feed, heads[feed]);
    }
  }

  function expect(feed, head) {
    env.setTimeout(() => {
      const token = states.get(feed)?.token ?? null;
      if (link.isOpen() && isBehind(token, head)) {
        link.late();
        link.sayHello();
      }
    }, BEHIND_MS);
  }

  return { close: link.close };
}

function millis(seconds) {
  return seconds === null ? null : seconds * 1000;
}
