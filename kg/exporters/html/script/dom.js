/** Makes an element with these properties and children; a string child becomes text, never markup. */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** The element with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/** A span whose text keeps its own writing direction and cannot turn that of its surroundings. */
export function isolated(text, properties = {}) {
  return element('bdi', { textContent: text, ...properties });
}

/** The address if it is one of the web, else null: no other kind is ever made a link. */
export function webAddress(text) {
  return /^https?:\/\//i.test(text ?? '') ? text : null;
}

/** A link that opens beside the page and tells nothing of it. */
export function link(address, text) {
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text);
}
