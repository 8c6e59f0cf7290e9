import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idsOf, renamed } from '../../../../src/PaperGraph/Web/explore/former.ts';
import { Loader } from '../../../../src/PaperGraph/Web/explore/loader.ts';
import { start } from '../../../../src/PaperGraph/Web/explore/state.ts';

interface Asked {
  query: string;
  variables: { of?: string[]; ids?: string[]; where?: { importedAt?: { to: string } } };
}

const nodes = (ids: string[]) => ids.map(id => ({ id, kind: 'PAPER', label: id, degree: 0, x: 0, y: 0, node: {} }));

/** A database of papers, of which the graph in memory has those that were there before. */
function serve(database: string[], inMemory: string[]): Asked[] {
  const asked: Asked[] = [];
  globalThis.fetch = (async (_: unknown, { body }: { body: string }) => {
    const request = JSON.parse(body) as Asked;
    asked.push(request);
    const { of = [], where } = request.variables;
    const data = request.query.includes('neighborhood')
      ? {
          part: {
            nodes: nodes(of.filter(id => inMemory.includes(id))),
            edges: [],
            truncated: false,
            missing: of.filter(id => !inMemory.includes(id)),
            asOf: '2026-11-29T00:00:00Z',
          },
        }
      : { papers: { nodes: (where?.importedAt ? database.filter(id => inMemory.includes(id)) : database).map(id => ({ id })) } };
    return Response.json({ data });
  }) as typeof fetch;
  return asked;
}

const { signal } = new AbortController();
const never = () => assert.fail('it waits');

test('the first drawing is of the latest papers, which are asked for once', async () => {
  const asked = serve(['new', 'old'], ['new', 'old']);
  const loader = new Loader();
  const first = await loader.firstStep(null, signal, never);
  assert.deepEqual(first?.of, ['new', 'old']);
  await loader.load([first!], null, signal, never);
  await loader.firstStep(null, signal, never);
  assert.equal(asked.length, 2);
});

test('papers that came after the graph was read are left out of the first drawing', async () => {
  const asked = serve(['newest', 'new', 'old'], ['old']);
  const first = await new Loader().firstStep(null, signal, never);
  assert.deepEqual(first?.of, ['old']);
  assert.deepEqual(asked.at(-1)!.variables.where, { importedAt: { to: '2026-11-29T00:00:00Z' } });
});

test('an empty database has no first drawing', async () => {
  serve([], []);
  assert.equal(await new Loader().firstStep(null, signal, never), null);
});

test('what is not in memory yet is asked for again, and what is there is kept', async () => {
  const asked = serve(['new'], []);
  const loader = new Loader();
  const step = { of: ['new'], via: [], limit: 1 };
  const [part] = await loader.load([step], null, signal, never);
  assert.deepEqual(part!.missing, ['new']);
  serve(['new'], ['new']);
  const [again] = await loader.load([step], null, signal, never);
  assert.deepEqual([again!.missing, again!.nodes.map(({ id }) => id)], [[], ['new']]);
  assert.equal(asked.length, 1);
});

test('former ids become what they lead to, and what is gone is left out', () => {
  const state = {
    ...start,
    steps: [
      { of: ['former', 'there'], via: [], limit: 9 },
      { of: ['gone'], via: [], limit: 9 },
    ],
    chosen: ['former', 'now'],
    hidden: ['gone', 'there'],
    pins: [
      { id: 'former', x: 1, y: 2 },
      { id: 'gone', x: 1, y: 2 },
    ],
  };
  assert.deepEqual(idsOf(state), ['former', 'there', 'gone', 'now']);
  const present = new Map([
    ['former', 'now'],
    ['gone', null],
  ]);
  assert.deepEqual(renamed(state, present), {
    ...start,
    steps: [{ of: ['now', 'there'], via: [], limit: 9 }],
    chosen: ['now'],
    hidden: ['there'],
    pins: [{ id: 'now', x: 1, y: 2 }],
  });
});
