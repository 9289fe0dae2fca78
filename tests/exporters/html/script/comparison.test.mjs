import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  relationsAmong,
  resultMatrix,
  sharedPapers,
} from '../../../../kg/exporters/html/script/comparison.js';
import { birds } from './bird_graph.mjs';

const graph = birds();
const [lark, owl, nest, wren] = ['lark', 'owl', 'nest', 'wren'].map((id) => graph.nodeById.get(id));

test('papers that name most of the entities come first, with one edge an entity', () => {
  const shared = sharedPapers(graph, [lark, owl, nest]);
  assert.deepEqual(
    shared.map(({ paper, count }) => [paper.id, count]),
    [
      ['p3', 3],
      ['p2', 2],
    ],
  );
  assert.deepEqual(
    shared[1].edges.map((edge) => edge?.role ?? null),
    ['USES', 'COMPARES_WITH', null],
  );
});

test('entities without a common paper share none', () => {
  assert.deepEqual(sharedPapers(graph, [wren, nest]), []);
});

test('relations are those between any two of the entities', () => {
  assert.deepEqual(
    relationsAmong(graph, [owl, lark, wren]).map(({ role }) => role),
    ['USED_TOGETHER'],
  );
});

test('the matrix has a row a method of those compared and a column a benchmark', () => {
  const row = (subjectNode, benchmarkNode, value) => ({ subjectNode, benchmarkNode, value });
  const results = [
    row(lark, nest, '1'),
    row(lark, nest, '2'),
    row(owl, nest, '3'),
    row(wren, nest, '4'),
    row(null, nest, '5'),
  ];
  const { columns, rows } = resultMatrix(results, [lark, owl]);
  assert.deepEqual(columns, [nest]);
  assert.deepEqual(
    rows.map(({ subject, cells }) => [subject.id, cells[0].map(({ value }) => value)]),
    [
      ['lark', ['1', '2']],
      ['owl', ['3']],
    ],
  );
});

test('where only benchmarks are compared all methods with values have a row', () => {
  const { rows } = resultMatrix([{ subjectNode: wren, benchmarkNode: nest, value: '4' }], [nest]);
  assert.deepEqual(
    rows.map(({ subject }) => subject),
    [wren],
  );
});
