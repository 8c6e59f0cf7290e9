import { ask, Failure, type GraphQLRequest } from '../frame/graphql.ts';
import type { Part } from './graph.ts';
import { askIds, askLatest, askPart, firstStep, toPart, type PaperFilter, type PartAnswer } from './requests.ts';
import { stepText, type Step } from './state.ts';

const askAgainAfter = 2_000;
const notReady = 'SNAPSHOT_NOT_READY';

/** Asks, and waits for a server that is still building its graph; `waits` is told so. */
export async function askWhenReady<Data>(request: GraphQLRequest, signal: AbortSignal, waits?: () => void): Promise<Data> {
  while (true) {
    try {
      return (await ask<Data>(request, signal)).data;
    } catch (failure) {
      if (!(failure instanceof Failure) || failure.code !== notReady) throw failure;
      await pause(signal, waits);
    }
  }
}

async function pause(signal: AbortSignal, waits?: () => void) {
  waits?.();
  await new Promise(resolve => setTimeout(resolve, askAgainAfter));
  signal.throwIfAborted();
}

/** The parts of the graph that steps bring; what was asked for once is kept. */
export class Loader {
  private readonly parts = new Map<string, Part>();
  private readonly firsts = new Map<string, Step>();

  /** The step that a page without any begins with: the latest papers that the graph has. Null where there are none. */
  async firstStep(where: PaperFilter | null, signal: AbortSignal, waits: () => void): Promise<Step | null> {
    const key = JSON.stringify(where);
    while (!this.firsts.has(key)) {
      const latest = await this.latest(where, signal);
      if (latest === null) return null;
      const { missing, asOf } = await this.part(latest, where, signal, waits);
      // The graph is read anew only when an import is over, and does not know until then what came with it.
      const known = missing.length > 0 && asOf ? await this.latest(where, signal, asOf) : latest;
      if (known) this.firsts.set(key, known);
      else await pause(signal, waits);
    }
    return this.firsts.get(key)!;
  }

  load(steps: readonly Step[], where: PaperFilter | null, signal: AbortSignal, waits: () => void): Promise<Part[]> {
    return Promise.all(steps.map(step => this.part(step, where, signal, waits)));
  }

  /** What ids lead to now, in their order; null where that is nothing that can be drawn. */
  async present(ids: readonly string[], signal: AbortSignal): Promise<(string | null)[]> {
    const { data } = await ask<{ nodes: ({ __typename: string; id: string } | null)[] }>(askIds(ids), signal);
    return data.nodes.map(node => (node && node.__typename !== 'Community' && node.__typename !== 'Import' ? node.id : null));
  }

  /** The graph is another from now on. */
  forget() {
    this.parts.clear();
    this.firsts.clear();
  }

  private async latest(where: PaperFilter | null, signal: AbortSignal, asOf?: string): Promise<Step | null> {
    const { data } = await ask<{ papers: { nodes: { id: string }[] } }>(askLatest(where, asOf), signal);
    return data.papers.nodes.length === 0 ? null : firstStep(data.papers.nodes.map(({ id }) => id));
  }

  private async part(step: Step, where: PaperFilter | null, signal: AbortSignal, waits: () => void): Promise<Part> {
    const key = `${stepText(step)} ${JSON.stringify(where)}`;
    const kept = this.parts.get(key);
    if (kept) return kept;
    const part = toPart(await askWhenReady<PartAnswer>(askPart(step, where), signal, waits));
    // What came after the graph was read will be there when it is read again.
    if (part.missing.length === 0) this.parts.set(key, part);
    return part;
  }
}
