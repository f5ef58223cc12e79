import type { Surface } from '../../src/head/surface';

/** Euler characteristic and the number of directed edges without exactly one opposite: 0 on a closed, consistently oriented manifold. */
export function surfaceTopology({ positions, triangles }: Pick<Surface, 'positions' | 'triangles'>): { euler: number; unpaired: number } {
  const count = positions.length / 3;
  const directed = new Map<number, number>();
  for (let i = 0; i < triangles.length; i += 3) {
    for (let e = 0; e < 3; e++) {
      const key = triangles[i + e] * count + triangles[i + ((e + 1) % 3)];
      directed.set(key, (directed.get(key) ?? 0) + 1);
    }
  }
  let unpaired = 0;
  for (const [key, uses] of directed) {
    const opposite = (key % count) * count + Math.floor(key / count);
    if (uses !== 1 || directed.get(opposite) !== 1) unpaired++;
  }
  return { euler: count - directed.size / 2 + triangles.length / 3, unpaired };
}

/** Enclosed volume [m³]; positive if the triangles face outward. */
export function enclosedVolume({ positions: p, triangles: t }: Pick<Surface, 'positions' | 'triangles'>): number {
  let sum = 0;
  for (let i = 0; i < t.length; i += 3) {
    const [a, b, c] = [3 * t[i], 3 * t[i + 1], 3 * t[i + 2]];
    sum +=
      p[a] * (p[b + 1] * p[c + 2] - p[b + 2] * p[c + 1]) +
      p[a + 1] * (p[b + 2] * p[c] - p[b] * p[c + 2]) +
      p[a + 2] * (p[b] * p[c + 1] - p[b + 1] * p[c]);
  }
  return sum / 6;
}

/** Points spread evenly inside every triangle, `perSide` along an edge; stride 3. */
export function pointsOnTriangles({ positions: p, triangles: t }: Pick<Surface, 'positions' | 'triangles'>, perSide: number): Float64Array {
  const points: number[] = [];
  for (let i = 0; i < t.length; i += 3) {
    for (let u = 0; u <= perSide; u++) {
      for (let v = 0; v <= perSide - u; v++) {
        const weights = [u / perSide, v / perSide, 1 - (u + v) / perSide];
        for (let axis = 0; axis < 3; axis++) {
          points.push(weights.reduce((sum, weight, corner) => sum + weight * p[3 * t[i + corner] + axis], 0));
        }
      }
    }
  }
  return Float64Array.from(points);
}
