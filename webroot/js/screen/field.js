// Scene Field: the flower of all articles on a canvas, drawn once and again only when something moved.
import { bdi, el, setText } from '../dom.js';
import { place, placesForArticles } from '../flower.js';
import { spread } from './labels.js';
import { legendRows, slotsOf } from './legend.js';
import { COLOURS, drawLeader, drawRing, drawSeed, drawWaiting, inks } from './painter.js';

const GROW_MILLIS = 500;
const RING_MILLIS = 1600;
const LABELS = 6;
const BESIDE = '.ec-head > *, .ec-words > .ec-scene--field > *, .ec-dock';

export function createField(root, page, messages, motion, seeds) {
  const canvas = root.querySelector('.ec-field');
  const stage = root.querySelector('.ec-stage');
  const still = document.createElement('canvas');
  let goal = 0;
  let moving = null;
  let visible = false;
  let nextFrame = 0;

  /** After a change of the seeds; touched is the newest one that changed, or null. Only what a goal asks for waits. */
  function update(state, touched) {
    goal = state.goals.find(([, metric]) => metric === 'articles')?.[2] ?? 0;
    const wikis = seeds.wikis();
    setText(root.querySelector('[data-articles]'), messages.say('live-screen-articles', state.totals.articles));
    setText(root.querySelector('[data-wikis]'), seeds.loaded ? messages.say('live-screen-wikis', wikis.length) : '');
    root.querySelector('[data-waiting]').hidden = goal <= seeds.articles.length;
    root.querySelector('.ec-legend').replaceChildren(...legendRows(wikis, page, messages));
    if (touched && motion() && visible) moving ??= { seed: touched, began: performance.now() };
    if (visible) paint();
  }

  function show(on) {
    visible = on;
    moving = null;
    if (on) paint();
  }

  function paint() {
    const picture = { view: frame(), ink: inks(), slots: slotsOf(page.wikis) };
    const { view, ink } = picture;
    for (const target of [canvas, still]) size(target, view);
    const pen = penOf(still, view);
    if (seeds.articles.length < goal) drawWaiting(pen, seeds.articles.length, view, ink);
    const titled = labels(view);
    for (const { seed, label } of titled) drawLeader(pen, { x: label.x, y: label.seedY }, { x: label.tip, y: label.y }, view, ink);
    for (const seed of seeds.articles) if (seed !== moving?.seed) drawSeed(pen, seed, view, ink, picture.slots.get(seed.wiki) ?? COLOURS);
    blit(picture);
  }

  /** One copy of the still picture and at most one seed that moves; a next frame is asked for only while it does. */
  function blit(picture) {
    const { view, ink, slots } = picture;
    const pen = canvas.getContext('2d');
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(still, 0, 0);
    if (!moving) return;
    const passed = performance.now() - moving.began;
    const slot = slots.get(moving.seed.wiki) ?? COLOURS;
    const moved = penOf(canvas, view);
    drawSeed(moved, moving.seed, view, ink, slot, Math.min(1, passed / GROW_MILLIS));
    drawRing(moved, moving.seed, view, ink, slot, passed / RING_MILLIS);
    if (passed >= RING_MILLIS) moving = null;
    cancelAnimationFrame(nextFrame);
    nextFrame = requestAnimationFrame(() => visible && (moving ? blit(picture) : paint()));
  }

  function penOf(target, { density, cx, cy }) {
    const pen = target.getContext('2d');
    pen.setTransform(density, 0, 0, density, cx * density, cy * density);
    return pen;
  }

  function size(target, { width, height, density }) {
    target.width = Math.round(width * density);
    target.height = Math.round(height * density);
  }

  /** Where the flower is: towards the end side, with room for labels on both of its sides where the screen is wide. */
  function frame() {
    const { clientWidth: width, clientHeight: height } = stage;
    const u = Math.min(innerHeight / 100, innerWidth * 0.0072);
    const wide = width > 150 * u;
    const R = wide ? Math.min(height / 2, 42 * u) : Math.min(width, height) / 2;
    const fromEnd = wide ? 22 * u + R : width / 2;
    const cx = document.documentElement.dir === 'rtl' ? fromEnd : width - fromEnd;
    const n = placesForArticles(seeds.articles.length, goal);
    return { width, height, u, wide, n, R, cx, cy: height / 2, density: Math.min(2, devicePixelRatio || 1) };
  }

  /** Titles of the newest touched seeds beside the flower; gives what a line is to be drawn to. */
  function labels(view) {
    for (const old of stage.querySelectorAll('.ec-label')) old.remove();
    if (!view.wide) return [];
    const titled = seeds.newest(LABELS).map((seed) => ({ seed, ...place(seed.place, view.n, view.R) }));
    return spread(titled, { ...view, taken: taken(view) }).map((label) => ({ seed: label.seed, label: { ...label, tip: addLabel(label, view) } }));
  }

  /** What a label must not touch: head, words and dock, measured from the middle of the flower. */
  function taken({ cx, cy }) {
    const { left, top } = stage.getBoundingClientRect();
    return [...root.querySelectorAll(BESIDE)].map((element) => {
      const box = element.getBoundingClientRect();
      const onLeft = box.right < left + cx;
      const from = onLeft ? left + cx - box.right : box.left - left - cx;
      return { side: onLeft ? 'left' : 'right', top: box.top - top - cy, bottom: box.bottom - top - cy, from };
    });
  }

  function addLabel({ seed, side, edge, y, room }, { cx, cy, u }) {
    const title = bdi(seed.title, page.wikis[seed.wiki]?.language);
    const box = el('p', `ec-label ec-label--${side} ec-scene ec-scene--field`, title);
    box.dir = 'auto';
    stage.append(box);
    box.style.maxWidth = `${room}px`;
    const left = side === 'left' ? cx + edge - box.offsetWidth : cx + edge;
    box.style.transform = `translate(${left}px, ${cy + y - box.offsetHeight / 2}px)`;
    return edge + (side === 'left' ? u : -u);
  }

  new ResizeObserver(() => visible && paint()).observe(stage);
  return { update, show };
}
