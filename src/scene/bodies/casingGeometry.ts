import { BufferAttribute, type BufferGeometry, ExtrudeGeometry, Matrix4, Shape, Vector2, Vector3 } from 'three';
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import { coilCasing } from '../../coil/coilCasing';
import type { CoilDescription } from '../../coil/coilDescription';
import { poseMatrix } from '../painting/sceneUniforms';

/** Rounding of the casing's edges [m]. */
const BEVEL = 0.003;

/** The casing as one body in the coil frame [m]. Flat coils have one outline; bent ones a plate per wing. */
export function casingGeometry(coil: CoilDescription): BufferGeometry {
  const { thickness } = coilCasing(coil);
  const merged = mergeGeometries(
    casingOutlines(coil).map(({ points, matrix }) => extrude(new Shape(points), thickness).applyMatrix4(matrix).deleteAttribute('uv')),
  );
  merged.setAttribute('baked', new BufferAttribute(new Float32Array(merged.attributes.position.count).fill(1), 1));
  return merged;
}

/** An outline in the plane z = 0 of a frame, and that frame in the coil frame. */
export interface CasingOutline {
  readonly points: Vector2[];
  readonly matrix: Matrix4;
}

/** What the casing is extruded from. */
export function casingOutlines(coil: CoilDescription): CasingOutline[] {
  const outlines = coilCasing(coil).plates.map(({ outline, frame }) => ({ points: outlinePoints(outline), matrix: poseMatrix(frame) }));
  const isFlat = coil.wings.length > 0 && coil.wings.every((wing) => wing.tilt.value === 0);
  return isFlat ? [{ points: unionOutline(outlines.map(inCoilPlane)), matrix: new Matrix4() }] : outlines;
}

/** How far the casing reaches toward the handle [m]. */
export const casingReach = (outlines: readonly CasingOutline[]): number =>
  Math.max(...outlines.flatMap((outline) => inCoilPlane(outline).map(({ y }) => -y)));

const inCoilPlane = ({ points, matrix }: { points: Vector2[]; matrix: Matrix4 }): Vector2[] =>
  points.map((p) => {
    const moved = new Vector3(p.x, p.y, 0).applyMatrix4(matrix);
    return new Vector2(moved.x, moved.y);
  });

/** Directions in which the common outline is sampled, and how many neighbors round its corners. */
const DIRECTIONS = 180;
const ROUNDING = 2;

/** Outline of shapes that together are seen whole from the coil's center: the farthest crossing in each direction, corners rounded. */
function unionOutline(shapes: readonly (readonly Vector2[])[]): Vector2[] {
  const radius = Array.from({ length: DIRECTIONS }, (_, n) => {
    const angle = (2 * Math.PI * n) / DIRECTIONS;
    return Math.max(...shapes.map((shape) => farthestCrossing(shape, Math.cos(angle), Math.sin(angle))));
  });
  return radius.map((_, n) => {
    let sum = 0;
    for (let k = -ROUNDING; k <= ROUNDING; k++) sum += radius[(n + k + DIRECTIONS) % DIRECTIONS];
    const mean = sum / (2 * ROUNDING + 1);
    const angle = (2 * Math.PI * n) / DIRECTIONS;
    return new Vector2(mean * Math.cos(angle), mean * Math.sin(angle));
  });
}

/** Distance at which the ray from the origin along (cos, sin) leaves a closed outline for the last time; 0 where it misses. */
function farthestCrossing(outline: readonly Vector2[], cos: number, sin: number): number {
  let farthest = 0;
  for (let n = 0; n < outline.length; n++) {
    const a = outline[n];
    const b = outline[(n + 1) % outline.length];
    const sideA = a.y * cos - a.x * sin;
    const sideB = b.y * cos - b.x * sin;
    if (sideA > 0 === sideB > 0) continue;
    const t = sideA / (sideA - sideB);
    farthest = Math.max(farthest, (a.x + t * (b.x - a.x)) * cos + (a.y + t * (b.y - a.y)) * sin);
  }
  return farthest;
}

function outlinePoints(outline: Float64Array): Vector2[] {
  return Array.from({ length: outline.length / 2 }, (_, n) => new Vector2(outline[2 * n], outline[2 * n + 1]));
}

/** From z = 0 (the face toward the head) to z = -thickness, with rounded edges inside that slab. */
function extrude(shape: Shape, thickness: number): BufferGeometry {
  const geometry = new ExtrudeGeometry(shape, {
    depth: thickness - 2 * BEVEL,
    bevelEnabled: true,
    bevelThickness: BEVEL,
    bevelSize: BEVEL,
    bevelOffset: -BEVEL,
    bevelSegments: 2,
    curveSegments: 8,
  });
  return geometry.applyMatrix4(new Matrix4().makeTranslation(0, 0, BEVEL - thickness));
}
