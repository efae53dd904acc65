// Who takes part, newest first. Who is private bears a lock, and the word beside it.
import { bdi, el, icon, setText } from '../dom.js';
import { moment } from '../times.js';
import { showWhich } from './unloaded.js';

export function showPeople(panel, { people, totals }, messages, page) {
  const list = panel.querySelector('[data-list]');
  setText(panel.querySelector('[data-count]'), messages.number(totals.participants));
  showWhich(panel, totals.participants > 0 ? 'rows' : 'none');
  list.replaceChildren(...people.map((person) => row(person, messages, page)));
  const further = totals.participants - people.length;
  const more = panel.querySelector('[data-further]');
  more.hidden = further <= 0;
  setText(more, messages.say('live-people-further', further));
}

function row({ name, private: hidden, at }, messages, page) {
  const lock = hidden ? el('span', 'ec-private', icon('lock'), messages.say('live-private')) : null;
  const time = el('time', 'ec-small ec-subtle', at ? moment(page.locale, at * 1000, Date.now()) : '');
  return el('li', 'ec-person', el('b', '', bdi(name)), lock, time);
}
