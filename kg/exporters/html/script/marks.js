const PLACE = /^(title|abstract):(\d+)-(\d+)$/;

/** The places of a name in its paper, in code points: `title:3-7; abstract:10-14`; what is none is left out. */
export function parsePlaces(text = '') {
  return text.split('; ').flatMap((place) => {
    const match = PLACE.exec(place);
    return match && +match[2] < +match[3] ? [{ field: match[1], start: +match[2], end: +match[3] }] : [];
  });
}

/**
 * Parts of a text, `{text, mark}`, in order: those under a mark `{start, end}` and those under none (null).
 * Offsets count code points, as Python does. Of marks that overlap the first, and of these the longest, stays.
 */
export function markedParts(text, marks) {
  const letters = [...text];
  const ordered = marks
    .filter(({ start, end }) => start >= 0 && start < end && end <= letters.length)
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const parts = [];
  let done = 0;
  const add = (end, mark) => {
    if (end > done) parts.push({ text: letters.slice(done, end).join(''), mark });
    done = Math.max(done, end);
  };
  for (const mark of ordered) {
    if (mark.start < done) continue;
    add(mark.start, null);
    add(mark.end, mark);
  }
  add(letters.length, null);
  return parts;
}
