import type { Graph } from './graph.ts';

/** Where a node is drawn, how large and in which colour. */
export interface Drawn {
  x: number;
  y: number;
  size: number;
  colour: string;
  label: string | null;
}

/** GraphML, which Gephi, yEd, igraph and networkx read. */
export function toGraphML({ nodes, edges }: Graph, drawn: (id: string) => Pick<Drawn, 'x' | 'y'> | undefined): string {
  const keys = [
    ['label', 'node', 'string'],
    ['kind', 'node', 'string'],
    ['year', 'node', 'int'],
    ['degree', 'node', 'int'],
    ['rank', 'node', 'double'],
    ['community', 'node', 'string'],
    ['x', 'node', 'double'],
    ['y', 'node', 'double'],
    ['edgeKind', 'edge', 'string'],
    ['weight', 'edge', 'double'],
  ];
  const data = (key: string, value: string | number | null | undefined) =>
    value === null || value === undefined ? '' : `<data key="${key}">${escaped(String(value))}</data>`;
  const nodeLines = [...nodes.values()].map(
    ({ id, label, kind, year, degree, rank, community }) =>
      `    <node id="${escaped(id)}">${data('label', label)}${data('kind', kind)}${data('year', year)}${data('degree', degree)}` +
      `${data('rank', rank)}${data('community', community?.name)}${data('x', drawn(id)?.x)}${data('y', drawn(id)?.y)}</node>`,
  );
  const edgeLines = [...edges.values()].map(
    ({ id, from, to, kind, weight }) =>
      `    <edge id="${escaped(id)}" source="${escaped(from)}" target="${escaped(to)}">` +
      `${data('edgeKind', kind)}${data('weight', weight)}</edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys.map(([id, of, type]) => `  <key id="${id}" for="${of}" attr.name="${id === 'edgeKind' ? 'kind' : id}" attr.type="${type}"/>`),
    '  <graph edgedefault="undirected">',
    ...nodeLines,
    ...edgeLines,
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

/** Nodes and links as they are, for scripts; nodes where they are drawn. */
export function toJson({ nodes, edges }: Graph, drawn: (id: string) => Pick<Drawn, 'x' | 'y'> | undefined): string {
  const placed = [...nodes.values()].map(node => ({ ...node, x: drawn(node.id)?.x ?? null, y: drawn(node.id)?.y ?? null }));
  return `${JSON.stringify({ nodes: placed, edges: [...edges.values()] }, null, 2)}\n`;
}

export interface Picture {
  width: number;
  height: number;
  background: string;
  text: string;
  line: string;
  font: string;
  /** How wide a name is in that font. */
  widthOf(text: string): number;
}

/** What is on the screen as a picture that stays sharp; shapes are paths in a square of 12 by 12. */
export function toSvg(
  { nodes, edges }: Graph,
  drawn: (id: string) => Drawn | undefined,
  shapes: Record<string, string>,
  picture: Picture,
): string {
  const { width, height, background, text, line, font, widthOf } = picture;
  const number = (value: number) => value.toFixed(1);
  const lines = [...edges.values()].flatMap(({ from, to }) => {
    const [one, other] = [drawn(from), drawn(to)];
    return one && other ? [`<path d="M${number(one.x)} ${number(one.y)}L${number(other.x)} ${number(other.y)}"/>`] : [];
  });
  const marks = [...nodes.values()].flatMap(({ id, kind, label }) => {
    const at = drawn(id);
    if (!at) return [];
    const scale = at.size / 6;
    return [
      `<path fill="${escaped(at.colour)}" d="${shapes[kind] ?? shapes['OTHER']}" transform="translate(${number(
        at.x - at.size,
      )} ${number(at.y - at.size)}) scale(${scale.toFixed(3)})"><title>${escaped(label)}</title></path>`,
    ];
  });
  const labels = [...nodes.keys()].flatMap(id => {
    const at = drawn(id);
    if (!at?.label) return [];
    // To the left of the node where the picture ends before the name does.
    const [right, left, length] = [at.x + at.size + 3, at.x - at.size - 3, widthOf(at.label)];
    const isLeft = right + length > width && left - length > 0;
    const place = isLeft ? `x="${number(left)}" text-anchor="end"` : `x="${number(right)}"`;
    return [`<text ${place} y="${number(at.y + 4)}">${escaped(at.label)}</text>`];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="100%" height="100%" fill="${escaped(background)}"/>
<g stroke="${escaped(line)}" fill="none">${lines.join('')}</g>
<g>${marks.join('')}</g>
<g fill="${escaped(text)}" font-family="${escaped(font)}" font-size="12">${labels.join('')}</g>
</svg>
`;
}

/** Text in XML 1.0, which has no place for control characters and halves of surrogate pairs. */
function escaped(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
