// The public list: the cards of what happens now move by themselves.
import { pageData, setText } from './dom.js';
import { isLive } from './freshness.js';
import { moveGoal } from './goal.js';
import { showPublicLink } from './link-state.js';
import { latestFirst } from './live/latest.js';
import { watch } from './live/watch.js';
import { createMessages } from './messages.js';
import { relative } from './times.js';

const TICK_MILLIS = 5000;
const JUST_NOW_MILLIS = 2 * 60_000;

const page = pageData();
const messages = createMessages(page.locale, page.messages);
const feeds = Object.keys(page.feeds);
const lastEdits = new Map();
let link = { state: 'connecting', source: null };
let serverAhead = 0;

function cardOf(feed) {
  return document.querySelector(`.ec-card[data-slug="${CSS.escape(page.feeds[feed])}"]`);
}

function onState(feed, { at, totals, edits }) {
  const card = cardOf(feed);
  serverAhead = at * 1000 - Date.now();
  moveGoal(card.querySelector('[data-goal]'), totals, messages, card.querySelector('[data-value]'));
  setText(card.querySelector('[data-participants]'), messages.say('campaign-people', totals.participants));
  if (edits.length > 0) lastEdits.set(feed, latestFirst(edits)[0].at * 1000);
  tick();
}

function onLink(next) {
  link = next;
  tick();
}

function tick() {
  const now = Date.now() + serverAhead;
  showPublicLink(document.querySelector('[data-link]'), link, { now, messages });
  for (const [feed, at] of lastEdits) {
    const line = cardOf(feed).querySelector('[data-last-edit]');
    setText(line, messages.say('campaign-last-edit', relative(page.locale, at, Math.max(at, now))));
    line.classList.toggle('ec-state--live', isLive(link) && now - at < JUST_NOW_MILLIS);
    line.hidden = false;
  }
}

if (feeds.length > 0) {
  watch({ feeds, pace: 'phone', onState, onLink });
  setInterval(tick, TICK_MILLIS);
}
