import { sampleVolume, type Volume } from './volume';

export const OCCLUSION_PARAMETERS = {
  /** Rays per vertex, farthest hit that counts, and start above the surface, mm. */
  rays: 160,
  reach: 18,
  start: 0.8,
} as const;

/**
 * Ambient visibility of every vertex: the cosine-weighted part of the hemisphere above it from which a ray leaves without meeting the
 * surface within `reach`. 1 is an open crown, 0 the bottom of a closed sulcus. Rays march through the distance field, negative inside.
 */
export function ambientVisibility(field: Volume, positions: Float64Array, normals: Float64Array): Float64Array {
  const directions = cosineHemisphere(OCCLUSION_PARAMETERS.rays);
  return Float64Array.from({ length: positions.length / 3 }, (_, i) => {
    const frame = frameOf(normals.subarray(3 * i, 3 * i + 3));
    const origin = [0, 1, 2].map((axis) => positions[3 * i + axis] + OCCLUSION_PARAMETERS.start * frame[2][axis]);
    let open = 0;
    for (const [a, b, c] of directions) {
      const dx = a * frame[0][0] + b * frame[1][0] + c * frame[2][0];
      const dy = a * frame[0][1] + b * frame[1][1] + c * frame[2][1];
      const dz = a * frame[0][2] + b * frame[1][2] + c * frame[2][2];
      if (escapes(field, origin, dx, dy, dz)) open++;
    }
    return open / directions.length;
  });
}

function escapes(field: Volume, [x, y, z]: number[], dx: number, dy: number, dz: number): boolean {
  for (let t = 0; t < OCCLUSION_PARAMETERS.reach; ) {
    const distance = sampleVolume(field, x + t * dx, y + t * dy, z + t * dz);
    if (distance < 0) return false;
    t += Math.max(0.35, 0.9 * distance);
  }
  return true;
}

/** Directions with density proportional to the cosine of the angle to z, on a golden-angle spiral. */
function cosineHemisphere(count: number): number[][] {
  const golden = Math.PI * (3 - Math.sqrt(5));
  return Array.from({ length: count }, (_, i) => {
    const squared = (i + 0.5) / count;
    const radius = Math.sqrt(squared);
    return [radius * Math.cos(i * golden), radius * Math.sin(i * golden), Math.sqrt(1 - squared)];
  });
}

function frameOf(normal: ArrayLike<number>): number[][] {
  const [x, y, z] = [normal[0], normal[1], normal[2]];
  const axis = Math.abs(x) < 0.6 ? [1, 0, 0] : [0, 1, 0];
  const u = [axis[1] * z - axis[2] * y, axis[2] * x - axis[0] * z, axis[0] * y - axis[1] * x];
  const length = Math.sqrt(u[0] ** 2 + u[1] ** 2 + u[2] ** 2) || 1;
  const v = u.map((value) => value / length);
  return [v, [y * v[2] - z * v[1], z * v[0] - x * v[2], x * v[1] - y * v[0]], [x, y, z]];
}
