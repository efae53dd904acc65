// Tiles, goals and totals: what all did, and how much of it the public sees.
import { el, setText, svgEl } from '../dom.js';
import { rateLine } from './rate.js';

export function showFigures(root, { all, publicly }, messages) {
  for (const cell of root.querySelectorAll('[data-all]')) setText(cell, messages.number(all.totals[cell.dataset.all]));
  for (const cell of root.querySelectorAll('[data-public]')) setText(cell, messages.number(publicly.totals[cell.dataset.public]));
  for (const cell of root.querySelectorAll('[data-public-of]')) {
    setText(cell, messages.say('live-public', publicly.totals[cell.dataset.publicOf]));
  }
  showGoals(root.querySelector('[data-goals]'), all, publicly, messages);
}

function showGoals(list, all, publicly, messages) {
  list.replaceChildren(...all.goals.map(([, metric, target]) => goal(metric, target, all, publicly, messages)));
}

function goal(metric, target, all, publicly, messages) {
  const [value, shown] = [all.totals[metric], publicly.totals[metric]];
  const label = el('span', '', messages.say(`live-metric-${metric}`));
  const figures = el('span', 'ec-number', messages.say('live-value-of', value, target));
  const note = value >= target ? messages.say('live-goal-reached') : messages.say('live-to-go', target - value);
  const line = el('p', 'ec-split ec-small ec-subtle', el('span', '', note), el('span', 'ec-number', messages.say('live-public', shown)));
  return el('li', '', el('p', 'ec-split', label, figures), bar(value, shown, target), line);
}

function bar(value, shown, target) {
  const width = (count) => Math.min(100, (count * 100) / target).toFixed(1);
  return svgEl(
    'svg',
    { class: 'ec-bar', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svgEl('rect', { class: 'o', width: 100, height: 8 }),
    svgEl('rect', { class: 'p', width: width(value), height: 8 }),
    svgEl('rect', { class: 's', width: width(shown), height: 8 }),
  );
}

export function showRate(tile, minutes, messages) {
  const { line, area, top, now, sum } = rateLine(minutes);
  const picture = tile.querySelector('svg');
  picture.querySelector('.ec-rate__line').setAttribute('d', line);
  picture.querySelector('.ec-rate__area').setAttribute('d', area);
  picture.setAttribute('aria-label', messages.say('live-rate-picture', top, now));
  setText(tile.querySelector('[data-hour]'), messages.number(sum));
  setText(tile.querySelector('[data-top]'), messages.say('live-rate-top', top));
}
