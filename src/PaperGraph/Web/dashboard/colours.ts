/** Of series that stand beside each other, told apart by colour-blind eyes. */
export const seriesColours =
  ['--paper', '--method', '--task', '--topic', '--dataset', '--model', '--metric'] as const;

export const restColour = '--other';
