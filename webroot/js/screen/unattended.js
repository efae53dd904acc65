// What a screen needs that nobody attends to: keys for whoever walks up to it, no burn-in, no sleep, a fresh start.

const CURSOR_MILLIS = 3000;
const SHIFT_MILLIS = 60_000;
const RELOAD_MILLIS = 4 * 3_600_000;
const SHIFTS = [[0, 0], [2, 0], [2, 2], [0, 2]];

export function attend({ root, scenes, show, isIdle }) {
  const keys = {
    ' ': () => scenes.pause(Date.now()),
    ArrowRight: () => scenes.next(Date.now()),
    ArrowLeft: () => scenes.previous(Date.now()),
    f: toggleFullScreen,
    b: () => root.classList.toggle('ec-screen--blank'),
  };

  addEventListener('keydown', (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? null : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
    show();
  });

  restCursor(root);
  shiftAgainstBurnIn(root);
  keepAwake();
  setInterval(() => isIdle() && location.reload(), RELOAD_MILLIS);
}

function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

function restCursor(root) {
  let timer = setTimeout(rest, CURSOR_MILLIS);
  function rest() {
    root.classList.add('ec-screen--resting');
  }
  addEventListener('pointermove', () => {
    root.classList.remove('ec-screen--resting');
    clearTimeout(timer);
    timer = setTimeout(rest, CURSOR_MILLIS);
  });
}

function shiftAgainstBurnIn(root) {
  let turn = 0;
  setInterval(() => {
    const [x, y] = SHIFTS[++turn % SHIFTS.length];
    root.style.translate = `${x}px ${y}px`;
  }, SHIFT_MILLIS);
}

/** Browsers give the lock only over https or on this machine, and take it back when the page is hidden. */
function keepAwake() {
  const ask = () => document.visibilityState === 'visible' && navigator.wakeLock?.request('screen').catch(() => {});
  document.addEventListener('visibilitychange', ask);
  ask();
}
