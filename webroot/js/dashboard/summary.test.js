import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSummary } from './summary.js';

test('what is said is the difference of the totals, at most every half minute', () => {
  const element = { textContent: '' };
  const summary = createSummary(element, { say: (_, edits, people) => `${edits} ${people}` });
  summary.tick(100_000);
  summary.update({ edits: 7, participants: 3 });
  summary.tick(100_000);
  assert.equal(element.textContent, '');
  summary.update({ edits: 127, participants: 2 });
  summary.tick(100_001);
  assert.equal(element.textContent, '120 0');
  summary.update({ edits: 128, participants: 4 });
  summary.tick(130_000);
  assert.equal(element.textContent, '120 0');
  summary.tick(130_001);
  assert.equal(element.textContent, '1 2');
});
