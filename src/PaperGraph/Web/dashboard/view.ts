import { addressOf, changed, type Change, type Filter } from './filter.ts';
import { dayName } from '../frame/words.ts';
import { before, daysOf, endOf, intervalFor, lastYear, startOf, type Interval, type Range } from './periods.ts';
import type { TopicTree } from './topics.ts';

/** What is there, whatever is chosen. */
export interface Known {
  /** The days of the first and the last paper. */
  extent: Range;
  /** The day from which on nearly all papers are. */
  mostFrom: string;
  topics: TopicTree;
}

/** What all cards show at one time: the filter, and the days that follow from it and from what there is. */
export class View {
  /** The chosen days; the days of all papers where an end is left open. */
  readonly range: Range;
  /** The days that charts over time draw: where none are chosen, without the few papers of long ago. */
  readonly drawn: Range;
  readonly interval: Interval;
  /** What numbers are compared: the chosen days, or the last twelve months where none are chosen. */
  readonly now: Range;
  /** As many days before. */
  readonly before: Range;

  constructor(readonly filter: Filter, readonly known: Known) {
    const { extent } = known;
    const from = filter.from ?? startOf(extent.from, 'MONTH');
    const to = filter.to ?? endOf(startOf(extent.to, 'MONTH'), 'MONTH');
    this.range = from <= to ? { from, to } : { from: to, to: from };
    this.drawn = this.isOpen ? { from: known.mostFrom, to } : this.range;
    this.interval = intervalFor(this.drawn);
    this.now = this.isOpen ? lastYear(extent.to) : this.range;
    this.before = before(this.now);
  }

  /** Whether no days are chosen. */
  get isOpen(): boolean {
    return !this.filter.from && !this.filter.to;
  }

  /** What the numbers are compared with, in words. */
  get beforeName(): string {
    const days = daysOf(this.now);
    if (this.isOpen || (days >= 365 && days <= 366)) return 'the year before';
    return days >= 28 && days <= 31 ? 'the month before' : `the ${days} days before`;
  }

  /** The page with a changed filter. */
  address(change: Change): string {
    return addressOf(changed(this.filter, change));
  }
}

/** What charts of everything say of the papers that they leave out. */
export const notDrawn = ({ drawn, range }: View) => drawn.from > range.from ? `; the few before ${dayName(drawn.from)} are not drawn` : '';
