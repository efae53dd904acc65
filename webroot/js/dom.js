// Making elements. What the stream or a person wrote goes in as text only, never as HTML.

const SVG = 'http://www.w3.org/2000/svg';

/** An element with a class and children (elements or text; null is left out). */
export function el(name, className, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function svgEl(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A name, a title or an address, kept from turning the sentence round it. */
export function bdi(text, language) {
  const element = el('bdi', '', text);
  if (language) element.lang = language;
  return element;
}

/** Sets the text only where it differs, so that a screen reader or a selection is not disturbed. */
export function setText(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

/** A copy of an icon that the server wrote into the page as <template id="icon-NAME">. */
export function icon(name) {
  const template = document.getElementById(`icon-${name}`);
  return template ? template.content.firstElementChild.cloneNode(true) : null;
}

/** What the server tells the page's script: the JSON of <script type="application/json" id="page-data">. */
export function pageData() {
  return JSON.parse(document.getElementById('page-data').textContent);
}
