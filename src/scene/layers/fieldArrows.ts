import {
  type BufferAttribute,
  type BufferGeometry,
  ConeGeometry,
  CylinderGeometry,
  GLSL3,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  RawShaderMaterial,
  Vector3,
} from 'three';
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import fragmentSource from '../../../shaders/arrow.frag?raw';
import vertexSource from '../../../shaders/arrow.vert?raw';
import cutSource from '../../../shaders/cut.glsl?raw';
import { at } from '../../core/vec3';
import { vectorsAtVertices } from '../../field/grid/cortexField';
import type { FieldGrid } from '../../field/grid/fieldGrid';
import type { FieldResult } from '../../field/simulation/fieldMessages';
import type { Surface } from '../../head/surface';
import type { FrameUniforms } from '../painting/frameUniforms';
import { QUIET_SOURCE } from '../painting/markMaterial';
import type { Palette } from '../painting/palette';
import type { SceneUniforms } from '../painting/sceneUniforms';
import { ORDER } from '../painting/screenPasses';
import { sparseCrowns } from './sparseCrowns';

/** Distance between neighboring arrows, and the length of one at the peak, in metres. */
export const ARROW_SPACING = 0.0065;
const LENGTH_AT_PEAK = 0.0085;
/** How far arrows stand off the cortex, in metres. */
const LIFT = 0.003;
/** Arrows stand only where the magnitude is at least this share of the peak. */
export const ARROW_SHARE = 0.4;
/** How much thicker arrows are drawn when they are what is looked at. */
const STRESSED = 1.6;

/** Arrows of the field vector on the crowns of the cortex; lengths are relative to the peak, so that intensity does not change them. */
export interface FieldArrows {
  readonly mesh: Mesh<InstancedBufferGeometry, RawShaderMaterial>;
  /** Puts the arrows where the field is strong; the same field twice costs nothing. */
  follow(field: FieldResult, grid: FieldGrid): void;
  /** Thicker while a moment of the pulse is looked at, so that the last row sees them move. */
  stress(on: boolean): void;
  paint(palette: Palette): void;
}

export function createFieldArrows(cortex: Surface, shared: SceneUniforms, { quiet, quietScale }: FrameUniforms): FieldArrows {
  const { cutPosition, cutSide, rateShare } = shared;
  const material = new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: ['precision highp float;', cutSource, vertexSource].join('\n'),
    fragmentShader: ['precision highp float;', QUIET_SOURCE, fragmentSource].join('\n'),
    uniforms: { quiet, quietScale, cutPosition, cutSide, rateShare, thickness: { value: 1 }, baseColor: { value: new Vector3() } },
    // Not for blending: among the translucent bodies it is drawn after the field's layer.
    transparent: true,
  });
  const mesh = new Mesh(new InstancedBufferGeometry(), material);
  mesh.name = 'field arrows';
  mesh.frustumCulled = false;
  mesh.renderOrder = ORDER.lines;
  mesh.visible = false;
  let places: ArrowPlaces | null = null;
  let shown: FieldResult | null = null;
  return {
    mesh,
    follow(field, grid) {
      if (field === shown) return;
      shown = field;
      places ??= preparePlaces(cortex, mesh.geometry);
      mesh.geometry.instanceCount = placeArrows(places, mesh.geometry, field, grid);
    },
    stress: (on) => {
      material.uniforms.thickness.value = on ? STRESSED : 1;
    },
    paint: ({ arrow }) => material.uniforms.baseColor.value.set(...arrow),
  };
}

/** Where arrows may stand, and room for what is sampled there; made once. */
interface ArrowPlaces {
  readonly crowns: Uint32Array;
  readonly points: Float32Array;
  readonly anchors: Float32Array;
  readonly sampled: Float32Array;
}

function preparePlaces(cortex: Surface, geometry: InstancedBufferGeometry): ArrowPlaces {
  const crowns = sparseCrowns(cortex, ARROW_SPACING);
  const points = new Float32Array(3 * crowns.length);
  const anchors = new Float32Array(3 * crowns.length);
  for (let n = 0; n < crowns.length; n++) {
    for (let axis = 0; axis < 3; axis++) {
      points[3 * n + axis] = cortex.positions[3 * crowns[n] + axis];
      anchors[3 * n + axis] = points[3 * n + axis] + LIFT * cortex.normals[3 * crowns[n] + axis];
    }
  }
  const arrow = arrowGeometry();
  geometry.setIndex(arrow.index);
  geometry.setAttribute('position', arrow.attributes.position);
  geometry.setAttribute('normal', arrow.attributes.normal);
  geometry.setAttribute('anchor', new InstancedBufferAttribute(new Float32Array(anchors.length), 3));
  geometry.setAttribute('vector', new InstancedBufferAttribute(new Float32Array(anchors.length), 3));
  return { crowns, points, anchors, sampled: new Float32Array(points.length) };
}

/** Writes the arrows of one field; returns how many there are. */
function placeArrows(places: ArrowPlaces, geometry: InstancedBufferGeometry, field: FieldResult, grid: FieldGrid): number {
  const { crowns, points, anchors, sampled } = places;
  const anchor = geometry.attributes.anchor as BufferAttribute;
  const vector = geometry.attributes.vector as BufferAttribute;
  const { peak } = field.summary;
  vectorsAtVertices(grid, field, crowns, points, sampled);
  let count = 0;
  for (let n = 0; n < crowns.length; n++) {
    const [x, y, z] = at(sampled, n);
    const size = Math.hypot(x, y, z);
    if (size < ARROW_SHARE * peak || size === 0) continue;
    const factor = LENGTH_AT_PEAK / peak;
    anchor.setXYZ(count, anchors[3 * n], anchors[3 * n + 1], anchors[3 * n + 2]);
    vector.setXYZ(count, factor * x, factor * y, factor * z);
    count++;
  }
  anchor.needsUpdate = true;
  vector.needsUpdate = true;
  return count;
}

/** One arrow from z = 0 to 1. */
function arrowGeometry(): BufferGeometry {
  const shaft = new CylinderGeometry(0.055, 0.055, 0.62, 8).rotateX(Math.PI / 2).translate(0, 0, 0.31);
  const head = new ConeGeometry(0.17, 0.4, 12).rotateX(Math.PI / 2).translate(0, 0, 0.8);
  return mergeGeometries([shaft, head].map((body) => body.deleteAttribute('uv')));
}
