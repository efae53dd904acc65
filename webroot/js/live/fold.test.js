import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyEntries, fromSnapshot } from './fold.js';

const cases = JSON.parse(readFileSync(new URL('../../../src/test/resources/live/fold.json', import.meta.url)));

for (const { name, snapshot, frames, expect } of cases) {
  test(name, () => {
    let state = fromSnapshot(snapshot);
    for (const { frame, fit } of frames) {
      const before = structuredClone(state);
      const applied = applyEntries(state, frame);
      assert.equal(applied.fit, fit);
      assert.deepEqual(state, before, 'a state is never changed');
      state = applied.state;
    }
    assert.deepEqual(shown(state, expect), expect);
  });
}

test('news are the entries that were not seen, and none when nothing fitted', () => {
  const { snapshot, frames } = cases.find(({ name }) => name.startsWith('of a frame that overlaps'));
  const state = fromSnapshot(snapshot);

  const { news } = applyEntries(state, frames[0].frame);

  assert.deepEqual(news.map((entry) => entry.seq), [6]);
  assert.deepEqual(applyEntries(state, { ...frames[0].frame, from: 'aaaaaaaa-9' }).news, []);
});

/** A state in the form of the cases, with the fields that the case asks for. */
function shown(state, expect) {
  const all = {
    token: state.token, totals: state.totals, goals: state.goals, status: state.status,
    edits: state.edits.map((edit) => edit.seq), editsFrom: state.editsFrom, firstEdit: state.edits[0],
    people: state.people.map((person) => person.ref), firstPerson: state.people[0],
    minutes: [...state.minutes].sort(([a], [b]) => a - b),
  };
  return Object.fromEntries(Object.keys(expect).map((key) => [key, all[key]]));
}
