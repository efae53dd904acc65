// The newest three edits, one change in two seconds at most. A name stands only where its bearer agreed to it.
import { bdi, el } from '../dom.js';
import { latestFirst } from '../live/latest.js';

const SHOWN = 3;
const PAUSE_MILLIS = 2000;

export function createLines(list, page, messages) {
  let wanted = [];
  let shown = [];
  let changedAt = 0;

  /** Edits as the state has them. Lines that are gone from it go at once; new ones wait their turn. */
  function update(edits, now) {
    wanted = latestFirst(edits).slice(0, SHOWN);
    const known = new Set(edits.map((edit) => edit.seq));
    if (shown.some((edit) => !known.has(edit.seq) || renamed(edit, edits))) show(wanted, now, false);
    else pulse(now);
  }

  function renamed(edit, edits) {
    const other = edits.find((one) => one.seq === edit.seq);
    return other.name !== edit.name || other.title !== edit.title;
  }

  function pulse(now) {
    const same = wanted.length === shown.length && wanted.every((edit, i) => edit.seq === shown[i].seq);
    if (!same && now - changedAt >= PAUSE_MILLIS) show(wanted, now, shown.length > 0);
  }

  function show(edits, now, arriving) {
    shown = edits;
    changedAt = now;
    list.replaceChildren(...edits.map((edit, i) => line(edit, arriving && i === 0)));
  }

  function line(edit, arriving) {
    const verb = edit.new ? 'created' : 'improved';
    const what = edit.name
      ? messages.parts(`live-screen-${verb}`, bdi(edit.name))
      : [messages.say(`live-screen-someone-${verb}`)];
    return el(
      'li',
      arriving ? 'ec-line ec-line--arriving' : 'ec-line',
      el('p', 'ec-line__what', ...what),
      el('p', 'ec-line__title', bdi(edit.title, page.wikis[edit.wiki]?.language)),
    );
  }

  /** Nobody is named on a screen that cannot hear that a name was taken back. */
  function forget() {
    wanted = [];
    show([], 0, false);
  }

  return { update, pulse, forget };
}
