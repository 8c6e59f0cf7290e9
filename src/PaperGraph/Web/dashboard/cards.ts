import type { CardDefinition } from './card.ts';
import { code } from './cards/code.ts';
import { concepts } from './cards/concepts.ts';
import { coverage } from './cards/coverage.ts';
import { growth } from './cards/growth.ts';
import { organizations } from './cards/organizations.ts';
import { rising } from './cards/rising.ts';

export { numbers } from './cards/numbers.ts';

/** In the order in which they are read. */
export const cards = [growth, rising, organizations, concepts, code, coverage] as unknown as CardDefinition<unknown>[];
