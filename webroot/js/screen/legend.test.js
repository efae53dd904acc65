import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slotsOf } from './legend.js';

test('a wiki has the colour of its place in the event, those after the sixth share one', () => {
  const slots = slotsOf({ arwiki: {}, enwiki: {}, eswiki: {}, frwiki: {}, hiwiki: {}, jawiki: {}, swwiki: {}, ukwiki: {} });
  assert.deepEqual([...slots.values()], [0, 1, 2, 3, 4, 5, 6, 6]);
  assert.equal(slots.get('enwiki'), 1);
});
