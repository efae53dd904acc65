import { setText } from '../dom.js';
import { showMyTimes } from './my-times.js';

let underWay = false;
let again = false;

/**
 * Reads this page again and puts what differs in its place, section by section, so that a button that has the focus keeps
 * it as long as its section stays as it is. One reading at a time; what is asked meanwhile is one more.
 */
export async function renew(data) {
  if (underWay) {
    again = true;
    return;
  }
  underWay = true;
  try {
    do {
      again = false;
      await readOnce(data);
    } while (again);
  } finally {
    underWay = false;
  }
}

async function readOnce(data) {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (answer === null || answer.status >= 500) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const theirs = fresh.getElementById('registered');
  if (theirs === null) return say(data.signedOut);
  showMyTimes(fresh, data);
  if (replaceWhatDiffers(document.getElementById('registered'), theirs)) say(data.changed);
  document.title = fresh.title;
}

/** Whether there is something new to read: the flower may grow without a word. */
function replaceWhatDiffers(mine, theirs) {
  const before = mine.innerText;
  const [old, fresh] = [[...mine.children], [...theirs.children]];
  fresh.forEach((section, i) => {
    if (!old[i]) mine.append(section);
    else if (shape(old[i]) !== shape(section)) old[i].replaceWith(section);
  });
  old.slice(fresh.length).forEach((section) => section.remove());
  return mine.innerText !== before;
}

/** Without the tokens of forms, which look different each time and mean the same. */
function shape(section) {
  const copy = section.cloneNode(true);
  for (const token of copy.querySelectorAll('[name=csrf]')) token.removeAttribute('value');
  return copy.innerHTML;
}

function say(text) {
  setText(document.getElementById('changed'), text);
}
