// Times in the words of the page's language, and in the zone of whoever looks. A time that cannot be written is left
// out (the empty text); none of these functions throws, so that a date never stops a page.
import { knownZone, localesOf, timeFormat } from './known.js';

const UNITS = [
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const DATE = { year: 'numeric', month: '2-digit', day: '2-digit' };

/** "12 seconds ago", "in 3 hours": the largest unit that fits, never a fraction. */
export function relative(language, date, now, style = 'long') {
  const seconds = Math.round((date - now) / 1000);
  if (!Number.isFinite(seconds)) return '';
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? UNITS.at(-1);
  const words = new Intl.RelativeTimeFormat(localesOf(language), { numeric: 'always', style });
  return words.format(Math.trunc(seconds / size), unit);
}

/** "2 hr, 48 min", "5 min": what is left of a time, in at most two units; the seconds only when less than a minute. */
export function duration(language, milliseconds) {
  const locales = localesOf(language);
  let seconds = Math.max(0, Math.floor(milliseconds / 1000)) || 0;
  const parts = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(seconds / size);
    if (count === 0 || (unit === 'second' && parts.length > 0)) continue;
    parts.push(new Intl.NumberFormat(locales, { style: 'unit', unit, unitDisplay: 'short' }).format(count));
    seconds -= count * size;
    if (parts.length === 2) break;
  }
  return new Intl.ListFormat(locales, { style: 'narrow', type: 'unit' }).format(parts);
}

/** "15:42" of this instant in a zone. */
export function clock(language, date, zone) {
  return timeFormat(language, CLOCK, zone)(date);
}

/**
 * The clock of a zone (the viewer's if none is said), with the day where that is not today's, as short as it is clear:
 * "15:42", "Sat 15:42", "Dec 5, 15:42".
 */
export function moment(language, date, now, zone = viewersZone()) {
  const dayOf = (time) => Date.parse(isoDate(time, zone)) / 86_400_000;
  const days = dayOf(date) - dayOf(now);
  if (days === 0) return clock(language, date, zone);
  const day = days > 0 && days < 7 ? { weekday: 'short' } : { day: 'numeric', month: 'short' };
  return timeFormat(language, { ...day, ...CLOCK }, zone)(date);
}

/** From when to when, in the viewer's zone: with the day only where it differs from that in the event's zone. */
export function rangeForViewer(language, start, end, eventZone, viewerZone = viewersZone()) {
  const days = (zone) => [start, end].map((date) => isoDate(date, zone)).join();
  const day = days(eventZone) === days(viewerZone) ? {} : { weekday: 'short', day: 'numeric', month: 'short' };
  return [start, end].map(timeFormat(language, { ...day, ...CLOCK }, viewerZone));
}

/** "2026-12-05" in a zone. */
function isoDate(date, zone) {
  const format = new Intl.DateTimeFormat('en', { ...DATE, calendar: 'gregory', numberingSystem: 'latn', timeZone: knownZone(zone) ?? 'UTC' });
  if (!Number.isFinite(Number(date))) return '';
  const parts = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** The zone of this machine; UTC where it does not say one that the browser knows. */
export function viewersZone() {
  return knownZone(new Intl.DateTimeFormat().resolvedOptions().timeZone) ?? 'UTC';
}

/** The city of a zone, as its name has it: "Europe/Paris" is Paris. */
export function cityOf(zone) {
  return zone.split('/').at(-1).replaceAll('_', ' ');
}

/** Whether two zones show the same time at this instant: then there is no second time to tell. */
export function sameClock(date, zone, other) {
  const parts = (of) => `${isoDate(date, of)} ${timeFormat('en', CLOCK, knownZone(of) ?? 'UTC')(date)}`;
  return parts(zone) === parts(other);
}
