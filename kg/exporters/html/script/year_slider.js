import { element } from './dom.js';
import { oncePerFrame } from './frames.js';
import { svg } from './shapes.js';
import { TEXT } from './text.js';

/**
 * A histogram of papers by year over a slider with two thumbs; null where fewer than two years are known.
 * `act([first, last] or null)` is called when a thumb moves. Gives {element, show(years, papers shown)}.
 */
export function yearSlider(papers, act) {
  const counts = countYears(papers);
  if (counts.size < 2) return null;
  const span = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  const words = element('p', { className: 'value' });
  const bars = histogram(counts, span);
  const thumbs = [TEXT.filters.firstYear, TEXT.filters.lastYear].map((label) => thumb(label, span));
  const later = oncePerFrame(act);
  thumbs.forEach((input, end) => {
    input.addEventListener('input', () => later(moved(thumbs, end, span)));
  });
  const undated = papers.filter(({ year }) => !year).length;
  const note = undated ? element('p', { className: 'note' }, TEXT.filters.undated(undated)) : null;
  return {
    element: element(
      'div',
      { className: 'years' },
      words,
      bars.picture,
      element('div', { className: 'thumbs' }, ...thumbs),
      note,
    ),
    show(years, shown) {
      const [first, last] = years ?? span;
      words.textContent = years ? TEXT.filters.years(first, last) : TEXT.filters.anyYear(first, last);
      thumbs[0].valueAsNumber = first;
      thumbs[1].valueAsNumber = last;
      bars.show(countYears(shown), [first, last]);
    },
  };
}

/** Year → number of papers. */
export function countYears(papers) {
  const counts = new Map();
  for (const { year } of papers) if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
  return counts;
}

function thumb(label, [first, last]) {
  const input = element('input', { type: 'range', min: String(first), max: String(last), step: '1' });
  input.setAttribute('aria-label', label);
  return input;
}

/** The years that the thumbs name; a thumb that is moved over the other takes it along. */
function moved(thumbs, end, [first, last]) {
  const years = thumbs.map((input) => input.valueAsNumber);
  if (years[0] > years[1]) years[1 - end] = years[end];
  return years[0] === first && years[1] === last ? null : years;
}

/** A bar a year: its height for all papers, and a darker part for those that are shown. */
function histogram(counts, [first, last]) {
  const highest = Math.max(...counts.values());
  const years = [...counts.keys()];
  const width = last - first + 1;
  const picture = svg('svg', {
    viewBox: `0 0 ${width} 1`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  const bar = (year, name) => {
    const made = svg('rect', { x: year - first + 0.08, width: 0.84, class: name });
    picture.append(made);
    return made;
  };
  const all = new Map(years.map((year) => [year, bar(year, 'all')]));
  const part = new Map(years.map((year) => [year, bar(year, 'part')]));
  for (const year of years) raise(all.get(year), counts.get(year) / highest);
  const show = (shown, [from, to]) => {
    for (const year of years) {
      raise(part.get(year), (shown.get(year) ?? 0) / highest);
      all.get(year).classList.toggle('outside', year < from || year > to);
    }
  };
  return { picture, show };
}

function raise(bar, share) {
  bar.setAttribute('y', String(1 - share));
  bar.setAttribute('height', String(share));
}
