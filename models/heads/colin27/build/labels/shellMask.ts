import type { Surface } from '../../../../../src/head/surface';
import type { Mask, Volume } from '../volume';

/** Voxels whose centers lie inside a closed surface [m], by the parity of its crossings along z; the grid is in millimeters. */
export function insideMask({ size: [nx, ny, nz], spacing, origin }: Omit<Volume, 'data'>, { positions, triangles }: Surface): Mask {
  const crossings: number[][] = Array.from({ length: nx * ny }, () => []);
  // A hair beside the lattice, so that no column runs through an edge.
  const shift = 1.234e-5;
  const corner = (vertex: number, axis: number): number => (1000 * positions[3 * vertex + axis] - origin[axis]) / spacing + shift;
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => [0, 1, 2].map((axis) => corner(triangles[t + k], axis)));
    const area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
    if (area === 0) continue;
    const first = (axis: number): number => Math.max(0, Math.ceil(Math.min(a[axis], b[axis], c[axis])));
    const last = (axis: number, end: number): number => Math.min(end - 1, Math.floor(Math.max(a[axis], b[axis], c[axis])));
    for (let j = first(1); j <= last(1, ny); j++)
      for (let i = first(0); i <= last(0, nx); i++) {
        const u = ((i - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (j - a[1])) / area;
        const v = ((b[0] - a[0]) * (j - a[1]) - (i - a[0]) * (b[1] - a[1])) / area;
        if (u >= 0 && v >= 0 && u + v <= 1) crossings[i + nx * j].push(a[2] + u * (b[2] - a[2]) + v * (c[2] - a[2]));
      }
  }
  const out = new Uint8Array(nx * ny * nz);
  crossings.forEach((heights, column) => {
    heights.sort((p, q) => p - q);
    for (let h = 0; h + 1 < heights.length; h += 2)
      for (let k = Math.max(0, Math.ceil(heights[h])); k <= Math.min(nz - 1, Math.floor(heights[h + 1])); k++)
        out[column + nx * ny * k] = 1;
  });
  return out;
}
