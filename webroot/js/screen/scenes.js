// Which scene is on. Pure: the screen asks at each tick, and on a key.

const DWELL_MILLIS = 20_000;

/** Scenes take turns every 20 s unless paused; those that have nothing to show are passed over. */
export function createScenes(available, { dwell = DWELL_MILLIS, now = 0 } = {}) {
  let current = available()[0];
  let since = now;
  let paused = false;

  function show(scene, at) {
    current = scene;
    since = at;
    return current;
  }

  function step(by, at) {
    const scenes = available();
    const index = scenes.indexOf(current);
    return show(scenes[(index + by + scenes.length) % scenes.length] ?? scenes[0], at);
  }

  return {
    get current() {
      return current;
    },
    get paused() {
      return paused;
    },
    /** The scene for this moment. */
    tick(at) {
      if (!available().includes(current)) return show(available()[0], at);
      if (!paused && at - since >= dwell) return step(1, at);
      return current;
    },
    next: (at) => step(1, at),
    previous: (at) => step(-1, at),
    pause(at) {
      paused = !paused;
      since = at;
    },
  };
}
