import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMessages } from './messages.js';

test('numbers are written in the language of the page', () => {
  assert.equal(createMessages('en', { togo: '$1 to go' }).say('togo', 1234), '1,234 to go');
  assert.equal(createMessages('fr', { togo: 'encore $1' }).say('togo', 1234), 'encore 1\u202f234');
});

test('the plural form follows the language', () => {
  const english = createMessages('en', { people: '$1 {{PLURAL:$1|person|people}}' });
  assert.equal(english.say('people', 1), '1 person');
  assert.equal(english.say('people', 0), '0 people');
  const arabic = createMessages('ar', { n: '{{PLURAL:$1|لا|واحد|اثنان|قليل|كثير|آخر}}' });
  assert.deepEqual([0, 1, 2, 3, 11, 100].map((n) => arabic.say('n', n)), ['لا', 'واحد', 'اثنان', 'قليل', 'كثير', 'آخر']);
  const french = createMessages('fr', { n: '{{PLURAL:$1|modification|modifications}}' });
  assert.deepEqual([0, 1, 2, 1000000].map((n) => french.say('n', n)), ['modification', 'modification', 'modifications', 'modifications']);
});

test('an exact number wins over the form', () => {
  const english = createMessages('en', { n: '{{PLURAL:$1|0=nobody|12=a dozen|one person|$1 people}}' });
  assert.deepEqual([0, 1, 5, 12].map((n) => english.say('n', n)), ['nobody', 'one person', '5 people', 'a dozen']);
});

test('a sentence keeps elements where its language puts them', () => {
  const name = { element: 'bdi' };
  const french = createMessages('fr', { made: 'Créé par $2 : $1' });
  assert.deepEqual(french.parts('made', 'Titre', name), ['Créé par ', name, ' : ', 'Titre']);
});

test('what people wrote is never read as a template', () => {
  const english = createMessages('en', { by: 'By $1 on $2' });
  assert.equal(english.say('by', '{{PLURAL:$2|x|y}} $2 $&', 'enwiki'), 'By {{PLURAL:$2|x|y}} $2 $& on enwiki');
});

test('a message that was not sent is an error, not a blank', () => {
  assert.throws(() => createMessages('en', {}).say('gone'), /no message gone/);
});

test('a language that this browser does not know stops nothing', () => {
  for (const language of ['qqx', 'no language', '']) {
    const messages = createMessages(language, { n: '$1 {{PLURAL:$1|one|other}}' });
    assert.equal(messages.say('n', 1200), '1,200 other');
  }
});
