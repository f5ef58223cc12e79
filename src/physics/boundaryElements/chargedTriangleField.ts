/**
 * Field of a triangle with uniform surface charge: ∫ (x-x')/|x-x'|³ dS' over the triangle (dimensionless; multiply by the surface
 * density in units of ε0 and divide by 4π for V/m), added to `out[outOffset…]` after multiplication by `factor`.
 *
 * = n Ω + Σ_edges u ln((R₂+l₂)/(R₁+l₁)), Ω signed by the side of the point, u the outward normal of the edge in the plane of the triangle,
 * l the coordinate along the edge, R the distance to its ends (Wilton et al. 1984, IEEE Trans Antennas Propag 32:276).
 * On an edge the field is infinite; there the distance is held at 1e-9 of the edge. In the plane, inside the triangle, the normal part is 0: the mean of both sides.
 *
 * @param corners nine numbers per triangle [m], counter-clockwise about the normal, read from `offset`
 */
export function addChargedTriangleField(
  corners: Float64Array,
  offset: number,
  x: number,
  y: number,
  z: number,
  factor: number,
  out: Float64Array,
  outOffset: number,
): void {
  for (let i = 0; i < 3; i++) {
    _p[3 * i] = corners[offset + 3 * i] - x;
    _p[3 * i + 1] = corners[offset + 3 * i + 1] - y;
    _p[3 * i + 2] = corners[offset + 3 * i + 2] - z;
    _r[i] = Math.sqrt(_p[3 * i] ** 2 + _p[3 * i + 1] ** 2 + _p[3 * i + 2] ** 2);
  }
  const ux = _p[3] - _p[0];
  const uy = _p[4] - _p[1];
  const uz = _p[5] - _p[2];
  const vx = _p[6] - _p[0];
  const vy = _p[7] - _p[1];
  const vz = _p[8] - _p[2];
  let nx = uy * vz - uz * vy;
  let ny = uz * vx - ux * vz;
  let nz = ux * vy - uy * vx;
  const scale = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
  nx *= scale;
  ny *= scale;
  nz *= scale;
  const angle = factor * signedAngle();
  out[outOffset] += nx * angle;
  out[outOffset + 1] += ny * angle;
  out[outOffset + 2] += nz * angle;
  for (let i = 0; i < 3; i++) addEdge(i, (i + 1) % 3, nx, ny, nz, factor, out, outOffset);
}

const _p = new Float64Array(9);
const _r = new Float64Array(3);

/** Solid angle of the triangle in `_p`, positive on the side its normal points to. */
function signedAngle(): number {
  const [ax, ay, az, bx, by, bz, cx, cy, cz] = _p;
  const [a, b, c] = _r;
  const triple = ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
  if (Math.abs(triple) <= 1e-12 * a * b * c) return 0;
  const denominator = a * b * c + (ax * bx + ay * by + az * bz) * c + (bx * cx + by * cy + bz * cz) * a + (cx * ax + cy * ay + cz * az) * b;
  return -2 * Math.atan2(triple, denominator);
}

function addEdge(i: number, j: number, nx: number, ny: number, nz: number, factor: number, out: Float64Array, outOffset: number): void {
  let tx = _p[3 * j] - _p[3 * i];
  let ty = _p[3 * j + 1] - _p[3 * i + 1];
  let tz = _p[3 * j + 2] - _p[3 * i + 2];
  const length = Math.sqrt(tx * tx + ty * ty + tz * tz);
  tx /= length;
  ty /= length;
  tz /= length;
  // ln((R₂+l₂)/(R₁+l₁)) in the symmetric form, which loses no digits where both l are negative.
  const sum = _r[i] + _r[j];
  const log = factor * Math.log((sum + length) / Math.max(sum - length, 1e-9 * length));
  out[outOffset] += (ty * nz - tz * ny) * log;
  out[outOffset + 1] += (tz * nx - tx * nz) * log;
  out[outOffset + 2] += (tx * ny - ty * nx) * log;
}
