import iterate from 'graphology-layout-forceatlas2/iterate.js';
import defaults from 'graphology-layout-forceatlas2/defaults.js';
import type { LayoutResult, LayoutWork } from './layout.ts';

// Places of a node in its row of the matrix, as the iteration reads them.
const perNode = 10;
const [x, y, mass, convergence, size, fixed] = [0, 1, 6, 7, 8, 9] as const;
const perEdge = 3;

/** ForceAtlas2 (Jacomy et al. 2014), a number of rounds at once. */
addEventListener('message', ({ data: { nodes, edges, rounds } }: MessageEvent<LayoutWork>) => {
  const places = new Map(nodes.map(({ id }, at) => [id, at * perNode]));
  const nodeMatrix = new Float32Array(nodes.length * perNode);
  nodes.forEach((node, at) => {
    const row = at * perNode;
    nodeMatrix[row + x] = node.x * scale;
    nodeMatrix[row + y] = node.y * scale;
    nodeMatrix[row + mass] = 1;
    nodeMatrix[row + convergence] = 1;
    nodeMatrix[row + size] = node.size;
    nodeMatrix[row + fixed] = node.isFixed ? 1 : 0;
  });

  const edgeMatrix = new Float32Array(edges.length * perEdge);
  edges.forEach(({ from, to, weight }, at) => {
    const [source, target] = [places.get(from)!, places.get(to)!];
    edgeMatrix.set([source, target, weight], at * perEdge);
    nodeMatrix[source + mass]! += weight;
    nodeMatrix[target + mass]! += weight;
  });

  const settings = {
    ...defaults,
    linLogMode: false,
    gravity: 1.2,
    scalingRatio: 20,
    slowDown: 2 + Math.log(1 + nodes.length),
    barnesHutOptimize: nodes.length > 500,
    adjustSizes: false,
    strongGravityMode: false,
  };
  for (let round = 0; round < rounds; round++) iterate(settings, nodeMatrix, edgeMatrix);
  // Then what lies over each other is moved apart.
  const apart = { ...settings, adjustSizes: true, slowDown: settings.slowDown * 2 };
  for (let round = 0; round < rounds / 5; round++) iterate(apart, nodeMatrix, edgeMatrix);

  const positions: LayoutResult = new Float32Array(nodes.length * 2);
  nodes.forEach((_, at) => {
    positions[2 * at] = nodeMatrix[at * perNode + x]! / scale;
    positions[2 * at + 1] = nodeMatrix[at * perNode + y]! / scale;
  });
  postMessage(positions);
});

/** Of the drawing, whose positions are around -1 to 1, to the distances that the forces are made for. */
const scale = 200;
