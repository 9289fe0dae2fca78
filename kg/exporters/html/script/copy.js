import { button } from './lists.js';
import { byId, element } from './dom.js';
import { VIEW_TEXT } from './view_text.js';

/** Copies a text; where the browser does not let it, a box shows the text, selected. */
export async function copyText(text, actions) {
  try {
    await navigator.clipboard.writeText(text);
    actions.say(VIEW_TEXT.copied);
  } catch {
    showForCopying(text);
  }
}

function showForCopying(text) {
  const box = element('textarea', { value: text, readOnly: true, rows: 10, ariaLabel: VIEW_TEXT.textToCopy });
  const dialog = element('dialog', { id: 'copy', ariaLabel: VIEW_TEXT.textToCopy });
  const close = button(VIEW_TEXT.close, () => dialog.close());
  dialog.append(element('p', {}, VIEW_TEXT.copyByHand), box, close);
  byId('copy')?.remove();
  dialog.addEventListener('close', () => dialog.remove());
  // Escape closes the box; what is chosen stays.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  box.select();
}
