import assert from 'node:assert/strict';
import { test } from 'node:test';

import { showMyTimes } from './my-times.js';

const data = {
  language: 'en-u-nu-latn',
  mine: 'By your own clock from $1 to $2',
  savedMine: 'Saved at $1.',
};

function page({ zone }) {
  const saved = { dataset: { saved: '2026-03-07T11:12:00Z' }, textContent: '' };
  const span = {
    dataset: { start: '2026-03-07T07:00:00Z', end: '2026-03-07T14:00:00Z', zone },
    textContent: 'UTC',
    hidden: false,
  };
  return { saved, span, querySelectorAll: (selector) => (selector === '[data-saved]' ? [saved] : [span]) };
}

test('times are those of the clock of whoever reads them', () => {
  const shown = page({ zone: 'Africa/Nairobi' });

  showMyTimes(shown, data, 'Europe/Paris');

  assert.equal(shown.saved.textContent, 'Saved at 12:12.');
  assert.equal(shown.span.textContent, 'By your own clock from 08:00 to 15:00');
  assert.equal(shown.span.hidden, false);
});

test('who lives by the clock of the event is not told the same twice', () => {
  const shown = page({ zone: 'Africa/Nairobi' });

  showMyTimes(shown, data, 'Asia/Baghdad');

  assert.equal(shown.span.hidden, true);
});
