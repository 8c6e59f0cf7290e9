import { NodeProgram } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { ProgramInfo } from 'sigma/rendering';
import type { Kind } from '../../frame/kinds.ts';

/** By the number that the shader knows a kind's shape by. */
const shapes: readonly Kind[] = [
  'PAPER',
  'METHOD',
  'TASK',
  'DATASET',
  'MODEL',
  'METRIC',
  'ORGANIZATION',
  'REPOSITORY',
  'TOPIC',
  'AUTHOR',
  'OTHER',
];

export const shapeOf = (kind: Kind) => shapes.indexOf(kind);

const vertex = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec2 v_at;
varying float v_shape;
varying float v_pixel;

const float bias = 255.0 / 254.0;

void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  // The corners of shapes lie a little outside the circle of radius 1, which the triangle would just hold.
  vec2 away = 1.2 * size * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + away, 1)).xy, 0, 1);
  v_at = away / (size / 2.0);
  v_shape = a_shape;
  v_pixel = u_correctionRatio * 2.0 / (size / 2.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

// How far a point is outside the shape, which lies in a square from -1 to 1.
const fragment = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_at;
varying float v_shape;
varying float v_pixel;

float box(vec2 p, vec2 half_) { vec2 d = abs(p) - half_; return max(d.x, d.y); }

float outside(vec2 p, float shape) {
  vec2 a = abs(p);
  if (shape < 0.5) return length(p) - 0.9;                                                      // a circle
  if (shape < 1.5) return (a.x + a.y - 1.0) * 0.7071;                                           // a diamond
  if (shape < 2.5) return box(p, vec2(0.8));                                                    // a square
  if (shape < 3.5) return max(a.y - 0.8, a.x * 0.857 + a.y * 0.5145 - 0.857);                   // a hexagon
  if (shape < 4.5) return max(-p.y - 0.75, (a.x * 0.875 + p.y * 0.5) - 0.47);                   // a triangle
  if (shape < 5.5) return min(box(p, vec2(0.95, 0.35)), box(p, vec2(0.35, 0.95)));              // a cross
  if (shape < 6.5) return min(box(p + vec2(0.0, 0.35), vec2(0.75, 0.5)),
                              max(-p.y, a.x * 0.66 + p.y * 0.75 - 0.68));                       // a house
  if (shape < 7.5) return min(box(vec2(a.x - 0.78, p.y), vec2(0.17, 0.95)),
                              box(vec2(a.x - 0.62, a.y - 0.78), vec2(0.3, 0.17)));              // brackets
  if (shape < 8.5) return max(length(p) - 0.95, 0.5 - length(p));                               // a ring
  if (shape < 9.5) return min(length(p - vec2(0.0, 0.5)) - 0.45,
                              max(-p.y - 0.85, length(p + vec2(0.0, 0.85)) - 0.8));              // a person
  return length(p) - 0.6;                                                                       // a dot
}

void main(void) {
  float distance_ = outside(v_at, v_shape);
  #ifdef PICKING_MODE
  gl_FragColor = length(v_at) > 1.1 ? vec4(0.0) : v_color;
  #else
  gl_FragColor = v_color * (1.0 - smoothstep(-v_pixel * 0.5, v_pixel * 0.5, distance_));
  #endif
}
`;

const { UNSIGNED_BYTE, FLOAT } = WebGLRenderingContext;

type Uniform = 'u_sizeRatio' | 'u_correctionRatio' | 'u_matrix';

/** Draws nodes in the shapes of their kinds: each is a triangle around the shape, which the fragment shader cuts out. */
export class ShapeProgram extends NodeProgram<Uniform> {
  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: vertex,
      FRAGMENT_SHADER_SOURCE: fragment,
      METHOD: WebGLRenderingContext.TRIANGLES,
      UNIFORMS: ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  processVisibleItem(index: number, at: number, data: NodeDisplayData & { shape?: number }) {
    const { array } = this;
    array[at] = data.x;
    array[at + 1] = data.y;
    array[at + 2] = data.size;
    array[at + 3] = data.shape ?? 0;
    array[at + 4] = floatColor(data.color);
    array[at + 5] = index;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>) {
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  }
}
