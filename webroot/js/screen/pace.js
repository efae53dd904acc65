// What can be said about a goal. Pure: figures in, a finding out; the words are the page's.

const SOONEST_MILLIS = 10 * 60_000;

/** The figure of a metric in the totals of a feed; unknown metrics are 0. */
export function valueOf(totals, metric) {
  return Math.max(0, Number(totals?.[metric] ?? 0));
}

/**
 * Where a goal is heading when it goes on as since the start: {kind: 'reached'}, {kind: 'on-track', at} or
 * {kind: 'heading', value}; null while it is too early, or too late, to say.
 */
export function pace({ value, target, start, end, now }) {
  if (target > 0 && value >= target) return { kind: 'reached' };
  if (value === 0 || now - start < SOONEST_MILLIS || now >= end) return null;
  const reachedAt = start + ((now - start) * target) / value;
  if (reachedAt <= end) return { kind: 'on-track', at: reachedAt };
  return { kind: 'heading', value: Math.floor((value * (end - start)) / (now - start)) };
}
