import type { GridCells } from './gridCells';

/** Trilinear samples: `out[4p … 4p+3]` = vector and magnitude at point p, from `field` with stride 3 over the nodes of the grid. */
export function sampleTrilinear(field: Float32Array, { corners, fractions }: GridCells, out: Float32Array): Float32Array {
  for (let p = 0; 4 * p < out.length; p++) {
    const u = fractions[3 * p];
    const v = fractions[3 * p + 1];
    const w = fractions[3 * p + 2];
    let square = 0;
    for (let axis = 0; axis < 3; axis++) {
      const o = 8 * p;
      const at = (corner: number): number => field[3 * corners[o + corner] + axis];
      const low = mix(mix(at(0), at(1), u), mix(at(2), at(3), u), v);
      const high = mix(mix(at(4), at(5), u), mix(at(6), at(7), u), v);
      const value = mix(low, high, w);
      out[4 * p + axis] = value;
      square += value * value;
    }
    out[4 * p + 3] = Math.sqrt(square);
  }
  return out;
}

const mix = (a: number, b: number, t: number): number => a + t * (b - a);
