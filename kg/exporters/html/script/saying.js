import { byId } from './dom.js';

/** What is said stays in sight for so many milliseconds. */
const SAID_FOR = 6_000;

let silence = null;

/** Says something to those who hear the page, and shows it for a moment. */
export function say(text) {
  whisper(text);
  byId('status').dataset.seen = 'true';
  clearTimeout(silence);
  silence = setTimeout(() => delete byId('status').dataset.seen, SAID_FOR);
}

/** Says something to those who hear the page alone: the others see it elsewhere. */
export function whisper(text) {
  delete byId('status').dataset.seen;
  byId('status').textContent = text;
}
