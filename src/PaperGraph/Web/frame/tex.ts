import tables from './tex.json';

// The server shows its pages the same way: NodePages/Tex reads the same tables, and tests hold both against the same cases.

const [dollars, styled] = [
  /(?<![\\$])\$(?!\s)([^$\n]{1,80}?)(?<!\s)\$(?![\d$])/,
  new RegExp(String.raw`\\(?:${tables.styles.filter(name => /^(text|emph)/.test(name)).join('|')})\{([^{}\\$]{1,200})\}`),
];
const spans = new RegExp(`${dollars.source}|${styled.source}`, 'g');

/** A text with the TeX of titles and abstracts as Unicode. Of what is not sure to be TeX, or has no such form, all stays as typed. */
export const untexed = (stored: string): string => untexMarked(stored, []).text;

/** The same with marks on its words; a mark that begins or ends within TeX takes all of that. */
export function untexMarked<M extends { start: number; length: number }>(
  stored: string, marks: readonly M[]): { text: string; marks: M[] } {
  const shown = [...stored.matchAll(spans)].flatMap(({ 0: typed, 1: math, 2: words, index }) => {
    const text = math === undefined ? words! : mathText(math);
    return text === null ? [] : [{ from: index, to: index + typed.length, text }];
  });
  if (shown.length === 0) return { text: stored, marks: [...marks] };

  let [text, at] = ['', 0];
  const places = shown.map(span => {
    text += stored.slice(at, span.from);
    const start = text.length;
    text += span.text;
    at = span.to;
    return { ...span, start, end: text.length };
  });
  text += stored.slice(at);

  const placeOf = (place: number, isEnd: boolean) => {
    const span = places.findLast(({ from }) => (isEnd ? from < place : from <= place));
    if (!span) return place;
    return place < span.to || (isEnd && place === span.to) ? (isEnd ? span.end : span.start) : place - span.to + span.end;
  };
  return {
    text,
    marks: marks.map(mark => {
      const start = placeOf(mark.start, false);
      return { ...mark, start, length: placeOf(mark.start + mark.length, true) - start };
    }),
  };
}

const unsure = new Error('not sure to be TeX, or without a form in Unicode');

/** What stands between dollars, or null where it is to stay as typed. */
function mathText(typed: string): string | null {
  if (!/[\\^_{]|^\p{L}(\S*$|\s?[=<>≤≥])/u.test(typed)) return null;
  try {
    return new MathText(typed).all();
  } catch (failure) {
    if (failure === unsure) return null;
    throw failure;
  }
}

class MathText {
  private at = 0;

  constructor(private readonly typed: string) {}

  all(): string {
    let text = '';
    while (this.at < this.typed.length) text += this.item();
    return text;
  }

  private item(): string {
    const char = this.typed[this.at++];
    switch (char) {
      case undefined:
      case '}':
        throw unsure;
      case '{':
        return new MathText(this.group(this.at - 1)).all();
      case '^':
        return this.script(char, tables.superscripts);
      case '_':
        return this.script(char, tables.subscripts);
      case '\\':
        return this.command();
      case '~':
        return ' ';
      case "'":
        return '′';
      default:
        return isLetter(this.typed[this.at]) || isLetter(this.typed[this.at - 2]) ? char : italic(char);
    }
  }

  private command(): string {
    const name = /^[A-Za-z]*/.exec(this.typed.slice(this.at))![0];
    if (name === '') return known(tables.escapes, this.typed[this.at++] ?? '');
    this.at += name.length;
    if (name in tables.accents) {
      const letter = this.argument();
      if (!/^[\p{L}\p{N}]$/u.test(letter) || letter.length !== 1) throw unsure;
      return letter + known(tables.accents, name);
    }
    if (tables.styles.includes(name)) return plain(this.argument());
    if (name === 'mathbb') return each(this.argument(), tables.blackboard);
    if (name === 'mathcal') return each(this.argument(), tables.calligraphic);
    if (name === 'frac') return `${this.simple()}/${this.simple()}`;
    if (name === 'sqrt') {
      const root = new MathText(this.argument()).all();
      return [...root].length === 1 ? `√${root}` : `√(${root})`;
    }
    return known(tables.symbols, name);
  }

  /** Raised or lowered where all of it has such a form; a single sign else stands behind the sign for it. */
  private script(sign: string, forms: string[]): string {
    const argument = this.argument().replace(/^\\(?:mathrm|text[a-z]*)\{([^{}\\]*)\}$/, '$1');
    if (sign === '^' && argument === '\\circ') return '°';
    if (sign === '^' && argument === '\\prime') return '′';
    if (argument !== '' && [...argument].every(char => forms[0]!.includes(char))) return each(argument, forms);
    const text = /^\p{L}$/u.test(argument) ? argument : new MathText(argument).all();
    if ([...text].length !== 1) throw unsure;
    return sign + text;
  }

  private simple(): string {
    const text = new MathText(this.argument()).all();
    if (!/^[\p{L}\p{N}]+$/u.test(text)) throw unsure;
    return text;
  }

  /** What a command or a script is of, as typed: a group, a command without arguments, or one character. */
  private argument(): string {
    while (this.typed[this.at] === ' ') this.at++;
    if (this.typed[this.at] === '{') return this.group(this.at);
    const argument = /^(\\[A-Za-z]+|[^\\}^_$])/u.exec(this.typed.slice(this.at))?.[0];
    if (argument === undefined) throw unsure;
    this.at += argument.length;
    return argument;
  }

  private group(from: number): string {
    let depth = 0;
    for (let at = from; at < this.typed.length; at++) {
      if (this.typed[at] === '{') depth++;
      if (this.typed[at] === '}' && --depth === 0) {
        this.at = at + 1;
        return this.typed.slice(from + 1, at);
      }
    }
    throw unsure;
  }
}

function known(table: Record<string, string>, name: string): string {
  if (!Object.hasOwn(table, name)) throw unsure;
  return table[name]!;
}

function plain(text: string): string {
  if (/[\\{}^_$]/.test(text)) throw unsure;
  return text;
}

const each = (text: string, [of, forms]: string[]): string =>
  [...text]
    .map(char => {
      const place = of!.indexOf(char);
      if (place < 0) throw unsure;
      return [...forms!][place]!;
    })
    .join('');

const isLetter = (char: string | undefined) => char !== undefined && /^[A-Za-z]$/.test(char);

/** A letter that stands for a quantity. */
function italic(char: string): string {
  if (!isLetter(char)) return char;
  if (char === 'h') return 'ℎ';
  const isSmall = char >= 'a';
  return String.fromCodePoint((isSmall ? 0x1d44e : 0x1d434) + char.charCodeAt(0) - (isSmall ? 97 : 65));
}
