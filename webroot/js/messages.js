// Sentences in the language of the page. The server sends the templates of the few messages that a page's script
// says (banana format: $1, {{PLURAL:$1|one|other}}, {{GENDER:...}} is not sent to scripts); here they become text.

import { localesOf } from './known.js';

const PLURAL_FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];
const PLURAL = /\{\{PLURAL:\$(\d+)\|((?:[^{}]|\{(?!\{))*)\}\}/gi;
const PARAMETER = /\$(\d+)/g;

/** The sentences of one language: say(key, ...values) is text, parts(key, ...values) keeps nodes apart. */
export function createMessages(language, templates) {
  const plurals = new Intl.PluralRules(localesOf(language));
  const numbers = new Intl.NumberFormat(localesOf(language));
  const forms = formsOf(plurals);

  function resolved(key, values) {
    const template = templates[key];
    if (template === undefined) throw new Error(`no message ${key}`);
    return template.replace(PLURAL, (_, index, choices) => chosen(choices.split('|'), values[index - 1]));
  }

  /** "12=a dozen" wins when it is exactly that number; otherwise the forms stand in the language's order. */
  function chosen(choices, value) {
    const count = Number(value);
    const exact = choices.find((choice) => choice.match(/^\d+=/) && Number(choice.split('=')[0]) === count);
    if (exact !== undefined) return exact.slice(exact.indexOf('=') + 1);
    const given = choices.filter((choice) => !/^\d+=/.test(choice));
    const index = forms.indexOf(plurals.select(count));
    return given[Math.min(index, given.length - 1)] ?? '';
  }

  const shown = (value) => (typeof value === 'number' ? numbers.format(value) : value);

  return {
    language,
    number: (value) => numbers.format(value),
    say: (key, ...values) => resolved(key, values).replace(PARAMETER, (_, index) => String(shown(values[index - 1]))),
    /** The sentence cut at its parameters, for values that are elements. */
    parts(key, ...values) {
      return resolved(key, values)
        .split(/(\$\d+)/)
        .filter((part) => part !== '')
        .map((part) => (/^\$\d+$/.test(part) ? shown(values[Number(part.slice(1)) - 1]) : part));
    },
  };
}

/** The plural forms that a language has, in the order in which translators write them. */
function formsOf(plurals) {
  const has = new Set(plurals.resolvedOptions().pluralCategories);
  return PLURAL_FORMS.filter((form) => has.has(form));
}
