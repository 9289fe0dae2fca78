import { element } from './dom.js';
import { TEXT } from './text.js';

/** What colours and sizes on the map mean: a choice for each. */
export function lookControl(store) {
  const choices = ['colors', 'sizes'].map((name) => lookChoice(name, store));
  return {
    element: element('div', { className: 'look' }, ...choices.map(({ row }) => row)),
    show(state) {
      for (const { name, select } of choices) select.value = state[name];
    },
  };
}

function lookChoice(name, store) {
  const { label, values } = TEXT.look[name];
  const options = Object.entries(values).map(([value, words]) => element('option', { value }, words));
  const select = element('select', {}, ...options);
  select.addEventListener('change', () => store.change({ [name]: select.value }));
  return { name, select, row: element('label', {}, element('span', {}, label), select) };
}
