import { dot, type Vec3 } from '../../core/vec3';
import type { FieldComponent } from '../../state/choices';

/**
 * One component of a field vector at the cortex, in its unit: the magnitude, the part along the outward unit normal `n` (positive: the
 * field points out of the cortex), or the length of what remains, `√(|E|² - (E·n)²)`.
 */
export function componentOf(component: FieldComponent, field: Vec3, n: Vec3): number {
  if (component === 'normal') return dot(field, n);
  const square = dot(field, field);
  if (component === 'magnitude') return Math.sqrt(square);
  const along = dot(field, n);
  return Math.sqrt(Math.max(square - along * along, 0));
}

/** Normal and tangential parts of many vectors (stride 3) at once; `normals` are unit vectors, stride 3. */
export function splitByNormals(
  vectors: ArrayLike<number>,
  normals: ArrayLike<number>,
  normalOut: Float32Array,
  tangentialOut: Float32Array,
): void {
  for (let n = 0, p = 0; n < normalOut.length; n++, p += 3) {
    const along = vectors[p] * normals[p] + vectors[p + 1] * normals[p + 1] + vectors[p + 2] * normals[p + 2];
    const square = vectors[p] * vectors[p] + vectors[p + 1] * vectors[p + 1] + vectors[p + 2] * vectors[p + 2];
    normalOut[n] = along;
    tangentialOut[n] = Math.sqrt(Math.max(square - along * along, 0));
  }
}

/** The shortest sign of a component, for where there is no room for words. */
export function componentSign(component: FieldComponent, unit: 'V/m' | 'T'): string {
  const field = unit === 'T' ? 'B' : 'E';
  return component === 'magnitude' ? `|${field}|` : component === 'normal' ? `${field}⊥` : `${field}∥`;
}

/** How a component is written beside a number. */
export function componentSymbol(component: FieldComponent, unit: 'V/m' | 'T'): string {
  const field = unit === 'T' ? 'B' : 'E';
  if (component === 'magnitude') return `|${field}|`;
  return component === 'normal' ? `${field} normal` : `|${field}| tangential`;
}
