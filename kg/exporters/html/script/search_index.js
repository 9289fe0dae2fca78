/** The text without case and accents, as it is compared. */
export function folded(text) {
  return plainLatin.test(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const plainLatin = /^[ -~]*$/;

/** So many nodes are made ready at once; between two such portions the page can answer. */
const PORTION = 4_000;
/** Between the names of a node, and before its authors; no name holds it. */
const BREAK = '\n';

/**
 * Makes the nodes ready to be found by their names, aliases and authors; the first of the nodes are the first
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
  const names = [node.label, ...listed(node.aliases)].map(flat);
  return {
    node,
    names: BREAK + names.map(folded).join(BREAK) + BREAK,
    authors: node.authors ? BREAK + listed(node.authors).map(flat).map(folded).join(BREAK) + BREAK : '',
  };
}

function listed(text) {
  return text ? text.split('; ') : [];
}

function flat(text) {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The best matches, and how many there are: whole name, beginning, beginning of a word, anywhere, then authors in
 * the same order. Each match is {node, name}, the name being an alias or author where the label does not match.
 */
export function findMatches(entries, query, limit) {
  const wanted = folded(flat(query));
  if (!wanted) return { matches: [], count: 0 };
  const ranks = Array.from({ length: 8 }, () => []);
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

/** From 0 for a whole name to 7 for a part of an author's name; -1 for no match. */
function rankOf({ names, authors }, wanted) {
  const rank = rankIn(names, wanted);
  if (rank >= 0 || !authors) return rank;
  const ofAuthor = rankIn(authors, wanted);
  return ofAuthor < 0 ? -1 : ofAuthor + 4;
}

function rankIn(text, wanted) {
  if (!text.includes(wanted)) return -1;
  if (text.includes(BREAK + wanted + BREAK)) return 0;
  if (text.includes(BREAK + wanted)) return 1;
  return text.includes(` ${wanted}`) || text.includes(`-${wanted}`) ? 2 : 3;
}

/** The match with the name that made it one, if that is not the label: {node, alias} or {node, author}. */
function explained({ node }, wanted) {
  const rankOfName = (name) => rankIn(BREAK + folded(flat(name)) + BREAK, wanted);
  const best = (names) =>
    names
      .filter((name) => rankOfName(name) >= 0)
      .sort((one, other) => rankOfName(one) - rankOfName(other))[0];
  const name = best([node.label, ...listed(node.aliases)]);
  if (name === undefined) return { node, author: best(listed(node.authors)) };
  return name === node.label ? { node } : { node, alias: name };
}
