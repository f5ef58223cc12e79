import type { Surface } from '../../src/head/surface';

/** A finely triangulated ellipsoid about the origin with exact normals; a stand-in for a scalp. Semi-axes in metres. */
export function ellipsoid([a, b, c]: readonly [number, number, number], rings = 96): Surface {
  const positions: number[] = [];
  const normals: number[] = [];
  const columns = 2 * rings;
  for (let i = 0; i <= rings; i++) {
    for (let j = 0; j < columns; j++) {
      const theta = (Math.PI * i) / rings;
      const phi = (2 * Math.PI * j) / columns;
      const u = [Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta)];
      positions.push(a * u[0], b * u[1], c * u[2]);
      const n = [u[0] / a, u[1] / b, u[2] / c];
      const length = Math.hypot(...n);
      normals.push(n[0] / length, n[1] / length, n[2] / length);
    }
  }
  const triangles: number[] = [];
  for (let i = 0; i < rings; i++) {
    for (let j = 0; j < columns; j++) {
      const p = i * columns + j;
      const q = i * columns + ((j + 1) % columns);
      if (i > 0) triangles.push(p, p + columns, q);
      if (i < rings - 1) triangles.push(q, p + columns, q + columns);
    }
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    triangles: Uint32Array.from(triangles),
    attributes: {},
  };
}
