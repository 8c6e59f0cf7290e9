import { ask } from '../frame/graphql.ts';
import type { Filter } from './filter.ts';

type Kind = 'topic' | 'organization' | 'concept';

const kinds: readonly Kind[] = ['topic', 'organization', 'concept'];

/** What the slugs of the address are called. */
export class Names {
  private readonly names = new Map<string, string>();

  nameOf(kind: Kind, slug: string): string {
    return this.names.get(`${kind} ${slug}`) ?? slug;
  }

  learn(kind: Kind, slug: string, name: string) {
    this.names.set(`${kind} ${slug}`, name);
  }

  /** Asks for the names that are not known yet; whether there were any. */
  async complete(filter: Filter): Promise<boolean> {
    const missing = kinds.filter(kind => filter[kind] && !this.names.has(`${kind} ${filter[kind]}`));
    if (missing.length === 0) return false;
    const fields = missing.map(kind => `${kind}(by: { slug: $${kind} }) { name }`);
    const { data } = await ask<Partial<Record<Kind, { name: string } | null>>>({
      query: `query Names(${missing.map(kind => `$${kind}: String!`).join(', ')}) { ${fields.join(' ')} }`,
      variables: Object.fromEntries(missing.map(kind => [kind, filter[kind]])),
    });
    for (const kind of missing) this.learn(kind, filter[kind]!, data[kind]?.name ?? filter[kind]!);
    return true;
  }
}
