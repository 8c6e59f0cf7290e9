import assert from 'node:assert/strict';
import { test } from 'node:test';
import { untexed, untexMarked } from '../../../../src/PaperGraph/Web/frame/tex.ts';
import cases from '../../Tex/cases.json';

for (const [typed, shown] of cases as [string, string][]) test(`${typed} is ${shown}`, () => assert.equal(untexed(typed), shown));

test('a mark takes all of the TeX that it touches', () => {
  const typed = 'A $\\pi_0$ policy and $L_2$.';
  const marked = (start: number, length: number) => {
    const { text, marks } = untexMarked(typed, [{ start, length }]);
    return text.slice(marks[0]!.start, marks[0]!.start + marks[0]!.length);
  };
  const words = [marked(2, 7), marked(4, 3), marked(10, 6), marked(2, 14), marked(21, 5)];
  assert.deepEqual(words, ['π₀', 'π₀', 'policy', 'π₀ policy', '𝐿₂']);
});
