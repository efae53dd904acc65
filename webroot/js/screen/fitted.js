// Words that stay on one line, in the size of their style or as much smaller as they need: a number or a time at the end
// of a sentence is never cut. Below the smallest size of the screen they take two lines instead.

const LEAST = 0.78;

/** Keeps the element's words in its width, whatever is written into it and however wide it becomes. */
export function keepFitted(element) {
  const refit = () => fit(element);
  new MutationObserver(refit).observe(element, { childList: true, characterData: true, subtree: true });
  new ResizeObserver(refit).observe(element.parentElement);
  refit();
}

function fit(element) {
  element.classList.remove('ec-fitted--two-lines');
  element.style.setProperty('--ec-fit', 1);
  const part = partThatFits(element.scrollWidth, element.clientWidth);
  element.style.setProperty('--ec-fit', Math.max(part, LEAST));
  element.classList.toggle('ec-fitted--two-lines', part < LEAST);
}

/** What the size must be multiplied by so that words of this width have room; a little less, since widths are rounded. */
export function partThatFits(needed, room) {
  return needed <= room ? 1 : Math.floor((995 * room) / needed) / 1000;
}
