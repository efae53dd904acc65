// The page of an event: moves the figures that the server wrote, and says times as the visitor's clock has them.
import { readAgain } from './again.js';
import { bdi, el, pageData, setText } from './dom.js';
import { askDoor, createDoor } from './door.js';
import { endingText } from './ending.js';
import { freshness, isFinal } from './freshness.js';
import { moveGoal } from './goal.js';
import { showPublicLink } from './link-state.js';
import { latestFirst } from './live/latest.js';
import { watch } from './live/watch.js';
import { createMessages } from './messages.js';
import { cityOf, duration, rangeForViewer, relative, sameClock, viewersZone } from './times.js';

const SHOWN_EDITS = 5;
const SHOWN_NAMES = 24;
const TICK_MILLIS = 5000;
const DOOR_MILLIS = 180_000;

const page = pageData();
const messages = createMessages(page.locale, page.messages);
const door = createDoor(page.door, page.joinUntil, { passed: performance.now(), every: DOOR_MILLIS });
let shownDoor = page.door.state;
let state = null;
let link = { state: 'connecting', source: null };
let serverAhead = 0;

function onState(_, next) {
  if (state !== null && next.status[0] !== page.status) return location.reload();
  state = next;
  serverAhead = next.at * 1000 - Date.now();
  moveGoal(document.querySelector('[data-goal]'), next.totals, messages);
  for (const bar of document.querySelectorAll('[data-bar]')) moveBar(bar, next.totals);
  for (const cell of document.querySelectorAll('[data-total]')) setText(cell, messages.number(next.totals[cell.dataset.total]));
  setText(document.querySelector('[data-participants]'), messages.say('campaign-people', next.totals.participants));
  showEdits(next);
  showPeople(next);
  tick();
}

function moveBar(bar, totals) {
  const [value, target] = [totals[bar.dataset.bar], Number(bar.dataset.target)];
  setText(bar.querySelector('[data-bar-text]'), messages.say('campaign-value-of', value, target));
  bar.querySelector('.s').setAttribute('width', Math.min(100, Math.floor((value * 100) / target)));
}

function showEdits({ edits, totals }) {
  const list = document.querySelector('[data-edits]');
  const shown = latestFirst(edits).slice(0, SHOWN_EDITS);
  const same = [...list.children].map((row) => row.dataset.seq).join() === shown.map((edit) => String(edit.seq)).join();
  document.querySelector('[data-no-edits]').hidden = shown.length + totals.edits > 0;
  if (!same || shown.some((edit) => !edit.name)) list.replaceChildren(...shown.map(row));
}

function row(edit) {
  const wiki = page.wikis[edit.wiki] ?? { name: edit.wiki };
  const title = bdi(edit.title, wiki.language);
  const link = el('a', 'ec-edits__title', title);
  if (wiki.address) link.href = `${wiki.address}/wiki/${encodeURIComponent(edit.title.replaceAll(' ', '_'))}`;
  const by = edit.name ? bdi(edit.name) : messages.say('campaign-someone');
  const what = messages.parts(edit.new ? 'campaign-edit-new' : 'campaign-edit-improved', by, bdi(wiki.name));
  const time = el('time', 'ec-small ec-subtle');
  time.dateTime = new Date(edit.at * 1000).toISOString();
  const item = el('li', '', link, el('span', 'ec-small ec-subtle', ...what), time);
  item.dataset.seq = edit.seq;
  return item;
}

function showPeople({ people, totals }) {
  const names = people.flatMap(({ name }) => (name ? [name] : [])).slice(0, SHOWN_NAMES);
  const further = Math.max(0, totals.participants - names.length);
  const more = document.querySelector('[data-more]');
  document.querySelector('[data-people]').replaceChildren(...names.map((name) => el('li', '', bdi(name))));
  document.querySelector('[data-nobody]').hidden = names.length > 0;
  more.hidden = names.length === 0 || further === 0;
  setText(more, messages.say('campaign-people-more', further));
}

/** Whether one can come in, and where the event stands, as long as the page is looked at; many look at it, so seldom. */
async function keepDoor() {
  const now = state && Date.now() + serverAhead;
  if (document.visibilityState !== 'visible') return;
  if (door.isDue(performance.now(), now)) door.answered((await askDoor(page.doorAddress)) ?? door.answer);
  const stands = door.state(now);
  if (stands !== shownDoor && (await readAgain())) shownDoor = stands;
}

/** What the clock moves: how long ago, how long yet. */
function tick() {
  const now = Date.now() + serverAhead;
  for (const time of document.querySelectorAll('[data-edits] time')) {
    setText(time, relative(page.locale, Date.parse(time.dateTime), Math.max(now, Date.parse(time.dateTime))));
  }
  const left = document.querySelector('[data-left]');
  const until = now < page.start ? page.start : page.end;
  left.hidden = now >= page.end;
  showFreshness(now);
  showEnding(now);
  setText(left, messages.say(now < page.start ? 'campaign-starts-in' : 'campaign-ends-in', duration(page.locale, until - now)));
}

/** A cancelled event has no such line. */
function showEnding(now) {
  const line = document.querySelector('[data-ending]');
  if (line === null) return;
  line.hidden = now < page.end;
  if (!line.hidden && state !== null) setText(line, endingText(page.ending, state.status, now));
}

function onLink(next) {
  link = next;
  tick();
}

/** Nothing is called live that is over. */
function showFreshness(now) {
  const element = document.querySelector('[data-link]');
  const final = isFinal(state?.status);
  showPublicLink(element, link, { final, now, messages });
  element.hidden = now >= page.end && (final || freshness(link).look === 'live');
}

function showViewersWindow() {
  const zone = viewersZone();
  if (sameClock(page.start, page.zone, zone) && sameClock(page.end, page.zone, zone)) return;
  const line = document.querySelector('[data-viewer-window]');
  const [from, to] = rangeForViewer(page.locale, page.start, page.end, page.zone);
  setText(line, messages.say('campaign-viewer-window', from, to, cityOf(zone)));
  line.hidden = false;
}

showViewersWindow();
tick();
setInterval(() => {
  tick();
  keepDoor();
}, TICK_MILLIS);
watch({ feeds: [page.feed], pace: 'phone', onState, onLink });
