// The room screen: what the public feed says, as scenes that take turns, for eight hours without a hand on it.
import { pageData, setText } from './dom.js';
import { askDoor, createDoor } from './door.js';
import { endingText } from './ending.js';
import { isFinal, isLive } from './freshness.js';
import { watch } from './live/watch.js';
import { createMessages } from './messages.js';
import { createField } from './screen/field.js';
import { keepFitted } from './screen/fitted.js';
import { namesMustGo, screenFreshness } from './screen/freshness.js';
import { createGoal } from './screen/goal.js';
import { createLines } from './screen/lines.js';
import { doorOf, phaseOf, scenesOf } from './screen/phase.js';
import { createReading } from './screen/reading.js';
import { createScenes } from './screen/scenes.js';
import { createSeeds } from './screen/seeds.js';
import { attend } from './screen/unattended.js';
import { clock, moment } from './times.js';

const TICK_MILLIS = 500;

const page = pageData();
const root = document.body;
const messages = createMessages(page.locale, page.messages);
const still = matchMedia('(prefers-reduced-motion: reduce)');
const motion = () => !still.matches && page.motion;
const seeds = createSeeds();
const goal = createGoal(root, page, messages, motion);
const lines = createLines(root.querySelector('.ec-lines'), page, messages);
const field = createField(root, page, messages, motion, seeds);
const reading = createReading();
const door = createDoor(page.door, page.joinUntil, { passed: performance.now() });

let state = null;
let link = { state: 'connecting', since: Date.now(), source: null };
let serverAhead = 0;
let namesGone = false;
let shownScene = null;

const scenes = createScenes(available, { now: Date.now() });

function available() {
  const canJoin = doorNow() === 'open';
  if (page.scene && (page.scene !== 'join' || canJoin)) return [page.scene];
  if (state === null) return [canJoin ? root.dataset.scene : 'goal'];
  const hasFigures = state.totals.participants + state.totals.edits > 0;
  return scenesOf({ phase: phaseNow(), hasFigures, hasArticles: seeds.articles.length > 0, canJoin });
}

/** Who cannot come in is not asked to. */
function doorNow() {
  return doorOf(phaseNow(), door.state(state === null ? null : Date.now() + serverAhead));
}

/** As the page was written until the first state has come: the clock of this machine may be wrong. */
function phaseNow() {
  return state === null ? root.dataset.phase : phaseOf(page, state.status[0], Date.now() + serverAhead);
}

function onState(_, next, news, more) {
  reading.moved(state, next, news, more);
  if (state !== null && state.totals.participants !== next.totals.participants) door.hurry(performance.now());
  state = next;
  serverAhead = next.at * 1000 - Date.now();
  for (const edit of next.edits) seeds.name(edit);
  const touched = news.filter((entry) => entry.kind === 'contributed').map(seeds.add).findLast(Boolean) ?? null;
  goal.update(next);
  lines.update(next.edits, Date.now());
  field.update(next, touched);
  tick();
}

function onLink(next) {
  link = next;
  tick();
}

/** Everything that time alone moves: clock, pace, freshness, the turn of the scenes. */
function tick() {
  const now = Date.now();
  const serverNow = now + serverAhead;
  setText(root.querySelector('[data-clock]'), clock(page.locale, serverNow, page.zone));
  showPhase(phaseNow());
  showDoor(serverNow);
  showFreshness(now);
  goal.pulse(serverNow, isLive(link), root.dataset.phase);
  lines.pulse(now);
  if (namesMustGo(link, now) !== namesGone) forgetNames(namesMustGo(link, now));
  if (link.state === 'live' && reading.isDue(now)) loadField(now);
  if (door.isDue(performance.now(), state && serverNow)) readDoor();
  showScene(scenes.tick(now));
}

function showPhase(phase) {
  root.dataset.phase = phase;
  setText(root.querySelector('[data-headline]'), page.headlines[phase]);
}

/** In place of the way in, why there is none; as the page was written until the clock of this machine can be judged. */
function showDoor(serverNow) {
  const how = doorNow();
  if (state === null && root.dataset.door === how) return;
  root.dataset.door = how;
  setText(root.querySelector('[data-door-words]'), doorWords(how, serverNow));
}

function doorWords(how, serverNow) {
  if (how === 'not-yet-open' && door.answer.opensAt !== null) {
    return messages.say('live-screen-door-opens', moment(page.locale, door.answer.opensAt, serverNow, page.zone));
  }
  return ['full', 'not-yet-open', 'closed'].includes(how) ? messages.say(`live-screen-door-${how}`) : '';
}

async function readDoor() {
  const answer = await askDoor(page.doorAddress);
  if (answer === null) return;
  door.answered(answer);
  tick();
}

function showFreshness(now) {
  const { mark, key, at } = screenFreshness(link, now, root.dataset.phase, isFinal(state?.status));
  root.dataset.link = mark;
  root.classList.toggle('ec-screen--source', key.startsWith('campaign-source-'));
  const text = key === 'ending'
    ? endingText(page.ending, state?.status, now + serverAhead)
    : messages.say(key, at ? moment(page.locale, at, now + serverAhead, page.zone) : '');
  setText(root.querySelector('[data-freshness]'), text);
  root.querySelector('[data-paused]').hidden = !scenes.paused;
}

function showScene(scene) {
  if (shownScene === scene) return;
  shownScene = scene;
  root.dataset.scene = scene;
  field.show(scene === 'field');
}

/** All articles in their order: once, and again when one may have gone, or came unseen. */
async function loadField(now) {
  reading.began(now);
  try {
    const answer = await fetch(page.articles, { cache: 'no-store' });
    if (!answer.ok) throw new Error(answer.status);
    const { seq, articles } = await answer.json();
    seeds.load(articles.map(([wiki, key, bytes, isNew]) => ({ wiki, key, bytes, new: isNew })), seq);
    reading.came(seq, state);
    if (state === null) return;
    for (const edit of [...state.edits].reverse()) seeds.add(edit) ?? seeds.name(edit);
    field.update(state, null);
  } catch {
    reading.failed();
  }
}

/** Once when they must go; what comes after the link is back names people again. */
function forgetNames(gone) {
  namesGone = gone;
  if (!gone) return;
  lines.forget();
  seeds.forgetTitles();
  if (state) field.update(state, null);
}

root.classList.toggle('ec-screen--still', !page.motion);
root.querySelectorAll('[data-headline], .ec-togo, .ec-pace').forEach(keepFitted);
watch({ feeds: [page.feed], pace: 'screen', onState, onLink });
attend({ root, scenes, show: () => showScene(scenes.current), isIdle: () => link.state === 'live' });
setInterval(tick, TICK_MILLIS);
