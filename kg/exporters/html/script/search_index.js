/** The text without case and accents, as it is compared. */
export function folded(text) {
  return plainLatin.test(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const plainLatin = /^[ -~]*$/;

/** Folded text without what people write between the parts of a name or leave out: *llama2* is *Llama-2*. */
function squeezed(text) {
  return text.replace(/[ \-\u2010-\u2013]/g, '');
}

/** So many nodes are made ready at once; between two such portions the page can answer. */
const PORTION = 4_000;
/** Between the names of a node, and before its authors; no name holds it. */
const BREAK = '\n';

/**
 * Makes the nodes ready to be found by their names, aliases, ids and authors; the first of the nodes are the first
 * of equally good matches. `pause` gives the page time between portions.
 */
export async function buildIndex(nodes, pause) {
  const entries = [];
  for (let start = 0; start < nodes.length; start += PORTION) {
    for (const node of nodes.slice(start, start + PORTION)) entries.push(indexEntry(node));
    await pause();
  }
  return entries;
}

function indexEntry(node) {
  const names = lined(namesOf(node));
  return { node, names, keys: squeezed(names), authors: node.authors ? lined(listed(node.authors)) : '' };
}

function namesOf({ label, aliases, arxiv, doi }) {
  return [label, ...listed(aliases), arxiv, doi].filter(Boolean);
}

function lined(names) {
  return BREAK + names.map(flat).map(folded).join(BREAK) + BREAK;
}

function listed(text) {
  return text ? text.split('; ') : [];
}

function flat(text) {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The best matches, and how many there are: whole name, beginning, beginning of a word, anywhere, the first two without
 * regard to spaces and hyphens, too; then authors in the same order. Each match is {node, name}, the name being an alias, an
 * id or an author where the label does not match.
 */
export function findMatches(entries, query, limit) {
  const wanted = folded(flat(query));
  if (!wanted) return { matches: [], count: 0 };
  const ranks = Array.from({ length: 12 }, () => []);
  for (const entry of entries) {
    const rank = rankOf(entry, wanted);
    if (rank >= 0) ranks[rank].push(entry);
  }
  const best = [];
  for (const rank of ranks) best.push(...rank.slice(0, limit - best.length));
  return {
    matches: best.map((entry) => explained(entry, wanted)),
    count: ranks.reduce((sum, { length }) => sum + length, 0),
  };
}

/** From 0 for a whole name to 11 for a part of an author's name; -1 for no match. */
function rankOf({ names, keys, authors }, wanted) {
  const rank = rankOfNames(names, keys, wanted);
  if (rank >= 0 || !authors) return rank;
  const ofAuthor = rankIn(authors, wanted);
  return ofAuthor < 0 ? -1 : ofAuthor + 8;
}

/** Even as the names are written; odd, for whole names and beginnings, without their spaces and hyphens. */
function rankOfNames(names, keys, wanted) {
  const written = rankIn(names, wanted);
  const key = BREAK + squeezed(wanted);
  const close = key === BREAK || !keys.includes(key) ? -1 : keys.includes(key + BREAK) ? 1 : 3;
  if (written < 0) return close;
  return close < 0 ? 2 * written : Math.min(2 * written, close);
}

function rankIn(text, wanted) {
  if (!text.includes(wanted)) return -1;
  if (text.includes(BREAK + wanted + BREAK)) return 0;
  if (text.includes(BREAK + wanted)) return 1;
  return text.includes(` ${wanted}`) || text.includes(`-${wanted}`) ? 2 : 3;
}

/** The match with the name that made it one, if that is not the label: {node, alias} or {node, author}. */
function explained({ node }, wanted) {
  const rankOfName = (name) => rankOfNames(lined([name]), squeezed(lined([name])), wanted);
  const rankOfAuthor = (name) => rankIn(lined([name]), wanted);
  const name = bestOf(namesOf(node), rankOfName);
  if (name === undefined) return { node, author: bestOf(listed(node.authors), rankOfAuthor) };
  return name === node.label ? { node } : { node, alias: name };
}

/** The name of the best rank, the first of equals; undefined if none matches. */
function bestOf(names, rank) {
  return names.filter((name) => rank(name) >= 0).sort((one, other) => rank(one) - rank(other))[0];
}
