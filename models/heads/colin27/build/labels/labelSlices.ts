import type { LabelVolume } from '../../../../../src/physics/voxels/labelVolume';
import { palettePng } from './palettePng';

/** In the order of the tissue codes: air, white, grey, fluid, bone, scalp. */
const COLORS = [
  [255, 255, 255],
  [236, 232, 220],
  [150, 146, 150],
  [74, 122, 190],
  [222, 200, 120],
  [206, 150, 134],
] as const;

/** Planes that are shown: x, y and z, mm. */
export const SLICES = { x: [-42, -22, -2, 30], y: [-70, -30, -10, 25], z: [-30, 0, 25, 50] } as const;

export interface LabelSlice {
  readonly name: string;
  readonly png: Uint8Array;
}

/** Twelve sections as pictures, one pixel a voxel; left is left, front is up in horizontal sections and to the right in sagittal ones. */
export function labelSlices({ codes, size, toVoxel }: LabelVolume): LabelSlice[] {
  const [nx, ny, nz] = size;
  const at = (i: number, j: number, k: number): number => codes[i + nx * (j + ny * k)];
  const draw = (width: number, height: number, pixel: (u: number, v: number) => number): Uint8Array => {
    const pixels = Uint8Array.from({ length: width * height }, (_, p) => pixel(p % width, height - 1 - Math.floor(p / width)));
    return palettePng(pixels, width, height, COLORS);
  };
  const index = (axis: number, millimeters: number): number => Math.round((toVoxel[5 * axis] * millimeters) / 1000 + toVoxel[4 * axis + 3]);
  return [
    ...SLICES.x.map((mm) => ({ name: `x${mm}.png`, png: draw(ny, nz, (u, v) => at(index(0, mm), u, v)) })),
    ...SLICES.y.map((mm) => ({ name: `y${mm}.png`, png: draw(nx, nz, (u, v) => at(u, index(1, mm), v)) })),
    ...SLICES.z.map((mm) => ({ name: `z${mm}.png`, png: draw(nx, ny, (u, v) => at(u, v, index(2, mm))) })),
  ];
}
