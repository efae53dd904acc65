// The way in, as the database decided it when it was last asked. Pure: answers and times in, what holds and when to ask out.

const EVERY_MILLIS = 45_000;
const LEAST_GAP_MILLIS = 10_000;
const HURRY_MILLIS = 5_000;
const PATIENCE_MILLIS = 8_000;
const BEFORE_THE_END = ['open', 'full', 'not-yet-open'];

/**
 * first: {state, opensAt}, the answer in the page; until: from when on nobody comes in. All screens of an event see it
 * move at once, so each asks at a moment of its own. `passed` is milliseconds of a clock that nobody sets.
 */
export function createDoor(first, until, { passed = 0, every = EVERY_MILLIS, random = Math.random } = {}) {
  let answer = first;
  let askedAt = passed;
  let askAt = passed + ownPace();
  let hurried = false;

  function ownPace() {
    return every * (0.7 + 0.6 * random());
  }

  /** Something happened that may have moved the door: the next question comes soon, once, however much happens. */
  function hurry(at) {
    if (hurried) return;
    hurried = true;
    askAt = Math.min(askAt, Math.max(at, askedAt + LEAST_GAP_MILLIS) + random() * HURRY_MILLIS);
  }

  return {
    get answer() {
      return answer;
    },
    hurry,
    /** Between two answers the clock may close the door, never open it. serverNow is null until it is known. */
    state(serverNow) {
      return serverNow !== null && serverNow >= until && BEFORE_THE_END.includes(answer.state) ? 'closed' : answer.state;
    },
    /** Whether to ask now; if so, the next question is a whole pace away. */
    isDue(at, serverNow) {
      if (answer.state === 'not-yet-open' && answer.opensAt !== null && serverNow !== null && serverNow >= answer.opensAt) hurry(at);
      if (at < askAt) return false;
      askedAt = at;
      askAt = at + ownPace();
      hurried = false;
      return true;
    },
    answered(next) {
      answer = next;
    },
  };
}

/** The answer of the hub, or null when there is none: what was known before holds then. */
export async function askDoor(address) {
  try {
    const answer = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout?.(PATIENCE_MILLIS) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
