import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cellValue,
  columnsFor,
  tableCells,
  tableRows,
} from '../../../../kg/exporters/html/script/table_rows.js';
import { birds } from './bird_graph.mjs';

const graph = birds();
const rows = (wanted) => tableRows(graph, graph.nodes, wanted).map(({ id }) => id);

test('rows are sorted by number, and what has none comes last either way', () => {
  assert.deepEqual(rows({ column: 'papers', descending: true }).slice(0, 3), ['lark', 'owl', 'nest']);
  assert.deepEqual(rows({ column: 'papers', descending: false }).slice(0, 3), ['nest', 'wren', 'owl']);
  assert.equal(rows({ column: 'papers', descending: false }).at(-1), 'p4');
});

test('names are sorted without regard to case', () => {
  const nodes = ['b', 'A', 'c'].map((label, index) => ({ index, label }));
  assert.deepEqual(
    tableRows(graph, nodes, { column: 'label' }).map(({ label }) => label),
    ['A', 'b', 'c'],
  );
});

test('a text narrows the rows by name, alias and author', () => {
  const nodes = [
    { index: 0, label: 'Lark' },
    { index: 1, label: 'x', aliases: 'Skylark' },
    { index: 2, label: 'y', authors: 'A. Larkin' },
    { index: 3, label: 'Owl' },
  ];
  assert.deepEqual(tableRows(graph, nodes, { text: ' LARK', column: 'label' }).length, 3);
});

test('cells say the kind in words, the name of the community, and the entities of a paper', () => {
  const node = { kind: 'METHOD', label: 'Lark', community: 1 };
  assert.deepEqual(tableCells(graph, node, ['label', 'kind', 'community_name']), [
    'Lark',
    'Method',
    'Owls · Larks',
  ]);
  assert.equal(cellValue(graph, graph.nodeById.get('p3'), 'entities'), 3);
});

test('a column stands in the table where any node has a value for it', () => {
  const papers = graph.nodes.filter(({ kind }) => kind === 'PAPER');
  assert.deepEqual(columnsFor(graph, papers, 'PAPER'), ['label', 'date', 'entities']);
  assert.deepEqual(columnsFor(graph, [], null), ['label']);
});
