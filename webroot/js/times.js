// Times in the words of the page's language, and in the zone of whoever looks.

const UNITS = [
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** "12 seconds ago", "in 3 hours": the largest unit that fits, never a fraction. */
export function relative(language, date, now, style = 'long') {
  const seconds = Math.round((date - now) / 1000);
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? UNITS.at(-1);
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'always', style });
  return words.format(Math.trunc(seconds / size), unit);
}

/** "2 hr, 48 min", "5 min": what is left of a time, in at most two units; the seconds only when less than a minute. */
export function duration(language, milliseconds) {
  let seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const parts = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(seconds / size);
    if (count === 0 || (unit === 'second' && parts.length > 0)) continue;
    parts.push(new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count));
    seconds -= count * size;
    if (parts.length === 2) break;
  }
  return new Intl.ListFormat(language, { style: 'narrow', type: 'unit' }).format(parts);
}

/** "15:42" of this instant in a zone. */
export function clock(language, date, zone) {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(
    date,
  );
}

/**
 * The clock of a zone (the viewer's if none is said), with the day where that is not today's, as short as it is clear:
 * "15:42", "Sat 15:42", "Dec 5, 15:42".
 */
export function moment(language, date, now, zone = viewersZone()) {
  const dayOf = (time) => Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(time)) / 86_400_000;
  const days = dayOf(date) - dayOf(now);
  if (days === 0) return clock(language, date, zone);
  const day = days > 0 && days < 7 ? { weekday: 'short' } : { day: 'numeric', month: 'short' };
  const written = { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone };
  return new Intl.DateTimeFormat(language, written).format(date);
}

/** From when to when, in the viewer's zone: with the day only where it differs from that in the event's zone. */
export function rangeForViewer(language, start, end, eventZone, viewerZone = viewersZone()) {
  const days = (zone) =>
    [start, end].map((date) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(date)).join();
  const sameDays = days(eventZone) === days(viewerZone);
  const day = sameDays ? {} : { weekday: 'short', day: 'numeric', month: 'short' };
  const format = new Intl.DateTimeFormat(language, {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: viewerZone,
  });
  return [format.format(start), format.format(end)];
}

export function viewersZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The city of a zone, as its name has it: "Europe/Paris" is Paris. */
export function cityOf(zone) {
  return zone.split('/').at(-1).replaceAll('_', ' ');
}

/** Whether two zones show the same time at this instant: then there is no second time to tell. */
export function sameClock(date, zone, other) {
  const parts = (timeZone) =>
    new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(date);
  return parts(zone) === parts(other);
}
