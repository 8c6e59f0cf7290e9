import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colourOf, communitiesOf } from '../../../../src/PaperGraph/Web/explore/colours.ts';
import { toGraphML, toJson, toSvg } from '../../../../src/PaperGraph/Web/explore/exports.ts';
import { facetsOf } from '../../../../src/PaperGraph/Web/explore/facets.ts';
import { Graph, type GraphEdge, type GraphNode } from '../../../../src/PaperGraph/Web/explore/graph.ts';
import { firstPositions } from '../../../../src/PaperGraph/Web/explore/layout.ts';
import { filterOf, partOfPaths, toPart } from '../../../../src/PaperGraph/Web/explore/requests.ts';
import { start } from '../../../../src/PaperGraph/Web/explore/state.ts';
import { cut, sentences } from '../../../../src/PaperGraph/Web/explore/panel/excerpt.ts';
import { visibleOf } from '../../../../src/PaperGraph/Web/explore/visible.ts';

const node = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind: 'PAPER',
  label: id,
  degree: 1,
  x: null,
  y: null,
  rank: null,
  community: null,
  year: null,
  topics: [],
  hasCode: false,
  ...more,
});
const edge = (from: string, to: string, more: Partial<GraphEdge> = {}): GraphEdge => ({
  id: `${from}-${to}`,
  from,
  to,
  kind: 'METHOD',
  weight: 1,
  ...more,
});
const part = (nodes: GraphNode[], edges: GraphEdge[] = []) => ({ nodes, edges });

const sample = new Graph([
  part(
    [
      node('old', { year: 2020, topics: [{ slug: 'vision', name: 'Vision' }] }),
      node('new', { year: 2023, hasCode: true }),
      node('undated'),
      node('of-old', { kind: 'METHOD' }),
      node('of-both', { kind: 'TASK' }),
    ],
    [edge('old', 'of-old'), edge('old', 'of-both'), edge('new', 'of-both')],
  ),
]);
const shown = (state: Partial<typeof start>) => [...visibleOf(sample, { ...start, ...state }).nodes.keys()];

test('parts that share nodes and edges are one graph', () => {
  const graph = new Graph([part([node('a'), node('b')], [edge('a', 'b')]), part([node('b'), node('c')], [edge('a', 'b'), edge('b', 'c')])]);
  assert.deepEqual([...graph.nodes.keys()], ['a', 'b', 'c']);
  assert.deepEqual(
    graph.edgesOf('b').map(({ id }) => id),
    ['a-b', 'b-c'],
  );
});

test('an edge to what no part has is left out', () => assert.equal(new Graph([part([node('a')], [edge('a', 'z')])]).edges.size, 0));

test('years, topics and code are asked of the server', () => {
  assert.equal(filterOf(start), null);
  assert.deepEqual(filterOf({ ...start, years: [2022, 2024], topics: ['vision'], onlyCode: true }), {
    publishedOn: { from: '2022-01-01', to: '2024-12-31' },
    topics: { any: ['vision'], unknown: 'IGNORE' },
    hasCode: true,
  });
});

test('kinds that are off and what is hidden are left out, with their edges', () => {
  assert.deepEqual(shown({ off: ['TASK'] }), ['old', 'new', 'undated', 'of-old']);
  assert.deepEqual([...visibleOf(sample, { ...start, hidden: ['old'] }).edges.keys()], ['new-of-both']);
});

test('what a person looks at or began with stays whatever kinds are off', () => {
  assert.deepEqual(shown({ off: ['PAPER'], chosen: ['old'] }), ['old', 'of-old', 'of-both']);
  assert.deepEqual(shown({ off: ['PAPER', 'METHOD', 'TASK'], steps: [{ of: ['new'], via: [], limit: 9 }] }), ['new']);
});

test('graphs with the same nodes and edges are told from others', () => {
  assert.ok(visibleOf(sample, start).hasSameAs(sample));
  assert.ok(!visibleOf(sample, { ...start, hidden: ['undated'] }).hasSameAs(sample));
});

test('years without a paper are in the histogram, and topics and code are counted over papers', () =>
  assert.deepEqual(facetsOf(sample), {
    years: [
      { year: 2020, papers: 1 },
      { year: 2021, papers: 0 },
      { year: 2022, papers: 0 },
      { year: 2023, papers: 1 },
    ],
    topics: [{ slug: 'vision', name: 'Vision', papers: 1 }],
    withCode: 1,
  }));

test('a node that was deleted after the graph was read is left out', () => {
  const answer = { id: 'a', kind: 'PAPER' as const, label: '$L_2$', degree: 0, x: 0, y: 0 };
  const nodes = [{ ...answer, node: {} }, { ...answer, id: 'b', node: null }];
  const { nodes: left } = toPart({ part: { nodes, edges: [], truncated: false, missing: [], asOf: null } });
  assert.deepEqual(
    left.map(({ id, label }) => [id, label]),
    [['a', '𝐿₂']],
  );
});

test('edges of a path lead from the paper on, whichever way the path goes', () => {
  const hop = { id: 'e', from: 'concept', to: 'paper', kind: 'METHOD' as const, weight: 1, isForward: false, evidence: [], reasons: [] };
  assert.deepEqual(partOfPaths([{ length: 1, nodes: [], hops: [hop] }]).edges, [
    { id: 'e', from: 'paper', to: 'concept', kind: 'METHOD', weight: 1 },
  ]);
});

test('communities have colours and names by size, and the rest one colour', () => {
  const all = [...Array(12).keys()].flatMap(at => Array(20 - at).fill(node(`n${at}`, { community: { id: `c${at}`, name: `Community ${at}` } })));
  const communities = communitiesOf(all);
  assert.deepEqual([...communities.values()].slice(0, 2).map(({ name, nodes }) => [name, nodes]), [
    ['Community 0', 20],
    ['Community 1', 19],
  ]);
  const colours = [...communities.values()].map(({ colour }) => colour);
  assert.equal(new Set(colours.slice(0, 8)).size, 8);
  assert.deepEqual(new Set(colours.slice(8)), new Set(['--other']));
  assert.equal(colourOf(all[0]!, 'community', null, communities), colours[0]);
  assert.equal(colourOf(node('d'), 'community', null, communities), '--other');
});

test('years outside the scale have the colours of its ends', () => {
  const colour = (year: number) => colourOf(node('a', { year }), 'year', [2020, 2024], new Map());
  assert.equal(colour(1999), colour(2020));
  assert.equal(colour(2030), colour(2024));
});

test('pins lie where they were put, and the same graph begins the same way', () => {
  const pins = [{ id: 'new', x: 3, y: 4 }];
  const first = firstPositions(sample, new Map(), pins);
  assert.deepEqual(first.get('new'), { x: 3, y: 4 });
  assert.equal(first.size, sample.nodes.size);
  assert.deepEqual(firstPositions(sample, new Map(), pins), first);
});

test('what was drawn stays where it was', () =>
  assert.deepEqual(firstPositions(sample, new Map([['old', { x: 1, y: 2 }]]), []).get('old'), { x: 1, y: 2 }));

test('texts of papers are text in every export', () => {
  const hostile = '<script>"&\u0000\ud800]]>';
  const graph = visibleOf(new Graph([part([node('a', { label: hostile })])]), start);
  for (const xml of [
    toGraphML(graph, () => ({ x: 0, y: 0 })),
    toSvg(
      graph,
      () => ({ x: 0, y: 0, size: 4, colour: 'red"', label: hostile }),
      { PAPER: 'M0 0' },
      { width: 1, height: 1, background: '#fff', text: '#000', line: '#ccc', font: 'x', widthOf: name => name.length },
    ),
  ]) {
    assert.ok(!/<script|[\u0000\ud800]/.test(xml), xml);
    assert.ok(xml.includes('&lt;script&gt;&quot;&amp;\ufffd\ufffd]]&gt;'), xml);
  }
  assert.equal(JSON.parse(toJson(graph, () => undefined)).nodes[0].label, hostile);
});

test('a name in a picture stands left of its node where the picture would cut it off', () => {
  const graph = visibleOf(new Graph([part([node('a', { label: 'A name' })])]), start);
  const places = [50, 195].map(x => {
    const picture = { width: 200, height: 100, background: '#fff', text: '#000', line: '#ccc', font: 'x', widthOf: () => 40 };
    const svg = toSvg(graph, () => ({ x, y: 20, size: 4, colour: 'red', label: 'A name' }), { PAPER: 'M0 0' }, picture);
    return /<text [^>]*>/.exec(svg)?.[0];
  });
  assert.deepEqual(places, ['<text x="57.0" y="24.0">', '<text x="188.0" text-anchor="end" y="24.0">']);
});

test('GraphML names each node and edge with what is known', () => {
  const xml = toGraphML(visibleOf(sample, start), () => ({ x: 1, y: 2 }));
  assert.equal(xml.match(/<node /g)?.length, 5);
  assert.equal(xml.match(/<edge /g)?.length, 3);
  assert.match(xml, /<node id="old"><data key="label">old<\/data><data key="kind">PAPER<\/data><data key="year">2020<\/data>/);
});

test('files of the graph have its nodes where they are drawn', () => {
  const graph = visibleOf(new Graph([part([node('a', { x: 0.1, y: 0.2, rank: 3, community: { id: 'c', name: 'Mamba' } })])]), start);
  const drawn = () => ({ x: 5, y: 6 });
  assert.match(
    toGraphML(graph, drawn),
    /<data key="rank">3<\/data><data key="community">Mamba<\/data><data key="x">5<\/data><data key="y">6<\/data>/,
  );
  const { x, y, rank } = JSON.parse(toJson(graph, drawn)).nodes[0];
  assert.deepEqual([x, y, rank], [5, 6, 3]);
});

test('the sentence around the words is shown, with the words marked', () => {
  const text = 'We begin. Our model uses GRPO, e.g. in math. It ends.';
  assert.deepEqual(sentences(text, [{ start: text.indexOf('GRPO'), length: 4, kind: 'METHOD' }]), [
    [
      { text: 'Our model uses ', kind: null },
      { text: 'GRPO', kind: 'METHOD' },
      { text: ', e.g. in math.', kind: null },
    ],
  ]);
});

test('parts add up to the text wherever marks are', () => {
  const text = 'one two three four';
  for (let start = -1; start < 20; start++)
    for (let length = -1; length < 8; length++)
      assert.equal(
        cut(text, [
          { start, length, kind: 'TASK' },
          { start: 4, length: 3, kind: 'METHOD' },
        ])
          .map(piece => piece.text)
          .join(''),
        text,
      );
});
