import { gzipSync } from 'node:zlib';

export const SIDE = 46;
const EDGE = 4;
const RADII = [50, 58, 66, 75, 85];

/** Change of a NIfTI-1 file before it is packed. */
export type Damage = (view: DataView, bytes: Uint8Array) => void;

/** A NIfTI-1 file of nested spheres (white, grey, fluid, bone, scalp) in voxels of 4 mm, or what `damage` makes of it. */
export function sphereLabelFile(damage: Damage = () => {}): Uint8Array {
  const bytes = new Uint8Array(352 + SIDE ** 3);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 348, true);
  for (const [i, side] of [3, SIDE, SIDE, SIDE, 1, 1, 1, 1].entries()) view.setInt16(40 + 2 * i, side, true);
  view.setInt16(70, 2, true);
  view.setInt16(72, 8, true);
  for (const [i, edge] of [1, EDGE, EDGE, EDGE, 1, 1, 1, 1].entries()) view.setFloat32(76 + 4 * i, edge, true);
  view.setFloat32(108, 352, true);
  view.setUint8(123, 2);
  view.setInt16(254, 1, true);
  const first = (-EDGE * (SIDE - 1)) / 2;
  const sform = [EDGE, 0, 0, first, 0, EDGE, 0, first, 0, 0, EDGE, first];
  for (const [i, value] of sform.entries()) view.setFloat32(280 + 4 * i, value, true);
  bytes.set([0x6e, 0x2b, 0x31, 0], 344);
  for (let v = 0; v < SIDE ** 3; v++) {
    const place = [v % SIDE, Math.floor(v / SIDE) % SIDE, Math.floor(v / SIDE ** 2)].map((index) => first + EDGE * index);
    const layer = RADII.findIndex((radius) => Math.hypot(...place) < radius);
    // Numbers of SimNIBS, compact bone and eyes among them; 99 is unknown there and so air.
    bytes[352 + v] = [1, 2, 3, layer === 3 && place[2] > 0 ? 7 : 4, place[2] > 0 ? 5 : 6][layer] ?? 99;
  }
  damage(view, bytes);
  return bytes;
}

export const packed = (bytes: Uint8Array): Uint8Array => new Uint8Array(gzipSync(bytes));
