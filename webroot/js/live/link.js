/**
 * One WebSocket to `/live` that comes back by itself. A link that has not been heard for 2.5 ping intervals is taken as
 * lost; timers sleep in hidden tabs and closed laptops, so waking up asks at once.
 */
import { backoff } from './backoff.js';

const NEVER_AGAIN = new Set([4400, 4401, 4403, 4404, 4410, 4426]);
const RESTART = 1012;
const FIRST_EVERY_S = { phone: 20, screen: 5, organizer: 5 };
const WAKE_UPS = [['window', 'pageshow'], ['window', 'online'], ['document', 'resume'], ['document', 'visibilitychange']];

export function openLink({ pace, env, onLink, hello, onFrame }) {
  let socket = null;
  let attempt = 0;
  let timer = null;
  let everyMs = FIRST_EVERY_S[pace] * 1000;
  let heardAt = env.Date.now();
  let state = null;

  function become(next, code = null) {
    if (state === next) return;
    state = next;
    onLink({ state, since: env.Date.now(), code });
  }

  function connect() {
    env.clearTimeout(timer);
    heardAt = env.Date.now();
    const mine = new env.WebSocket(address(env));
    socket = mine;
    mine.onopen = () => mine === socket && sayHello();
    mine.onmessage = ({ data }) => mine === socket && hear(JSON.parse(data));
    mine.onclose = ({ code, reason }) => mine === socket && lose(code, reason);
    watchSilence();
  }

  function sayHello() {
    if (isOpen()) socket.send(JSON.stringify(hello()));
  }

  function hear(frame) {
    heardAt = env.Date.now();
    attempt = 0;
    if (frame.every) everyMs = frame.every * 1000;
    watchSilence();
    onFrame(frame);
    become(frame.type === 'stale' ? 'stale' : 'live');
  }

  function watchSilence() {
    env.clearTimeout(timer);
    const silent = env.Date.now() - heardAt;
    if (silent >= 2.5 * everyMs) return lose(null, '');
    if (silent >= 1.5 * everyMs && state === 'live') become('late');
    const next = (silent < 1.5 * everyMs ? 1.5 : 2.5) * everyMs - silent;
    timer = env.setTimeout(watchSilence, next);
  }

  function lose(code, reason) {
    const lost = socket;
    socket = null;
    lost?.close();
    env.clearTimeout(timer);
    if (NEVER_AGAIN.has(code)) return end(code);
    become('offline', code);
    timer = env.setTimeout(connect, code === RESTART ? Number(reason) || 0 : backoff(attempt++, env.Math.random));
  }

  function wake() {
    if (state === 'closed' || env.document?.visibilityState === 'hidden') return;
    if (socket === null) connect();
    else watchSilence();
  }

  function end(code) {
    for (const [target, name] of WAKE_UPS) env[target]?.removeEventListener(name, wake);
    become('closed', code);
  }

  function close() {
    const mine = socket;
    socket = null;
    env.clearTimeout(timer);
    mine?.close();
    end(null);
  }

  function isOpen() {
    return socket?.readyState === 1;
  }

  for (const [target, name] of WAKE_UPS) env[target]?.addEventListener(name, wake);
  become('connecting');
  connect();
  return { sayHello, isOpen, late: () => become('late'), close };
}

function address({ location }) {
  const url = new URL('/live', location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
