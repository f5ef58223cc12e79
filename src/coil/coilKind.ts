import type { CoilDescription } from './coilDescription';

/** How coils are grouped where they are listed. */
export const COIL_KINDS = ['figure8', 'cone', 'circular'] as const;
export type CoilKind = (typeof COIL_KINDS)[number];

export const COIL_KIND_NAMES: Readonly<Record<CoilKind, string>> = { figure8: 'Figure-8', cone: 'Cones', circular: 'Circular' };

/** Wings that all turn by at least this toward the head make a cone. */
const STEEP = (20 * Math.PI) / 180;

export function coilKind({ fieldPattern, wings }: Pick<CoilDescription, 'fieldPattern' | 'wings'>): CoilKind {
  if (fieldPattern === 'circular') return 'circular';
  return wings.length > 0 && wings.every(({ tilt }) => tilt.value >= STEEP) ? 'cone' : 'figure8';
}
