'use strict';

/** Makes an element with these properties and children; a string child becomes text, never markup. */
function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** The element with this id. */
function byId(id) {
  return document.getElementById(id);
}

/** A span whose text keeps its own writing direction and cannot turn that of its surroundings. */
function isolated(text, properties = {}) {
  return element('bdi', { textContent: text, ...properties });
}

/** A list of which the first rows are shown, and the others when a button is pressed. */
function longList(items, toRow, limit = 40) {
  const list = element('ul', {}, ...items.slice(0, limit).map(toRow));
  if (items.length > limit) list.append(showAllRow(list, items, toRow, limit));
  return list;
}

/** The row with the button that shows the rest of a list. */
function showAllRow(list, items, toRow, limit) {
  const button = element('button', { type: 'button', className: 'more' }, TEXT.showAll(items.length));
  const row = element('li', {}, button);
  button.addEventListener('click', () => {
    row.replaceWith(...items.slice(limit).map(toRow));
    list.children[limit].querySelector('button')?.focus();
  });
  return row;
}

/** The address if it is one of the web, else null: no other kind is ever made a link. */
function webAddress(text) {
  return /^https?:\/\//i.test(text ?? '') ? text : null;
}

/** A link that opens beside the page and tells nothing of it. */
function link(address, text) {
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text);
}

/** Says something to those who hear the page. */
function announce(text) {
  byId('status').textContent = text;
}
