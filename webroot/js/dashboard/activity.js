// The edits as they come. The list stands still while it is paused, or read further down; then it says how many wait.
import { bdi, el, icon, setText } from '../dom.js';
import { moment } from '../times.js';
import { createHeld, FILTERS } from './held.js';
import { showWhich } from './unloaded.js';

const READING_PX = 8;
const COLOURS = 6;

export function createActivity(panel, page, messages) {
  const list = panel.querySelector('[data-list]');
  const waitingButton = panel.querySelector('[data-waiting]');
  const pauseButton = panel.querySelector('[data-pause]');
  const held = createHeld();
  const colours = new Map(Object.keys(page.wikis).map((wiki, i) => [wiki, Math.min(i, COLOURS) + 1]));
  let state = { edits: [], editsFrom: 0 };
  let filter = 'all';
  let paused = false;
  let known = new Set();

  /** A new state, with the news that led to it. */
  function update(next, news) {
    state = next;
    render(new Set(news.filter(({ kind }) => kind === 'withdrawn').map(({ ref }) => ref)));
  }

  function render(gone) {
    const { shown, waiting } = held.sort(state, gone);
    const rows = shown.filter(FILTERS[filter]);
    const focused = document.activeElement?.closest('.ec-edit')?.dataset.seq;
    list.replaceChildren(...rows.map(row));
    if (focused) rowOf(focused)?.focus({ preventScroll: true });
    showWhich(panel, rows.length + waiting > 0 ? 'rows' : 'none');
    waitingButton.hidden = waiting === 0;
    setText(waitingButton, messages.say('live-new-edits', waiting));
    known = new Set(shown.map((edit) => edit.seq));
  }

  function row(edit) {
    const wiki = page.wikis[edit.wiki] ?? { shortName: edit.wiki };
    const title = el('p', 'ec-edit__title', titleLink(edit, wiki), tag(edit));
    const meta = el('p', 'ec-small ec-subtle', bdi(wiki.shortName), ' · ', edit.name ? bdi(edit.name) : messages.say('live-somebody'));
    const time = el('time', 'ec-small ec-subtle', moment(page.locale, edit.at * 1000, Date.now()));
    const fresh = known.size > 0 && !known.has(edit.seq);
    const item = el('li', className(edit, fresh), dot(edit), el('div', '', title, meta), el('div', 'ec-edit__end', delta(edit), time));
    item.dataset.seq = edit.seq;
    item.tabIndex = -1;
    return item;
  }

  function className(edit, fresh) {
    return `ec-edit${edit.counts ? '' : ' ec-edit--out'}${edit.reason === 'reverted' ? ' ec-edit--undone' : ''}${fresh ? ' ec-edit--fresh' : ''}`;
  }

  function titleLink(edit, wiki) {
    const link = el('a', '', bdi(edit.title, wiki.language));
    if (wiki.address) link.href = `${wiki.address}/w/index.php?diff=${Number(edit.rev)}`;
    return link;
  }

  function tag(edit) {
    if (!edit.counts) return el('span', 'ec-tag ec-tag--out', messages.say(`live-reason-${edit.reason}`));
    return edit.new ? el('span', 'ec-tag', messages.say('live-tag-new')) : null;
  }

  function dot(edit) {
    return el('span', `ec-dot ec-dot--${colours.get(edit.wiki) ?? COLOURS + 1}`);
  }

  function delta({ delta }) {
    if (delta === null || delta === undefined) return el('span', 'ec-small ec-subtle', messages.say('live-size-pending'));
    const signed = new Intl.NumberFormat(page.locale, { signDisplay: 'exceptZero' }).format(delta).replace('-', '−');
    return el('span', delta < 0 ? 'ec-delta ec-delta--less' : 'ec-delta', bdi(signed));
  }

  function rowOf(seq) {
    return list.querySelector(`[data-seq="${CSS.escape(seq)}"]`);
  }

  function holdAsNeeded() {
    if (paused || list.scrollTop > READING_PX) held.hold();
    else if (held.isHeld) {
      held.release();
      render();
    }
  }

  function togglePause() {
    paused = !paused;
    pauseButton.firstElementChild.replaceWith(icon(paused ? 'play' : 'pause'));
    setText(pauseButton.querySelector('[data-word]'), messages.say(paused ? 'live-go-on' : 'live-pause'));
    holdAsNeeded();
  }

  /** Shows what waits; a pause ends with it, since the reader asked for the news. */
  function showWaiting() {
    if (paused) togglePause();
    held.release();
    list.scrollTop = 0;
    render();
  }

  function choose(event) {
    const chip = event.target.closest('[data-filter]');
    if (!chip) return;
    filter = chip.dataset.filter;
    for (const other of panel.querySelectorAll('[data-filter]')) other.setAttribute('aria-pressed', other === chip);
    render();
  }

  /** j and k go through the list, p pauses, n shows what waits; not while somebody types. */
  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
    const act = { j: () => move(1), k: () => move(-1), p: togglePause, n: showWaiting }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  function move(by) {
    const rows = [...list.children];
    const at = rows.indexOf(document.activeElement?.closest('.ec-edit'));
    rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.focus();
  }

  list.addEventListener('scroll', holdAsNeeded, { passive: true });
  panel.querySelector('[data-filters]').addEventListener('click', choose);
  pauseButton.addEventListener('click', togglePause);
  waitingButton.addEventListener('click', showWaiting);
  document.addEventListener('keydown', onKey);
  return { update };
}
