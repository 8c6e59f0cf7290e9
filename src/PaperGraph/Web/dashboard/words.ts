import { count, some } from '../frame/words.ts';

/** 52 %; below one per cent with a digit behind the point. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 0.95 ? value.toFixed(1) : Math.round(value)} %`;
}

/** How many times as many: ×2.4, ×12. */
export const rate = (value: number) => `×${times(value)}`;

/** 2.4, 12. */
export const times = (value: number) => value < 10 ? value.toFixed(1) : count(Math.round(value));

/** 1 paper, 2 papers. */
export const papers = (value: number) => some(value, 'paper');

/** A share as one would say it at the beginning of a sentence about papers. */
export function shareOfPapers(share: number): string {
  if (share === 0) return 'None of the papers';
  if (share === 1) return 'All papers';
  const near = (value: number) => Math.abs(share - value) < 0.02;
  if (near(1 / 4)) return 'A quarter of the papers';
  if (near(1 / 3)) return 'A third of the papers';
  if (near(1 / 2)) return 'Half of the papers';
  if (near(2 / 3)) return 'Two thirds of the papers';
  if (near(3 / 4)) return 'Three quarters of the papers';
  return `${percent(share)} of the papers`;
}
