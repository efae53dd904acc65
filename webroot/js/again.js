/**
 * Reads this page again and puts what differs in its place: the elements that the server marked with data-again. What a
 * reader has the focus in stays as it is as long as the server writes it the same. Gives whether the page could be read.
 */
export async function readAgain() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return false;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const mine of document.querySelectorAll('[data-again]')) {
    const theirs = fresh.querySelector(`[data-again="${CSS.escape(mine.dataset.again)}"]`);
    if (theirs && theirs.innerHTML !== mine.innerHTML) mine.replaceChildren(...theirs.childNodes);
  }
  return true;
}
