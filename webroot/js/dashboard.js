// The organizers' dashboard: what their feed and the public one say, as it happens.
import { createActivity } from './dashboard/activity.js';
import { showFigures, showRate } from './dashboard/figures.js';
import { showPeople } from './dashboard/people.js';
import { createSummary } from './dashboard/summary.js';
import { beforeFirstState, showWhich } from './dashboard/unloaded.js';
import { pageData, setText } from './dom.js';
import { endingText } from './ending.js';
import { watch } from './live/watch.js';
import { createMessages } from './messages.js';
import { duration } from './times.js';

const TICK_MILLIS = 1000;
const LOOKS = { live: 'live', late: 'late', offline: 'late', stale: 'late', closed: 'lost' };

const page = pageData();
const messages = createMessages(page.locale, page.messages);
const activity = createActivity(document.querySelector('[data-activity]'), page, messages);
const summary = createSummary(document.querySelector('[data-summary]'), messages);
const states = new Map();
let serverAhead = 0;

function onState(feed, state, news) {
  states.set(feed, state);
  serverAhead = state.at * 1000 - Date.now();
  const [all, publicly] = [states.get(page.feeds.organizers), states.get(page.feeds.public)];
  if (all && publicly) showFigures(document, { all, publicly }, messages);
  if (feed !== page.feeds.organizers) return;
  if (state.status[0] !== page.status) return location.reload();
  showRate(document.querySelector('[data-rate]'), state.minutes, messages);
  activity.update(state, news);
  showPeople(document.querySelector('[data-people]'), state, messages, page);
  summary.update(state.totals);
  tick();
}

function onLink({ state, code }) {
  const element = document.querySelector('[data-link]');
  element.className = `ec-state ec-state--${LOOKS[state] ?? 'late'}`;
  setText(element, messages.say(state === 'closed' && code ? `live-link-${code}` : `live-link-${state}`));
  if (!states.has(page.feeds.organizers)) showUnloaded(beforeFirstState(state));
  tick();
}

function showUnloaded(which) {
  for (const panel of document.querySelectorAll('[data-activity], [data-people]')) showWhich(panel, which);
}

/** What the clock moves; nothing is called live that is over. */
function tick() {
  const now = Date.now() + serverAhead;
  const link = document.querySelector('[data-link]');
  link.hidden = now >= page.end && link.classList.contains('ec-state--live');
  const until = now < page.start ? page.start : page.end;
  const left = messages.say(now < page.start ? 'live-starts-in' : 'live-ends-in', duration(page.locale, until - now));
  const status = states.get(page.feeds.organizers)?.status;
  setText(document.querySelector('[data-left]'), now < page.end ? left : whatIsOver(status, now));
  summary.tick(Date.now());
}

function whatIsOver(status, now) {
  return page.status === 'cancelled' ? messages.say('live-over') : endingText(page.ending, status, now);
}

/** On a phone one part is seen at a time. */
function choosePart(event) {
  const tab = event.target.closest('[data-part]');
  if (!tab) return;
  document.body.dataset.shown = tab.dataset.part;
  for (const other of document.querySelectorAll('[data-part]')) other.setAttribute('aria-pressed', other === tab);
}

document.querySelector('[data-parts]').addEventListener('click', choosePart);
watch({ feeds: Object.values(page.feeds), pace: 'organizer', onState, onLink });
setInterval(tick, TICK_MILLIS);
