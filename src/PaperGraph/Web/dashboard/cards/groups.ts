/** Rows of `paperGroups`, as far as cards read them. */
export interface Group {
  key: string;
  label: string;
  isUnknown: boolean;
  papers: number;
}

export interface Groups<Row extends Group = Group> {
  rows: Row[];
  groupCount: number;
  otherCount: number;
}

export const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
