import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSeeds } from './seeds.js';

const edit = (seq, page, more = {}) => ({ seq, wiki: 'enwiki', page, title: `Page ${page}`, delta: 100, counts: true, ...more });
const loaded = () => {
  const seeds = createSeeds();
  seeds.load([{ wiki: 'frwiki', key: '#1', bytes: 10, new: true }, { wiki: 'enwiki', key: '#2', bytes: 20, new: false }], 5);
  return seeds;
};

test('a new article gets the next place, a known one grows', () => {
  const seeds = loaded();
  assert.equal(seeds.add(edit(6, 3)).place, 2);
  assert.equal(seeds.add(edit(7, 2)).bytes, 120);
  assert.equal(seeds.articles.length, 3);
});

test('what the list already held is not counted twice', () => {
  const seeds = loaded();
  assert.equal(seeds.add(edit(5, 2)), null);
  assert.equal(seeds.articles[1].bytes, 20);
});

test('bytes that were taken away do not shrink a seed, unknown ones do not break it', () => {
  const seeds = loaded();
  seeds.add(edit(6, 2, { delta: -500 }));
  assert.equal(seeds.add(edit(7, 2, { delta: null })).bytes, 20);
});

test('a page without an id is known by its title', () => {
  const seeds = createSeeds();
  seeds.load([{ wiki: 'enwiki', key: 'Lake', bytes: 1, new: false }], 1);
  assert.equal(seeds.add(edit(2, null, { title: 'Lake' })).place, 0);
});

test('wikis stand in the order in which they entered', () => {
  const seeds = loaded();
  seeds.add(edit(6, 9));
  assert.deepEqual(seeds.wikis(), [{ wiki: 'frwiki', count: 1 }, { wiki: 'enwiki', count: 2 }]);
});

test('titles go when the screen has lost its link', () => {
  const seeds = loaded();
  seeds.add(edit(6, 3));
  seeds.name(edit(4, 2));
  assert.deepEqual(seeds.newest(6).map(({ title }) => title), ['Page 3', 'Page 2']);
  seeds.forgetTitles();
  assert.deepEqual(seeds.newest(6), []);
});
