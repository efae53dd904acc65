// A goal that the server wrote, kept up: the seeds of its flower, its number, what is to go.
import { setText, svgEl } from './dom.js';
import { place, placesReached } from './flower.js';

const RADIUS = 46;
const SHADES = 5;
const SEED = 0.81;
const WAITING = 0.3;
const RING = 1.19;

/** box: the element with data-goal (the metric) and data-target (0: none, the flower is then a sign only). */
export function moveGoal(box, totals, messages, number = box.querySelector('[data-value]')) {
  const value = totals[box.dataset.goal];
  const target = Number(box.dataset.target);
  setText(number, messages.number(value));
  if (target === 0) return;
  setText(box.querySelector('[data-to-go]'), value >= target ? messages.say('campaign-goal-reached') : messages.say('campaign-to-go', target - value));
  moveFlower(box.querySelector('.ec-flower'), value, target);
}

function moveFlower(flower, value, target) {
  const places = Number(flower.dataset.places);
  const reached = placesReached(value, target, places);
  if (Number(flower.dataset.reached) === reached) return;
  flower.dataset.reached = reached;
  const seeds = [...flower.children].slice(0, places);
  const room = place(0, places, RADIUS).c;
  seeds.forEach((seed, k) => {
    const kind = k >= reached ? 'o' : `s${Math.min(SHADES - 1, Math.floor((k * SHADES) / reached))}`;
    const opened = kind !== 'o' && seed.getAttribute('class') === 'o';
    seed.setAttribute('class', opened ? `${kind} ec-fresh` : kind);
    seed.setAttribute('r', (room * (kind === 'o' ? WAITING : SEED)).toFixed(1));
  });
  ring(flower, reached - 1, places, room);
}

function ring(flower, k, places, room) {
  flower.querySelector('.n')?.remove();
  if (k < 0) return;
  const at = place(k, places, RADIUS);
  flower.append(svgEl('circle', { class: 'n', cx: at.x.toFixed(1), cy: at.y.toFixed(1), r: (room * RING).toFixed(1) }));
}
