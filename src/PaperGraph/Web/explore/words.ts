import type { Kind } from '../frame/kinds.ts';
import type { EdgeKind, GraphNode } from './graph.ts';

const plurals: Record<Kind, string> = {
  PAPER: 'Papers',
  METHOD: 'Methods',
  TASK: 'Tasks',
  DATASET: 'Datasets',
  MODEL: 'Models',
  METRIC: 'Metrics',
  OTHER: 'Other concepts',
  ORGANIZATION: 'Organizations',
  REPOSITORY: 'Repositories',
  TOPIC: 'Topics',
  AUTHOR: 'Authors',
};

export const kindPlural = (kind: Kind) => plurals[kind];

export const kindsInOrder = Object.keys(plurals) as Kind[];

/** The part of a title before its colon, where that is a name; else its beginning. */
export function shortName(label: string): string {
  const name = /^(.{2,32}?)\s*[:–—]\s/u.exec(label)?.[1];
  return name ?? beginning(label, 48);
}

/** The first characters of a text that is longer than `most`. */
export const beginning = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);

/** What an edge says, from the side of what it leads from. */
export function edgeWords(kind: EdgeKind): string {
  switch (kind) {
    case 'RELATED':
      return 'Link between two papers';
    case 'CITATION':
      return 'Paper that cites another';
    case 'TOPIC':
      return 'Paper on a topic';
    case 'ORGANIZATION':
      return 'Paper of an organization';
    case 'REPOSITORY':
      return 'Paper with a repository';
    case 'AUTHOR':
      return 'Paper of an author';
    case 'OWNER':
      return 'Repository of an organization';
    default:
      return `Paper about a ${kind === 'OTHER' ? 'concept' : kind.toLowerCase()}`;
  }
}

/** 27 Nov 2026, 18:04, in the time of the person. */
export const momentName = (moment: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
    new Date(moment),
  );

/** By which edges a node can be expanded, and what that brings. */
export function waysFrom({ kind }: GraphNode): readonly [EdgeKind[], string][] {
  const all: [EdgeKind[], string] = [[], 'Everything'];
  switch (kind) {
    case 'PAPER':
      return [
        all,
        [['RELATED'], 'Related papers'],
        [['CITATION'], 'Cited and citing'],
        ...kindsOfPapers.map((of): [EdgeKind[], string] => [[of], plurals[of]]),
      ];
    case 'ORGANIZATION':
      return [all, [['ORGANIZATION'], plurals.PAPER], [['OWNER'], plurals.REPOSITORY]];
    case 'REPOSITORY':
      return [all, [['REPOSITORY'], plurals.PAPER], [['OWNER'], 'Owner']];
    default:
      return [[[], 'Its papers']];
  }
}

const kindsOfPapers = ['METHOD', 'TASK', 'DATASET', 'MODEL', 'METRIC', 'OTHER', 'ORGANIZATION', 'REPOSITORY', 'AUTHOR', 'TOPIC'] as const;
