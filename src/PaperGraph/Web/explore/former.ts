import type { State } from './state.ts';

/** All nodes that the state names. */
export const idsOf = ({ steps, chosen, hidden, pins }: State): string[] => [
  ...new Set([...steps.flatMap(({ of }) => of), ...chosen, ...hidden, ...pins.map(({ id }) => id)]),
];

/** The state with what ids lead to now, without what is gone. */
export function renamed(state: State, present: ReadonlyMap<string, string | null>): State {
  const now = (ids: readonly string[]) => [...new Set(ids.flatMap(id => (present.has(id) ? (present.get(id) ?? []) : id)))];
  return {
    ...state,
    steps: state.steps.map(step => ({ ...step, of: now(step.of) })).filter(({ of }) => of.length > 0),
    chosen: now(state.chosen),
    hidden: now(state.hidden),
    pins: state.pins.flatMap(pin => now([pin.id]).map(id => ({ ...pin, id }))),
  };
}
