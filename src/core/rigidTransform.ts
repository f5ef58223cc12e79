import { cross, dot, norm, type Vec3 } from './vec3';

/**
 * Rotation and translation from a local frame to the head frame. `x`, `y`, `z` are the local axes written in the head frame (unit,
 * right-handed), `origin` the local origin in metres. As a 4×4 matrix: columns x, y, z, origin (the convention of SimNIBS poses).
 */
export interface RigidTransform {
  readonly x: Vec3;
  readonly y: Vec3;
  readonly z: Vec3;
  readonly origin: Vec3;
}

export const IDENTITY: RigidTransform = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1], origin: [0, 0, 0] };

export function transformDirection(t: RigidTransform, v: Vec3): Vec3 {
  return [
    t.x[0] * v[0] + t.y[0] * v[1] + t.z[0] * v[2],
    t.x[1] * v[0] + t.y[1] * v[1] + t.z[1] * v[2],
    t.x[2] * v[0] + t.y[2] * v[1] + t.z[2] * v[2],
  ];
}

export function transformPoint(t: RigidTransform, p: Vec3): Vec3 {
  const d = transformDirection(t, p);
  return [d[0] + t.origin[0], d[1] + t.origin[1], d[2] + t.origin[2]];
}

/** From the head frame back to the local frame. */
export function inverseTransformPoint(t: RigidTransform, p: Vec3): Vec3 {
  const d: Vec3 = [p[0] - t.origin[0], p[1] - t.origin[1], p[2] - t.origin[2]];
  return [dot(t.x, d), dot(t.y, d), dot(t.z, d)];
}

/** Sixteen numbers, row-major, last row 0 0 0 1, metres. */
export function toMatrix(t: RigidTransform): number[] {
  const rows = [0, 1, 2].flatMap((i) => [t.x[i], t.y[i], t.z[i], t.origin[i]]);
  return [...rows, 0, 0, 0, 1];
}

/** Reads a row-major 4×4; the caller checks it with `isRigid` first. */
export function fromMatrix(m: ArrayLike<number>): RigidTransform {
  return { x: [m[0], m[4], m[8]], y: [m[1], m[5], m[9]], z: [m[2], m[6], m[10]], origin: [m[3], m[7], m[11]] };
}

/** Whether a row-major 4×4 is a rotation (determinant +1) and a translation, within `tolerance`. */
export function isRigid(m: ArrayLike<number>, tolerance = 1e-6): boolean {
  if (m.length !== 16 || !Array.from(m).every(Number.isFinite)) return false;
  const lastRow = Math.abs(m[12]) + Math.abs(m[13]) + Math.abs(m[14]) + Math.abs(m[15] - 1);
  const { x, y, z } = fromMatrix(m);
  const handed = dot(cross(x, y), z);
  const skew = Math.max(Math.abs(dot(x, y)), Math.abs(dot(y, z)), Math.abs(dot(z, x)));
  const lengths = Math.max(Math.abs(norm(x) - 1), Math.abs(norm(y) - 1), Math.abs(norm(z) - 1));
  return lastRow <= tolerance && Math.abs(handed - 1) <= tolerance && skew <= tolerance && lengths <= tolerance;
}
