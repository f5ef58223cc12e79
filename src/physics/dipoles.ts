/**
 * A set of magnetic dipoles that stands for a coil: what flows in the copper is replaced by the magnetization of the surface that each
 * turn bounds (Ampère). `positions`: stride 3, metres. `moments`: stride 3, A·m² per ampere of coil current. Both are written in one
 * frame, which the owner of the set names: the coil frame as made by `coilDipoles`, the head frame after `placeDipoles`.
 */
export interface Dipoles {
  readonly positions: Float64Array;
  readonly moments: Float64Array;
}

/** How many dipoles the set holds. */
export function dipoleCount(dipoles: Dipoles): number {
  return dipoles.positions.length / 3;
}

/** Room for `count` dipoles, all zero. */
export function allocateDipoles(count: number): Dipoles {
  return { positions: new Float64Array(3 * count), moments: new Float64Array(3 * count) };
}
