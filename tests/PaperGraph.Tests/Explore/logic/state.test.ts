import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as states from '../../../../src/PaperGraph/Web/explore/state.ts';
import { parse, searchOf, start, type State } from '../../../../src/PaperGraph/Web/explore/state.ts';

const around = (id: string, limit = 100): states.Step => ({ of: [id], via: [], limit });

const full: State = {
  steps: [around('UGFwZXI6MQ'), { of: ['Q29uY2VwdDoy', 'Q29uY2VwdDoz'], via: ['METHOD', 'RELATED'], limit: 25 }],
  hidden: ['YQ'],
  pins: [{ id: 'Yg', x: 0.5, y: -0.25 }],
  chosen: ['UGFwZXI6MQ', 'Yg'],
  edge: null,
  off: ['TASK', 'AUTHOR'],
  years: [2024, 2026],
  topics: ['vision', 'language-models'],
  onlyCode: true,
  colour: 'community',
  size: 'rank',
  asTable: true,
};

test('the address holds the whole state and brings it back', () => assert.deepEqual(parse(`?${searchOf(full)}`), full));

test('nothing chosen is an address without a question', () => assert.equal(searchOf(start), ''));

test('what nobody could have chosen is left out', () =>
  assert.deepEqual(
    parse('?of=<script>&of=*METHOD&of=YQ*NONE*999999&hide=..a b&pin=YQ*x*1&pin=YQ&at=%00&years=2026-2024&colour=pink&size=&view=&topics='),
    { ...start, steps: [{ of: ['YQ'], via: [], limit: 500 }] },
  ));

test('any address is read, and what is read comes back the same', () => {
  const pieces = [
    'of=',
    'YQ',
    '*',
    '.',
    '&',
    'METHOD',
    'pin=',
    '1',
    '-',
    'hide=',
    'at=',
    'edge=',
    'years=',
    '2024',
    '%',
    '%00',
    '<',
    '=',
    'é',
    '\ud800',
  ];
  let seed = 7;
  const next = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (let round = 0; round < 2_000; round++) {
    const text = Array.from({ length: next(20) }, () => pieces[next(pieces.length)]).join('');
    const state = parse(`?${text}`);
    assert.deepEqual(parse(`?${searchOf(state)}`), state, text);
  }
});

test('a step that was taken already moves to the end', () => {
  const state = states.expand(states.expand(states.expand(start, around('a')), around('b')), around('a'));
  assert.deepEqual(state.steps, [around('b'), around('a')]);
});

test('collapsing takes all that was expanded from the node, and nothing else', () => {
  const state = [around('a'), { ...around('a', 25), via: ['TASK'] as const }, around('b')].reduce(states.expand, start);
  assert.deepEqual(states.collapse(state, 'a').steps, [around('b')]);
});

test('the only node that was expanded stays alone when it is collapsed', () =>
  assert.deepEqual(states.collapse(states.expand(start, around('a')), 'a').steps, [around('a', 1)]));

test('what is expanded is hidden no longer', () => assert.deepEqual(states.expand(states.hide(start, 'a'), around('a')).hidden, []));

test('a hidden node is not looked at', () => {
  const state = states.hide(states.chooseAlso(states.choose(start, 'a'), 'b'), 'a');
  assert.deepEqual([state.chosen, state.hidden], [['b'], ['a']]);
});

test('choosing once more takes the choice back', () =>
  assert.deepEqual(states.chooseAlso(states.chooseAlso(states.choose(start, 'a'), 'b'), 'a').chosen, ['b']));

test('a state is never changed', () => {
  const frozen = Object.freeze({ ...full });
  for (const act of [
    states.startFrom,
    states.addSeed,
    states.collapse,
    states.hide,
    states.unpin,
    states.choose,
    states.chooseAlso,
    states.toggleTopic,
  ])
    act(frozen, 'UGFwZXI6MQ');
  assert.deepEqual(frozen, full);
});
