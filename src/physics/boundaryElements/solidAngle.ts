const TAU = 2 * Math.PI;

/** Bound below which the arctangent is taken from its series: t - t³/3 + … - t¹¹/11 is then good to 1e-15 relative. */
const SERIES_LIMIT_SQUARED = 0.0025;

/**
 * Solid angle [sr] of the triangle (a, b, c) seen from (x, y, z), counted positive when the point lies on the inner side of the triangle (the side
 * its right-handed normal points away from). From the plane of the triangle it is 0, also from the inside of the triangle (the mean of the two sides).
 *
 * tan(Ω/2) = a·(b×c) / (|a||b||c| + (a·b)|c| + (b·c)|a| + (c·a)|b|), with a, b, c taken from the point
 * (van Oosterom & Strackee 1983, IEEE Trans Biomed Eng 30:125).
 *
 * @param corners nine numbers per triangle [m], read from `offset`
 */
export function solidAngle(corners: Float64Array, offset: number, x: number, y: number, z: number): number {
  const ax = corners[offset] - x;
  const ay = corners[offset + 1] - y;
  const az = corners[offset + 2] - z;
  const bx = corners[offset + 3] - x;
  const by = corners[offset + 4] - y;
  const bz = corners[offset + 5] - z;
  const cx = corners[offset + 6] - x;
  const cy = corners[offset + 7] - y;
  const cz = corners[offset + 8] - z;
  const a = Math.sqrt(ax * ax + ay * ay + az * az);
  const b = Math.sqrt(bx * bx + by * by + bz * bz);
  const c = Math.sqrt(cx * cx + cy * cy + cz * cz);
  const triple = ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
  const denominator = a * b * c + (ax * bx + ay * by + az * bz) * c + (bx * cx + by * cy + bz * cz) * a + (cx * ax + cy * ay + cz * az) * b;
  // Most pairs are far apart: the series is several times faster than Math.atan2.
  if (denominator > 0 && triple * triple < SERIES_LIMIT_SQUARED * denominator * denominator) {
    const t = triple / denominator;
    const s = t * t;
    return 2 * t * (1 - s * (1 / 3 - s * (1 / 5 - s * (1 / 7 - s * (1 / 9 - s / 11)))));
  }
  // In the plane of the triangle both sides are meant: atan2 would return ±2π inside it, by the sign of a rounding error.
  if (Math.abs(triple) <= 1e-12 * a * b * c) return 0;
  return 2 * Math.atan2(triple, denominator);
}

/**
 * How often a closed surface winds around a point: 1 inside, 0 outside, 1/2 on a facet (up to the angle of that facet).
 *
 * @param corners nine numbers per triangle [m]
 * @param from, to the range of triangles
 */
export function windingNumber(corners: Float64Array, from: number, to: number, x: number, y: number, z: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += solidAngle(corners, 9 * i, x, y, z);
  return sum / (2 * TAU);
}
