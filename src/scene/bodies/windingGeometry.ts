import { BufferAttribute, BufferGeometry } from 'three';
import type { CoilDescription } from '../../coil/coilDescription';
import { coilWindingPaths, type WindingPath } from '../../coil/windings/coilWindingPaths';
import { wingFrame } from '../../coil/windings/wingFrame';
import { at, cross, normalize, scale, subtract, type Vec3 } from '../../core/vec3';

/** Corners of the strip's cross-section (across, along the axis) and the normal of the side that starts there; the side toward the head is never seen. */
const SIDES: readonly (readonly [readonly [number, number], readonly [number, number], readonly [number, number]])[] = [
  [
    [-0.5, -0.5],
    [0.5, -0.5],
    [0, -1],
  ],
  [
    [0.5, -0.5],
    [0.5, 0.5],
    [1, 0],
  ],
  [
    [-0.5, 0.5],
    [-0.5, -0.5],
    [-1, 0],
  ],
];
/** Share of the strip's width and height that is drawn, so that neighboring turns stay apart to the eye. */
const DRAWN_WIDTH = 0.82;

/** Copper strips with a rectangular cross-section along every winding, in the coil frame [m]. */
export function windingGeometry(coil: CoilDescription): BufferGeometry {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (const path of coilWindingPaths(coil)) {
    const axis: Vec3 = path.wing < 0 ? [0, 0, 1] : wingFrame(coil.wings[path.wing]).z;
    for (const [from, to, normal] of SIDES) appendSide(path, axis, [from, to], normal, positions, normals, indices);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  geometry.setAttribute('normal', new BufferAttribute(Float32Array.from(normals), 3));
  geometry.setAttribute('baked', new BufferAttribute(new Float32Array(positions.length / 3).fill(1), 1));
  geometry.setIndex(indices);
  return geometry;
}

/** One long face of a strip: two vertices per point of the path. */
function appendSide(
  path: WindingPath,
  axis: Vec3,
  corners: readonly (readonly [number, number])[],
  normal: readonly [number, number],
  positions: number[],
  normals: number[],
  indices: number[],
): void {
  const count = path.points.length / 3;
  const first = positions.length / 3;
  for (let n = 0; n < count; n++) {
    const center = at(path.points, n);
    const outward = outwardAt(path, n, axis);
    for (const [across, along] of corners) {
      const a = scale(outward, across * path.stripWidth * DRAWN_WIDTH);
      const b = scale(axis, along * path.stripHeight);
      positions.push(center[0] + a[0] + b[0], center[1] + a[1] + b[1], center[2] + a[2] + b[2]);
      normals.push(...[0, 1, 2].map((i) => normal[0] * outward[i] + normal[1] * axis[i]));
    }
  }
  const segments = path.closed ? count : count - 1;
  for (let n = 0; n < segments; n++) {
    const a = first + 2 * n;
    const b = first + 2 * ((n + 1) % count);
    indices.push(a, a + 1, b, b, a + 1, b + 1);
  }
}

/** Across the strip, in the plane of its wing. */
function outwardAt(path: WindingPath, n: number, axis: Vec3): Vec3 {
  const count = path.points.length / 3;
  const next = path.closed ? (n + 1) % count : Math.min(n + 1, count - 1);
  const previous = path.closed ? (n + count - 1) % count : Math.max(n - 1, 0);
  return normalize(cross(subtract(at(path.points, next), at(path.points, previous)), axis));
}
