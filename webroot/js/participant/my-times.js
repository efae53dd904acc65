import { createMessages } from '../messages.js';
import { clock, rangeForViewer, sameClock, viewersZone } from '../times.js';

/** Writes the times of the confirmation as the clock of whoever reads them shows them. */
export function showMyTimes(page, data, zone = viewersZone()) {
  const messages = createMessages(data.language, data);
  for (const element of page.querySelectorAll('[data-saved]')) {
    element.textContent = messages.say('savedMine', clock(data.language, new Date(element.dataset.saved), zone));
  }
  for (const element of page.querySelectorAll('[data-window]')) {
    const [start, end] = [new Date(element.dataset.start), new Date(element.dataset.end)];
    const theirs = element.dataset.zone;
    element.hidden = sameClock(start, zone, theirs) && sameClock(end, zone, theirs);
    element.textContent = messages.say('mine', ...rangeForViewer(data.language, start, end, theirs, zone));
  }
}
