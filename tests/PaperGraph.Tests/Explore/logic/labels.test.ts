import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Labels, type EdgeLabel, type Label } from '../../../../src/PaperGraph/Web/explore/canvas/labels.ts';

/** What is written on a canvas where each letter is six pixels wide, and where. */
function written(names: Label[], words: EdgeLabel[]): { text: string; x: number; y: number; angle: number }[] {
  const all: { text: string; x: number; y: number; angle: number }[] = [];
  let at = { x: 0, y: 0, angle: 0 };
  const context = {
    measureText: (text: string) => ({ width: text.length * 6 }),
    strokeText() {},
    fillText: (text: string, x: number, y: number) => all.push({ text, x: at.x + x, y: at.y + y - 4, angle: at.angle }),
    save() {},
    translate: (x: number, y: number) => (at = { ...at, x, y }),
    rotate: (angle: number) => (at = { ...at, angle }),
    restore: () => (at = { x: 0, y: 0, angle: 0 }),
  };
  const labels = new Labels();
  names.forEach(name => labels.add(name));
  words.forEach(word => labels.addOnEdge(word));
  labels.draw(context as never, 'sans-serif', 1000, { tones: { ground: '', text: '' } } as never);
  return all;
}

const name = (x: number, y: number, text = ''): Label => ({ x, y, size: 5, text, isMarked: false, isForced: false });
const word = (from: [number, number], to: [number, number], text = 'method'): EdgeLabel => ({
  from: { x: from[0], y: from[1], size: 5 },
  to: { x: to[0], y: to[1], size: 5 },
  text,
});

test('a word stands in the middle of its edge, along it and never upside down', () => {
  assert.deepEqual(written([], [word([100, 100], [300, 100])]), [{ text: 'method', x: 200, y: 100, angle: 0 }]);
  const [back] = written([], [word([300, 300], [100, 100])]);
  assert.equal(Math.round((back!.angle * 180) / Math.PI), 45);
  for (const [x, y] of [[0, 300], [300, 0], [500, 100], [100, 500]] as [number, number][])
    assert.ok(Math.abs(written([], [word([250, 250], [x, y])])[0]!.angle) <= Math.PI / 2);
});

test('it makes way for names, nodes and other words, and is left out where there is no room', () => {
  const edge = word([100, 100], [400, 100]);
  const moved = written([name(230, 100)], [edge]);
  assert.notEqual(moved.find(({ text }) => text === 'method')!.x, 250);
  const [first, second] = written([], [edge, word([250, 0], [250, 200], 'related')]);
  assert.equal(first!.x, 250);
  assert.notEqual(second!.y, 100);
  const long = name(105, 100, 'a name that is as long as the edge under it and longer than that');
  assert.deepEqual(written([long], [edge]), written([long], []));
});

test('an edge shorter than its word has none', () => {
  assert.deepEqual(written([], [word([100, 100], [130, 100])]), []);
  assert.deepEqual(written([], [word([100, 100], [100, 100])]), []);
});
