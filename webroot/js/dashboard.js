// The organizers' dashboard: what their feed and the public one say, as it happens.
import { createActivity } from './dashboard/activity.js';
import { showFigures, showRate } from './dashboard/figures.js';
import { showPeople } from './dashboard/people.js';
import { createSummary } from './dashboard/summary.js';
import { beforeFirstState, showWhich } from './dashboard/unloaded.js';
import { pageData, setText } from './dom.js';
import { endingText } from './ending.js';
import { freshness, isFinal } from './freshness.js';
import { showLink } from './link-state.js';
import { watch } from './live/watch.js';
import { createMessages } from './messages.js';
import { duration } from './times.js';

const TICK_MILLIS = 1000;

const page = pageData();
const messages = createMessages(page.locale, page.messages);
const activity = createActivity(document.querySelector('[data-activity]'), page, messages);
const summary = createSummary(document.querySelector('[data-summary]'), messages);
const states = new Map();
let link = { state: 'connecting', source: null };
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

function onLink(next) {
  link = next;
  if (!states.has(page.feeds.organizers)) showUnloaded(beforeFirstState(link.state));
  tick();
}

function showUnloaded(which) {
  for (const panel of document.querySelectorAll('[data-activity], [data-people]')) showWhich(panel, which);
}

/** Nothing is called live that is over. */
function showFreshness(now) {
  const element = document.querySelector('[data-link]');
  const final = isFinal(states.get(page.feeds.organizers)?.status);
  const own = (word) => (word === 'closed' && link.code ? `live-link-${link.code}` : `live-link-${word}`);
  showLink(element, link, { final, now, own, messages });
  element.hidden = now >= page.end && freshness(link, final).look === 'live';
}

/** What the clock moves. */
function tick() {
  const now = Date.now() + serverAhead;
  showFreshness(now);
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
