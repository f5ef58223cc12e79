import type { Dipoles } from '../../src/physics/dipoles';

/** A turn of `radius` about the z axis at `height`, as the disk it bounds, cut into rings × angles dipoles; 1 A from x to y. */
export function loopDipoles(radius: number, height: number, rings = 60, angles = 128): Dipoles {
  const positions = new Float64Array(3 * rings * angles);
  const moments = new Float64Array(3 * rings * angles);
  for (let i = 0, next = 0; i < rings; i++) {
    for (let k = 0; k < angles; k++, next += 3) {
      const r = radius * Math.sqrt((i + 0.5) / rings);
      const angle = (2 * Math.PI * (k + 0.5)) / angles;
      positions.set([r * Math.cos(angle), r * Math.sin(angle), height], next);
      moments[next + 2] = (Math.PI * radius ** 2) / (rings * angles);
    }
  }
  return { positions, moments };
}
