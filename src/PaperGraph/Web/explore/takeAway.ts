import { download } from '../frame/download.ts';
import { h } from '../frame/html.ts';
import { resolveColour } from '../frame/resolve.ts';
import shapes from '../frame/shapes.json';
import type { Canvas } from './canvas/canvas.ts';
import { toGraphML, toJson, toSvg } from './exports.ts';
import type { Scene } from './scene.ts';

/** Files of what is shown. */
export const takeAway = {
  svg: (scene: Scene, canvas: Canvas) => save('svg', 'image/svg+xml', pictureOf(scene, canvas)),
  png,
  graphML: ({ visible, positions }: Scene) => save('graphml', 'application/xml', toGraphML(visible, id => positions.get(id))),
  json: ({ visible, positions }: Scene) => save('json', 'application/json', toJson(visible, id => positions.get(id))),
};

async function png(scene: Scene, canvas: Canvas) {
  const { width, height } = canvas.size;
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictureOf(scene, canvas))}`;
  await image.decode();
  const drawn = h('canvas', { width: 2 * width, height: 2 * height });
  drawn.getContext('2d')!.drawImage(image, 0, 0, 2 * width, 2 * height);
  drawn.toBlob(blob => {
    if (blob) save('png', 'image/png', blob);
  });
}

const font = 'sans-serif';

function pictureOf({ visible }: Scene, canvas: Canvas): string {
  const context = h('canvas').getContext('2d')!;
  context.font = `12px ${font}`;
  return toSvg(visible, id => canvas.drawn(id), shapes, {
    ...canvas.size,
    background: resolveColour('--page'),
    text: resolveColour('--text'),
    line: resolveColour('--bar-rest'),
    font,
    widthOf: name => context.measureText(name).width,
  });
}

const save = (ending: string, type: string, content: BlobPart) => download(`papergraph.${ending}`, type, content);
