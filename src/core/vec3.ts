/** Three numbers: a point [m], a direction or a field vector. */
export type Vec3 = readonly [number, number, number];

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vec3, factor: number): Vec3 => [a[0] * factor, a[1] * factor, a[2] * factor];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec3, b: Vec3): Vec3 => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export const norm = (a: Vec3): number => Math.sqrt(dot(a, a));
export const distance = (a: Vec3, b: Vec3): number => norm(subtract(a, b));

/** Unit vector along `a`; the zero vector stays zero. */
export function normalize(a: Vec3): Vec3 {
  const length = norm(a);
  return length > 0 ? scale(a, 1 / length) : [0, 0, 0];
}

/** The part of `a` perpendicular to the unit vector `unit`. */
export const reject = (a: Vec3, unit: Vec3): Vec3 => subtract(a, scale(unit, dot(a, unit)));

/** Any unit vector perpendicular to the unit vector `unit`. */
export function perpendicular(unit: Vec3): Vec3 {
  const axis: Vec3 = Math.abs(unit[0]) < 0.6 ? [1, 0, 0] : [0, 1, 0];
  return normalize(reject(axis, unit));
}

/** Rotates `a` about the unit vector `axis` by `angle` [rad], right-handed (Rodrigues). */
export function rotateAbout(a: Vec3, axis: Vec3, angle: number): Vec3 {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return add(add(scale(a, c), scale(cross(axis, a), s)), scale(axis, dot(axis, a) * (1 - c)));
}

/** Element `index` of an array of vectors with stride 3. */
export const at = (array: ArrayLike<number>, index: number): Vec3 => [array[3 * index], array[3 * index + 1], array[3 * index + 2]];
