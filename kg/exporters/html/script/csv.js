/** What a spreadsheet would take for a formula if it stood first in a cell; a number is none. */
const FORMULA = /^[=+\-@\t\r](?!\d*\.?\d+%?$)/;

/** Rows as CSV (RFC 4180): a header, CRLF between rows, quotes where they are needed. */
export function toCsv(header, rows) {
  return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** One cell; text that a spreadsheet would run gets an apostrophe before it. */
function csvCell(value) {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value.replace(FORMULA, "'$&") : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
