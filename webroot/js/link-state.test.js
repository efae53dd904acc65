import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showPublicLink } from './link-state.js';
import { createMessages } from './messages.js';

const messages = createMessages('en', {
  'campaign-live': 'Live', 'campaign-late': 'Waiting for news', 'campaign-offline': 'Reconnecting',
  'campaign-closed': 'Not live. Reload the page.', 'campaign-source-away': 'No edits since $1',
});
const now = Date.parse('2026-03-07T15:52:00');
const live = { state: 'live', since: now, upTo: now };

function shown(link) {
  const element = { className: '', textContent: '' };
  showPublicLink(element, link, { now, messages });
  return [element.className, element.textContent];
}

test('a link that is closed for good asks for a reload, one that is lost comes back by itself', () => {
  assert.deepEqual(shown({ state: 'closed', source: null }), ['ec-state ec-state--lost', 'Not live. Reload the page.']);
  assert.deepEqual(shown({ state: 'offline', source: null }), ['ec-state ec-state--late', 'Reconnecting']);
});

test('the green dot and its word need both, and the time is on the clock of the viewer', () => {
  assert.deepEqual(shown({ state: 'live', source: live }), ['ec-state ec-state--live', 'Live']);
  const away = { ...live, state: 'away', upTo: Date.parse('2026-03-07T15:39:00') };
  assert.deepEqual(shown({ state: 'live', source: away }), ['ec-state ec-state--late', 'No edits since 15:39']);
});

test('before the first word from the server nothing is said', () => {
  assert.deepEqual(shown({ state: 'connecting', source: null }), ['', '']);
  assert.deepEqual(shown({ state: 'live', source: null }), ['', '']);
});
