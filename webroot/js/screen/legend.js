// The legend of the field: a bloom, the wiki in its own words, how many articles. Most articles first, the others last.
import { bdi, el, svgEl } from '../dom.js';
import { bloom } from '../flower.js';
import { COLOURS, PETALS } from './painter.js';

export function legendRows(wikis, page, messages) {
  const slots = slotsOf(page.wikis);
  const named = wikis.filter(({ wiki }) => slots.get(wiki) < COLOURS).sort((a, b) => b.count - a.count);
  const rows = named.map(({ wiki, count }) => row(mark(slots.get(wiki)), wikiName(wiki, page), count, messages));
  const others = wikis.filter((one) => !named.includes(one)).reduce((sum, { count }) => sum + count, 0);
  if (others > 0) rows.push(row(mark(COLOURS), messages.say('live-screen-other-wikis'), others, messages));
  return rows;
}

/** The colour of each wiki: by its order in the event, so that it is the same on every screen at any time. */
export function slotsOf(wikis) {
  return new Map(Object.keys(wikis).map((wiki, i) => [wiki, Math.min(i, COLOURS)]));
}

function wikiName(wiki, page) {
  const known = page.wikis[wiki];
  return bdi(known?.shortName ?? wiki, known?.language);
}

function row(sign, name, count, messages) {
  return el('li', '', sign, name, el('b', '', messages.number(count)));
}

function mark(slot) {
  const svg = svgEl('svg', { viewBox: '-10 -10 20 20', 'aria-hidden': 'true' });
  if (slot >= COLOURS) svg.append(svgEl('ellipse', { class: 'ec-w7', rx: 7.5, ry: 5.6 }));
  else svg.append(bloomMark(slot), svgEl('circle', { class: 'ec-hole', r: 2.3 }));
  return svg;
}

function bloomMark(slot) {
  const f = (value) => value.toFixed(2);
  const petals = bloom(0, 0, 9.8, PETALS[slot], -Math.PI / 2).map((p) => {
    const turn = `rotate(${f((p.angle * 180) / Math.PI)} ${f(p.x)} ${f(p.y)})`;
    return svgEl('ellipse', { cx: f(p.x), cy: f(p.y), rx: f(p.rx), ry: f(p.ry), transform: turn });
  });
  return svgEl('g', { class: `ec-w${slot + 1}` }, ...petals, svgEl('circle', { r: 4 }));
}
