import type { Kind } from '../frame/kinds.ts';
import { edgeKinds, type EdgeKind } from './graph.ts';
import { kindsInOrder } from './words.ts';

export type Colour = 'kind' | 'year' | 'community';
export type Size = 'links' | 'rank';

/** Nodes whose neighbours were asked for. */
export interface Step {
  of: readonly string[];
  /** The kinds of edges that were followed; all where there are none. */
  via: readonly EdgeKind[];
  limit: number;
}

export interface Pin {
  id: string;
  x: number;
  y: number;
}

/** All that a person chose: the address holds it, and brings it back. */
export interface State {
  steps: readonly Step[];
  hidden: readonly string[];
  pins: readonly Pin[];
  /** Nodes that are looked at; of two, how they are connected. */
  chosen: readonly string[];
  edge: string | null;
  /** Kinds that are not shown. */
  off: readonly Kind[];
  years: readonly [number, number] | null;
  topics: readonly string[];
  onlyCode: boolean;
  colour: Colour;
  size: Size;
  asTable: boolean;
}

export const usualLimit = 100;
export const moreLimit = 25;
export const maxLimit = 500;

/** Of a hub fewer neighbours come at first. */
export const limitFor = (degree: number) => (degree > usualLimit ? moreLimit : usualLimit);

/** Whether a step is of that node alone. */
export const isOf = ({ of }: Step, node: string) => of.length === 1 && of[0] === node;

export const start: State = {
  steps: [],
  hidden: [],
  pins: [],
  chosen: [],
  edge: null,
  off: [],
  years: null,
  topics: [],
  onlyCode: false,
  colour: 'kind',
  size: 'links',
  asTable: false,
};

/** How many steps an address holds. */
export const maxSteps = 40;
const maxChosen = 10;
const id = /^[\w-]{1,64}$/;

/** The state of an address. What nobody could have chosen is left out. */
export function parse(search: string): State {
  const asked = new URLSearchParams(search);
  const list = (name: string) => (asked.get(name) ?? '').split('.').filter(part => part !== '');
  const ids = (name: string) => unique(list(name).filter(part => id.test(part)));
  const years = /^(\d{4})-(\d{4})$/.exec(asked.get('years') ?? '');
  return {
    steps: asked.getAll('of').slice(0, maxSteps).flatMap(parseStep),
    hidden: ids('hide'),
    pins: asked.getAll('pin').flatMap(parsePin),
    chosen: ids('at').slice(0, maxChosen),
    edge: asked.get('edge') || null,
    off: kindsInOrder.filter(kind => list('without').includes(kind)),
    years: years && years[1]! <= years[2]! ? [Number(years[1]), Number(years[2])] : null,
    topics: unique(list('topics')),
    onlyCode: asked.get('code') === 'with',
    colour: oneOf(['kind', 'year', 'community'], asked.get('colour')),
    size: oneOf(['links', 'rank'], asked.get('size')),
    asTable: asked.get('view') === 'table',
  };
}

/** What stands behind the question mark of the address that brings the state back. */
export function searchOf(state: State): string {
  const asked = new URLSearchParams();
  for (const step of state.steps) asked.append('of', stepText(step));
  if (state.hidden.length > 0) asked.set('hide', state.hidden.join('.'));
  for (const { id, x, y } of state.pins) asked.append('pin', `${id}*${x.toFixed(3)}*${y.toFixed(3)}`);
  if (state.chosen.length > 0) asked.set('at', state.chosen.join('.'));
  if (state.edge) asked.set('edge', state.edge);
  if (state.off.length > 0) asked.set('without', state.off.join('.'));
  if (state.years) asked.set('years', state.years.join('-'));
  if (state.topics.length > 0) asked.set('topics', state.topics.join('.'));
  if (state.onlyCode) asked.set('code', 'with');
  if (state.colour !== start.colour) asked.set('colour', state.colour);
  if (state.size !== start.size) asked.set('size', state.size);
  if (state.asTable) asked.set('view', 'table');
  return asked.toString();
}

/** One line for a step, by which it is known: `UGFwZXI6MQ*METHOD.TASK*25`. */
export function stepText({ of, via, limit }: Step): string {
  return [of.join('.'), via.join('.'), limit === usualLimit ? '' : String(limit)].join('*').replace(/\*+$/, '');
}

function parseStep(text: string): Step[] {
  const [of = '', via = '', limit = ''] = text.split('*');
  const ids = unique(of.split('.').filter(part => id.test(part)));
  if (ids.length === 0) return [];
  const number = Number(limit) || usualLimit;
  return [
    {
      of: ids,
      via: edgeKinds.filter(kind => via.split('.').includes(kind)),
      limit: Math.min(maxLimit, Math.max(1, Math.round(number))),
    },
  ];
}

function parsePin(text: string): Pin[] {
  const [of = '', x = '', y = ''] = text.split('*');
  const place = { id: of, x: Number(x), y: Number(y) };
  return id.test(of) && x !== '' && y !== '' && Number.isFinite(place.x) && Number.isFinite(place.y) ? [place] : [];
}

const unique = <T>(items: T[]): T[] => [...new Set(items)];

const oneOf = <T extends string>(values: readonly [T, ...T[]], value: string | null): T =>
  values.find(known => known === value) ?? values[0];

// What a person can do. Each gives a new state, and leaves the old one as it is.

/** A step that was taken already moves to the end, so that the same thing is never asked for twice. */
export function expand(state: State, step: Step): State {
  const text = stepText(step);
  return { ...state, steps: [...state.steps.filter(other => stepText(other) !== text), step], hidden: without(state.hidden, step.of) };
}

/** Begins anew from one node. */
export const startFrom = (state: State, node: string): State => ({
  ...start,
  colour: state.colour,
  size: state.size,
  asTable: state.asTable,
  steps: [{ of: [node], via: [], limit: usualLimit }],
  chosen: [node],
});

/** Another node to start from, beside those that are there. */
export const addSeed = (state: State, node: string): State => ({
  ...expand(state, { of: [node], via: [], limit: usualLimit }),
  chosen: [node],
  edge: null,
});

/** What was expanded from the node goes, and what other steps bring stays; where there are none, the node alone. */
export function collapse(state: State, node: string): State {
  const steps = state.steps.filter(step => !isOf(step, node));
  return { ...state, steps: steps.length > 0 ? steps : [{ of: [node], via: [], limit: 1 }] };
}

export const removeStep = (state: State, index: number): State => ({ ...state, steps: state.steps.filter((_, other) => other !== index) });

export const hide = (state: State, node: string): State => ({
  ...state,
  hidden: [...without(state.hidden, [node]), node],
  chosen: without(state.chosen, [node]),
  edge: null,
});

/** All papers again. */
export const withoutFilters = (state: State): State => ({ ...state, years: null, topics: [], onlyCode: false });

export const showHidden = (state: State): State => ({ ...state, hidden: [] });

export const pin = (state: State, place: Pin): State => ({ ...state, pins: [...state.pins.filter(other => other.id !== place.id), place] });

export const unpin = (state: State, node: string): State => ({ ...state, pins: state.pins.filter(other => other.id !== node) });

export const choose = (state: State, node: string | null): State => ({ ...state, chosen: node === null ? [] : [node], edge: null });

/** One more beside what is chosen, or one less. */
export const chooseAlso = (state: State, node: string): State => ({
  ...state,
  chosen: state.chosen.includes(node) ? without(state.chosen, [node]) : [...state.chosen, node].slice(-maxChosen),
  edge: null,
});

export const chooseEdge = (state: State, edge: string): State => ({ ...state, chosen: [], edge });

export const toggleKind = (state: State, kind: Kind): State => ({
  ...state,
  off: state.off.includes(kind) ? without(state.off, [kind]) : [...state.off, kind],
});

export const toggleTopic = (state: State, slug: string): State => ({
  ...state,
  topics: state.topics.includes(slug) ? without(state.topics, [slug]) : [...state.topics, slug],
});

const without = <T>(items: readonly T[], gone: readonly T[]): T[] => items.filter(item => !gone.includes(item));
