import { element } from './dom.js';
import { VIEW_TEXT } from './view_text.js';

const THEMES = ['auto', 'light', 'dark'];

/** A choice between the colours of the system, light and dark. */
export function createThemeSwitch(store) {
  const words = VIEW_TEXT.theme;
  const options = THEMES.map((theme) => element('option', { value: theme }, words[theme]));
  const choice = element('select', { id: 'theme', ariaLabel: words.name, title: words.name }, ...options);
  choice.addEventListener('change', () => store.change({ theme: choice.value }));
  const show = ({ theme }) => (choice.value = theme);
  show(store.get());
  store.subscribe(show);
  return choice;
}
