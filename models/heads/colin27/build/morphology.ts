import { distanceTo } from './distanceTransform';
import type { Mask, Volume } from './volume';

export function dilate(grid: Volume, mask: Mask, radius: number): Mask {
  const d = distanceTo(grid, mask, 1);
  const out = new Uint8Array(mask.length);
  for (let i = 0; i < out.length; i++) out[i] = d[i] <= radius ? 1 : 0;
  return out;
}

export function erode(grid: Volume, mask: Mask, radius: number): Mask {
  const d = distanceTo(grid, mask, 0);
  const out = new Uint8Array(mask.length);
  for (let i = 0; i < out.length; i++) out[i] = mask[i] && d[i] >= radius ? 1 : 0;
  return out;
}

/** Fills what a ball of `radius` mm cannot enter from outside. */
export const closeMask = (grid: Volume, mask: Mask, radius: number): Mask => erode(grid, dilate(grid, mask, radius), radius);

/** Removes what a ball of `radius` mm does not fit into. */
export const openMask = (grid: Volume, mask: Mask, radius: number): Mask => dilate(grid, erode(grid, mask, radius), radius);

/** The voxels of value 1 that are connected (by faces) to the seeds. */
export function floodFrom(grid: Volume, mask: Mask, seeds: Iterable<number>): Mask {
  const labels = new Int32Array(mask.length);
  for (const seed of seeds) labelPart(grid, mask, labels, seed, 1);
  return Uint8Array.from(labels);
}

/** The largest face-connected part of a mask. */
export function largestPart(grid: Volume, mask: Mask): Mask {
  const labels = new Int32Array(mask.length);
  let best = 0;
  let bestCount = 0;
  for (let i = 0, label = 1; i < mask.length; i++) {
    if (!mask[i] || labels[i]) continue;
    const count = labelPart(grid, mask, labels, i, label);
    if (count > bestCount) {
      best = label;
      bestCount = count;
    }
    label++;
  }
  return Uint8Array.from(labels, (label) => (label === best && best > 0 ? 1 : 0));
}

/** Gives `label` to the part of the mask around voxel `seed`; returns how many voxels it has. */
function labelPart(grid: Volume, mask: Mask, labels: Int32Array, seed: number, label: number): number {
  if (!mask[seed] || labels[seed]) return 0;
  const [nx, ny, nz] = grid.size;
  const slice = nx * ny;
  const stack = [seed];
  let count = 1;
  labels[seed] = label;
  const visit = (i: number): void => {
    if (!mask[i] || labels[i]) return;
    labels[i] = label;
    count++;
    stack.push(i);
  };
  while (stack.length > 0) {
    const i = stack.pop() as number;
    const x = i % nx;
    const y = Math.floor(i / nx) % ny;
    const z = Math.floor(i / slice);
    if (x > 0) visit(i - 1);
    if (x < nx - 1) visit(i + 1);
    if (y > 0) visit(i - nx);
    if (y < ny - 1) visit(i + nx);
    if (z > 0) visit(i - slice);
    if (z < nz - 1) visit(i + slice);
  }
  return count;
}
