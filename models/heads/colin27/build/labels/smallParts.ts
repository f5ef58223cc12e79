import type { Mask } from '../volume';

/** The mask without face-connected parts of fewer than `least` voxels. */
export function withoutSmallParts([nx, ny, nz]: readonly [number, number, number], mask: Mask, least: number): Mask {
  const out = mask.slice();
  const seen = new Uint8Array(mask.length);
  const steps = [1, nx, nx * ny];
  const sides = [nx, ny, nz];
  const visit = (voxel: number, part: number[]): void => {
    if (!mask[voxel] || seen[voxel]) return;
    seen[voxel] = 1;
    part.push(voxel);
  };
  const visitNeighbors = (voxel: number, part: number[]): void => {
    for (let axis = 0; axis < 3; axis++) {
      const place = Math.floor(voxel / steps[axis]) % sides[axis];
      if (place > 0) visit(voxel - steps[axis], part);
      if (place < sides[axis] - 1) visit(voxel + steps[axis], part);
    }
  };
  for (let seed = 0; seed < mask.length; seed++) {
    const part: number[] = [];
    visit(seed, part);
    for (let next = 0; next < part.length; next++) visitNeighbors(part[next], part);
    if (part.length < least) for (const voxel of part) out[voxel] = 0;
  }
  return out;
}
