import { element } from './dom.js';

/** Milliseconds after which the browser has surely begun to save a file. */
const SAVED_AFTER = 60_000;

/** Saves parts of text or a blob as a file of this name. */
export function download(name, parts, type) {
  const address = URL.createObjectURL(new Blob([parts].flat(), { type }));
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), SAVED_AFTER);
}
