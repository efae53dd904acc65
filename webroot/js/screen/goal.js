// Scene Goal: a petal for each step of the goal, the number in its middle, and what it means beside it.
import { setText, svgEl } from '../dom.js';
import { petalPath } from '../flower.js';
import { moment } from '../times.js';
import { pace, valueOf } from './pace.js';

const INNER = 35;
const OUTER = 45.6;
const OUTER_WAITING = 41;
const MOST_PETALS = 120;
const TWEEN_MILLIS = 500;

/** Draws the ring and keeps the words; update(state) whenever the figures moved, pulse(now) for what time alone moves. */
export function createGoal(root, page, messages, motion) {
  const ring = root.querySelector('.ec-ring');
  const number = root.querySelector('.ec-hero__number');
  const say = messages.say;
  let petals = [];
  let outlines = null;
  let shown = Number(number.dataset.value);
  let state = null;

  function update(next) {
    state = next;
    const [, metric, target] = goalOf(state);
    const value = valueOf(state.totals, metric);
    drawRing(target, value);
    count(value);
    setText(root.querySelector('.ec-hero__of'), target ? say(`live-screen-of-${metric}`, target) : say(`live-screen-sum-${metric}`, value));
    for (const cell of root.querySelectorAll('[data-total]')) setText(cell, messages.number(valueOf(state.totals, cell.dataset.total)));
    for (const label of root.querySelectorAll('[data-label]')) {
      setText(label, say(`live-screen-label-${label.dataset.label}`, valueOf(state.totals, label.dataset.label)));
    }
  }

  function toGo(phase) {
    const [, metric, target] = goalOf(state);
    const value = valueOf(state.totals, metric);
    if (target && value >= target) return say('live-screen-goal-reached');
    if (phase === 'past') return say('live-screen-over');
    return target && phase !== 'cancelled' ? say('live-screen-to-go', target - value) : '';
  }

  function drawRing(target, value) {
    const { all, open, newest } = petalsOf(value, target);
    if (petals.length !== all) petals = newPetals(all);
    petals.forEach((petal, i) => {
      petal.setAttribute('d', i < open ? outlines.open : outlines.waiting);
      const name = i >= open ? 'ec-petal' : i === newest ? 'ec-petal ec-petal--open ec-petal--newest' : 'ec-petal ec-petal--open';
      if (petal.getAttribute('class') !== name) petal.setAttribute('class', name);
      if (i < open) petal.setAttribute('fill-opacity', newest === null ? '0.7' : (0.7 + (0.3 * (i + 1)) / open).toFixed(2));
      else petal.removeAttribute('fill-opacity');
    });
  }

  function newPetals(all) {
    outlines = { open: petalPath(all, INNER, OUTER), waiting: petalPath(all, INNER, OUTER_WAITING) };
    const made = Array.from({ length: all }, () => svgEl('path', { class: 'ec-petal' }));
    ring.replaceChildren(...made.map((petal, i) => svgEl('g', { transform: `rotate(${(((i + 0.5) / all) * 360).toFixed(3)})` }, petal)));
    return made;
  }

  /** Runs from the number that is shown to the new one; at once where motion is not wanted. */
  function count(to) {
    const from = shown;
    shown = to;
    const began = performance.now();
    const frame = (now) => {
      if (shown !== to) return;
      const part = motion() ? Math.min(1, (now - began) / TWEEN_MILLIS) : 1;
      write(Math.round(from + (to - from) * (1 - (1 - part) ** 3)));
      if (part < 1) requestAnimationFrame(frame);
    };
    frame(from === to ? began + TWEEN_MILLIS : began);
  }

  function write(value) {
    const text = messages.number(value);
    number.dataset.digits = String(value).length;
    number.dataset.value = value;
    setText(number, text);
  }

  /** What the clock moves too: what is still to do, and the pace, of which nothing is said while the link is lost. */
  function pulse(now, fresh, phase) {
    const words = root.querySelector('.ec-pace');
    if (state) setText(root.querySelector('.ec-togo'), toGo(phase));
    if (!state || !fresh || phase !== 'ongoing') return setText(words, '');
    const [, metric, target] = goalOf(state);
    const { start, end } = page;
    const found = target ? pace({ value: valueOf(state.totals, metric), target, start, end, now }) : null;
    setText(words, paceWords(found, end, now));
  }

  function paceWords(found, end, now) {
    if (found?.kind === 'on-track') return say('live-screen-on-track', moment(page.locale, found.at, now, page.zone));
    if (found?.kind === 'heading') return say('live-screen-heading', found.value, moment(page.locale, end, now, page.zone));
    return '';
  }

  return { update, pulse };
}

/**
 * How many petals the ring has, how many are open, and which is the newest (from 0; null: none is told apart). Without a
 * target the ring is a sign that counts nothing: whole as soon as there is anything, and nothing waits.
 */
export function petalsOf(value, target) {
  const whole = value > 0 ? MOST_PETALS : 0;
  if (!target) return { all: whole, open: whole, newest: null };
  const all = Math.min(MOST_PETALS, target);
  const open = Math.min(all, Math.floor((value * all) / target));
  return { all, open, newest: open - 1 };
}

/** The first goal, or the articles without a target. */
export function goalOf(state) {
  return state.goals[0] ?? [0, 'articles', 0];
}
