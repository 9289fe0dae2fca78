const AMOUNT = /^([+\-−]?)\s*(\d[\d,]*(?:\.\d+)?|\.\d+)\s*[%x]?$/;
/** A score of 36.5 points is a score of 36.5. */
const POINTS = new Set(['point', 'points', 'pp', 'pt', 'pts']);

/** The number that a reported value comes to: `1,234.5` is 1234.5; null where there is none. */
export function amountOf(value) {
  const match = AMOUNT.exec(value.trim());
  if (!match) return null;
  const number = Number(match[2].replaceAll(',', ''));
  return ['', '+'].includes(match[1]) ? number : -number;
}

/** The unit of a reported row: `%`, `x`, or the word behind the number in its sentence; empty if it has none. */
export function unitOf({ value, sentence = '', value_start: start, value_end: end }) {
  if (/[%x]$/.test(value)) return value.at(-1);
  const word = /\p{L}+$/u.exec([...sentence].slice(start, end).join(''));
  const name = word ? word[0].toLowerCase() : '';
  return POINTS.has(name) ? '' : name;
}

/** The value with its unit: “24 hours” where the value is `24`. */
export function shownValue(row) {
  const unit = unitOf(row);
  return row.value.endsWith(unit) ? row.value : `${row.value} ${unit}`;
}
