// Where the event stands, and which scenes that allows. Pure: the page's times and the state in, words out.

/** upcoming, ongoing, past, or cancelled whatever the time. */
export function phaseOf({ start, end }, status, now) {
  if (status !== 'published') return 'cancelled';
  if (now < start) return 'upcoming';
  return now < end ? 'ongoing' : 'past';
}

/** How the door stands for whoever reads the screen: after the event, and without one, whatever was answered before. */
export function doorOf(phase, answered) {
  return { past: 'ended', cancelled: 'cancelled' }[phase] ?? answered;
}

/** The scenes that take turns: before the event the way in alone, then what there is; the way in as long as it is open. */
export function scenesOf({ phase, hasFigures, hasArticles, canJoin }) {
  if (canJoin && (phase === 'upcoming' || (phase === 'ongoing' && !hasFigures))) return ['join'];
  return ['goal', ...(hasArticles ? ['field'] : []), ...(canJoin && phase === 'ongoing' ? ['join'] : [])];
}
