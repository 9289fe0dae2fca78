import assert from 'node:assert/strict';
import test from 'node:test';
import { buildIndex, findMatches, folded } from '../../../../kg/exporters/html/script/search_index.js';

const nodes = [
  { id: 1, label: 'Lark' },
  { id: 2, label: 'Larkspur' },
  { id: 3, label: 'Deep Lark' },
  { id: 4, label: 'Skylark' },
  { id: 5, label: 'Owl', aliases: 'OWL-2; Ördög' },
  { id: 6, label: 'A paper on birds', authors: 'Ada Lark; Maya Øst' },
];
const index = await buildIndex(nodes, async () => {});
const found = (query) => findMatches(index, query, 10).matches.map(({ node }) => node.id);

test('whole names come first, then beginnings, words, parts, and authors', () => {
  assert.deepEqual(found('lark'), [1, 2, 3, 4, 6]);
});

test('case and accents do not matter, on either side', () => {
  assert.deepEqual(found('ORDOG'), [5]);
  assert.deepEqual(found('lárk'), found('lark'));
  assert.equal(folded('ÉCOLE'), 'ecole');
});

test('spaces and hyphens do not matter for a name or its beginning, and come behind what is written so', async () => {
  const labels = ['Owl-2 Chat', 'Owl 2', 'owl2', 'Howl 22'];
  const entries = await buildIndex(
    labels.map((label) => ({ label })),
    async () => {},
  );
  const labelled = (query) => findMatches(entries, query, 10).matches.map(({ node }) => node.label);
  assert.deepEqual(labelled('owl2'), ['owl2', 'Owl 2', 'Owl-2 Chat']);
  assert.deepEqual(labelled('o-w l 2 c'), ['Owl-2 Chat']);
  assert.deepEqual(labelled('-'), ['Owl-2 Chat']);
});

test('papers are found by their ids', async () => {
  const entries = await buildIndex(
    [{ label: 'On birds', arxiv: '2101.00001', doi: '10.1/Ab' }],
    async () => {},
  );
  assert.equal(findMatches(entries, '2101.00001', 10).matches[0].alias, '2101.00001');
  assert.equal(findMatches(entries, '10.1/ab', 10).count, 1);
});

test('a match says which alias or author it was', () => {
  const [match] = findMatches(index, 'ördög', 10).matches;
  assert.equal(match.alias, 'Ördög');
  assert.equal(findMatches(index, 'ada', 10).matches[0].author, 'Ada Lark');
  assert.equal(findMatches(index, 'owl', 10).matches[0].alias, undefined);
});

test('nothing typed, or nothing but spaces, finds nothing', () => {
  assert.deepEqual(found(''), []);
  assert.deepEqual(found('  \n '), []);
});

test('a query cannot span two names', () => {
  assert.deepEqual(found('owl\nowl-2'), []);
  assert.deepEqual(found('Lark\nOwl'), []);
});

test('all matches are counted, and so many given as asked for', () => {
  const { matches, count } = findMatches(index, 'lark', 2);
  assert.deepEqual([matches.length, count], [2, 5]);
});

test('signs of regular expressions are letters like others', () => {
  assert.deepEqual(found('.*'), []);
});

test('the index is made in portions, between which the page can answer', async () => {
  let pauses = 0;
  const many = Array.from({ length: 10_000 }, (_, n) => ({ label: `node ${n}` }));
  await buildIndex(many, async () => (pauses += 1));
  assert.ok(pauses > 1);
});

test('a key is answered at once, even among a hundred thousand nodes', async () => {
  const aliases = 'Alias one; another alias; a third';
  const many = Array.from({ length: 100_000 }, (_, n) => ({
    label: `A title of some words, number ${n}`,
    aliases,
  }));
  const large = await buildIndex(many, async () => {});
  const keys = ['a', 'al', 'number 99999', 'zzz', 'third'];
  const times = keys.map((query) => {
    const start = performance.now();
    findMatches(large, query, 30);
    return performance.now() - start;
  });
  assert.ok(times.sort((one, other) => one - other)[2] < 200, `${times}`);
});
