import { addChargedTriangleField } from './chargedTriangleField';

/** Each side of the facet is cut in this many: 16 uniformly charged parts. */
const CUTS = 4;

/** Parts of the unit triangle: barycentric coordinates of the three corners of each, nine numbers per part. */
const PARTS = cutTriangle(CUTS);

/**
 * Field of a triangle whose density is 1 at one corner and falls linearly to 0 at the two others, for each of the three corners:
 * `out[3k … 3k+2]` = ∫ λ_k (x-x')/|x-x'|³ dS' (dimensionless; divide by 4π for V/m per unit of density in units of ε0). The triangle is cut in 16 parts of
 * uniform density, each by its analytic field.
 *
 * @param corners nine numbers per triangle [m], read from `offset`
 */
export function linearTriangleField(corners: Float64Array, offset: number, x: number, y: number, z: number, out: Float64Array): void {
  out.fill(0, 0, 9);
  for (let part = 0; part < PARTS.length; part += 9) {
    for (let i = 0; i < 9; i++) {
      const axis = i % 3;
      const row = part + i - axis;
      _part[i] =
        PARTS[row] * corners[offset + axis] + PARTS[row + 1] * corners[offset + 3 + axis] + PARTS[row + 2] * corners[offset + 6 + axis];
    }
    _field.fill(0);
    addChargedTriangleField(_part, 0, x, y, z, 1, _field, 0);
    for (let k = 0; k < 3; k++) {
      const weight = (PARTS[part + k] + PARTS[part + 3 + k] + PARTS[part + 6 + k]) / 3;
      out[3 * k] += weight * _field[0];
      out[3 * k + 1] += weight * _field[1];
      out[3 * k + 2] += weight * _field[2];
    }
  }
}

const _part = new Float64Array(9);
const _field = new Float64Array(3);

function cutTriangle(cuts: number): Float64Array {
  const parts: number[] = [];
  const corner = (i: number, j: number): void => {
    parts.push((cuts - i - j) / cuts, i / cuts, j / cuts);
  };
  for (let i = 0; i < cuts; i++) {
    for (let j = 0; j < cuts - i; j++) {
      corner(i, j);
      corner(i + 1, j);
      corner(i, j + 1);
      if (i + j >= cuts - 1) continue;
      corner(i + 1, j);
      corner(i + 1, j + 1);
      corner(i, j + 1);
    }
  }
  return Float64Array.from(parts);
}
