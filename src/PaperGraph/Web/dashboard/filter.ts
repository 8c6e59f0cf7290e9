import { dashboard } from '../frame/addresses.ts';
import type { Range } from './periods.ts';

/** What a person chose: topic, organization and concept by their slugs. */
export interface Filter {
  from?: string;
  to?: string;
  topic?: string;
  organization?: string;
  concept?: string;
  code?: 'with' | 'without';
  /** Cards that show their numbers as a table, by their ids with commas between. */
  tables?: string;
}

export type Change = { [Name in keyof Filter]: Filter[Name] | undefined };

const day = /^\d{4}-\d\d-\d\d$/;

/** The filter of an address. What nobody could have chosen is left out. */
export function parse(search: string): Filter {
  const asked = new URLSearchParams(search);
  const code = asked.get('code');
  const dayOf = (name: string) => {
    const value = asked.get(name) ?? '';
    return day.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
  };
  return changed({}, {
    from: dayOf('from'),
    to: dayOf('to'),
    topic: asked.get('topic') || undefined,
    organization: asked.get('organization') || undefined,
    concept: asked.get('concept') || undefined,
    code: code === 'with' || code === 'without' ? code : undefined,
    tables: asked.get('tables') || undefined,
  });
}

/** The address that brings the filter back. */
export function addressOf(filter: Filter): string {
  const asked = new URLSearchParams(Object.entries(filter));
  return asked.size > 0 ? `${dashboard}?${asked}` : dashboard;
}

/** `undefined` takes a choice back. */
export function changed(filter: Filter, change: Change): Filter {
  const entries = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Filter;
}

/** The filter as the API takes it, over the papers of a range of days; all of them where it is null. */
export function whereOf(filter: Filter, range: Partial<Range> | null = rangeOf(filter)): Record<string, unknown> {
  return {
    ...(range && { publishedOn: range }),
    ...(filter.topic && { topics: { any: [filter.topic] } }),
    ...(filter.organization && { organizations: { any: [filter.organization] } }),
    ...(filter.concept && { concepts: { any: [filter.concept] } }),
    ...(filter.code && { hasCode: filter.code === 'with' }),
  };
}

/** What is chosen of the days; null where nothing is. */
export function rangeOf({ from, to }: Filter): Partial<Range> | null {
  return from || to ? { ...(from && { from }), ...(to && { to }) } : null;
}
