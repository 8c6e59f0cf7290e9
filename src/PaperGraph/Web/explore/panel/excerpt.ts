/** A place of a text, in UTF-16 code units. */
export interface Mark {
  start: number;
  length: number;
  /** Of what is named there. */
  kind: string;
}

export interface TextPart {
  text: string;
  /** Of what it names, where it is marked. */
  kind: string | null;
}

/** The text cut into what is marked and what is not; marks that overlap are one. */
export function cut(text: string, marks: readonly Mark[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const sorted = marks
    .filter(({ start, length }) => start >= 0 && length > 0 && start + length <= text.length)
    .sort((one, other) => one.start - other.start || other.length - one.length);
  for (const { start, length, kind } of sorted) {
    const end = start + length;
    if (end <= at) continue;
    const last = parts.at(-1);
    if (start < at && last) {
      last.text += text.slice(at, end);
    } else {
      if (start > at) parts.push({ text: text.slice(at, start), kind: null });
      parts.push({ text: text.slice(start, end), kind });
    }
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), kind: null });
  return parts;
}

/** The first sentences that have marks, whole. */
export function sentences(text: string, marks: readonly Mark[], most = 2): TextPart[][] {
  const ends = [...text.matchAll(/[.!?]["')\]]?\s+(?=[^a-z])/g)].map(match => match.index + match[0].length);
  const bounds = [0, ...ends, text.length];
  const shown: TextPart[][] = [];
  for (let at = 0; at + 1 < bounds.length && shown.length < most; at++) {
    const [from, to] = [bounds[at]!, bounds[at + 1]!];
    const within = marks.filter(({ start }) => start >= from && start < to);
    if (within.length === 0) continue;
    const sentence = text.slice(from, Math.max(to, ...within.map(({ start, length }) => start + length))).trimEnd();
    shown.push(
      cut(
        sentence,
        within.map(mark => ({ ...mark, start: mark.start - from })),
      ),
    );
  }
  return shown;
}
