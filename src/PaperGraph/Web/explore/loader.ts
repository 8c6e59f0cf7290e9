import { ask, Failure, type GraphQLRequest } from '../frame/graphql.ts';
import type { Part } from './graph.ts';
import { askFirst, askPart, firstStep, toPart, type PartAnswer } from './requests.ts';
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
      waits?.();
      await new Promise(resolve => setTimeout(resolve, askAgainAfter));
      signal.throwIfAborted();
    }
  }
}

/** The parts of the graph that steps bring; what was asked for once is kept. */
export class Loader {
  private readonly parts = new Map<string, Part>();
  private first: Step | null = null;

  /** The step that a page without any begins with; null where there are no papers. */
  async firstStep(signal: AbortSignal, waits: () => void): Promise<Step | null> {
    if (this.first) return this.first;
    const { papers } = await askWhenReady<{ papers: { nodes: { id: string }[] } }>(askFirst, signal, waits);
    return (this.first = papers.nodes.length === 0 ? null : firstStep(papers.nodes.map(({ id }) => id)));
  }

  async load(steps: readonly Step[], signal: AbortSignal, waits: () => void): Promise<Part[]> {
    return Promise.all(
      steps.map(async step => {
        const key = stepText(step);
        const kept = this.parts.get(key);
        if (kept) return kept;
        const part = toPart(await askWhenReady<PartAnswer>(askPart(step), signal, waits));
        this.parts.set(key, part);
        return part;
      }),
    );
  }

  /** The graph is another from now on. */
  forget() {
    this.parts.clear();
    this.first = null;
  }
}
