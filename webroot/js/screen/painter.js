// Draws the flower of articles on a canvas whose origin is its middle. A view is {n, R, u}, inks() the colours.
import { bloom, place, seedRadius } from '../flower.js';

export const COLOURS = 6;
/** Each wiki has its own number of petals, so that colour is never alone. */
export const PETALS = [5, 6, 8, 4, 7, 9];
const LEAST_BLOOM_PX = 4;

/** The colours of the page, light or dark, as the style sheet has them. */
export function inks() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  return {
    wikis: Array.from({ length: COLOURS }, (_, i) => read(`--ec-wiki-${i + 1}`)),
    other: read('--ec-other'),
    base: read('--background-color-base'),
    place: read('--ec-place'),
    leader: read('--ec-leader'),
    room: Number(read('--ec-room')),
  };
}

/** The places from the k-th on, which wait for an article. */
export function drawWaiting(pen, from, { n, R }, ink) {
  pen.fillStyle = ink.place;
  for (let k = from; k < n; k++) {
    const at = place(k, n, R);
    disc(pen, at.x, at.y, Math.max(0.8, at.c * 0.14));
  }
}

/** A new article is a bloom, an improved one a seed; slot is the number of its wiki, grown from 0 to 1. */
export function drawSeed(pen, seed, { n, R }, ink, slot, grown = 1) {
  const at = place(seed.place, n, R);
  const radius = seedRadius(seed.bytes, at.c, seed.place) * grown;
  pen.fillStyle = pen.strokeStyle = ink.wikis[slot] ?? ink.other;
  pen.globalAlpha = ink.room;
  disc(pen, at.x, at.y, at.c * 0.9);
  pen.globalAlpha = 1;
  if (slot >= COLOURS) hollowGrain(pen, at, radius);
  else if (seed.isNew && radius > LEAST_BLOOM_PX) fullBloom(pen, at, Math.min(radius * 1.22, at.c * 0.93), PETALS[slot], ink);
  else grain(pen, at, radius).fill();
}

/** The ring that an edit sends out, at a part of its way from 0 to 1. */
export function drawRing(pen, seed, { n, R, u }, ink, slot, part) {
  if (part >= 1) return;
  const at = place(seed.place, n, R);
  pen.strokeStyle = ink.wikis[slot] ?? ink.other;
  pen.globalAlpha = 1 - part;
  pen.lineWidth = 0.5 * u;
  pen.beginPath();
  pen.arc(at.x, at.y, seedRadius(seed.bytes, at.c, seed.place) * (1 + 0.8 * part) + 0.6 * u, 0, 7);
  pen.stroke();
  pen.globalAlpha = 1;
}

/** A straight line from a seed to its label. */
export function drawLeader(pen, from, to, { u }, ink) {
  pen.strokeStyle = ink.leader;
  pen.lineWidth = Math.max(1, 0.2 * u);
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
}

function fullBloom(pen, at, radius, petals, ink) {
  pen.beginPath();
  for (const p of bloom(at.x, at.y, radius, petals, at.angle)) {
    pen.moveTo(p.x, p.y);
    pen.ellipse(p.x, p.y, p.rx, p.ry, p.angle, 0, 7);
  }
  pen.fill();
  pen.fillStyle = ink.base;
  disc(pen, at.x, at.y, radius * 0.23);
}

function hollowGrain(pen, at, radius) {
  pen.lineWidth = Math.max(1, radius * 0.18);
  grain(pen, at, radius * 0.9).stroke();
}

function grain(pen, at, radius) {
  pen.beginPath();
  pen.ellipse(at.x, at.y, radius, radius * 0.76, at.angle, 0, 7);
  return pen;
}

function disc(pen, x, y, radius) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 7);
  pen.fill();
}
