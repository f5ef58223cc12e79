import type { CoilDescription } from '../../../src/coil/coilDescription';
import { contactOnSphere } from '../../../src/coil/contactOnSphere';
import { placeDipoles } from '../../../src/coil/placeDipoles';
import { coilDipoles } from '../../../src/coil/windings/windingsToDipoles';
import { focality } from '../../../src/physics/focality';

/** Gaps between casing and scalp at which the measures are stored, in metres: the range of the simulator's slider. */
export const GAPS: readonly number[] = [0, 0.005, 0.01, 0.02, 0.03, 0.04];

const NOTE =
  'models/coils/build/computeSphereMeasures.ts: |E| in a sphere of 85 mm with a cortex of 70 mm, after Deng, Lisanby & Peterchev 2013, Brain Stimul 6:1, PMC3568257';

/** Half-value depth and tangential spread of a coil against its gap, as the coil files store them: mm, cm, cm², four digits. */
export function computeSphereMeasures(coil: CoilDescription): Record<string, object> {
  const dipoles = coilDipoles(coil);
  const measures = GAPS.map((gap) => focality(placeDipoles(dipoles, contactOnSphere(coil, 0.085, gap)), 0.07));
  const entry = (values: readonly number[], unit: string) => ({
    value: values.map((value) => Number(value.toPrecision(4))),
    unit,
    source: 'coil-builder',
    verification: 'computed',
    note: NOTE,
  });
  return {
    gaps: entry(
      GAPS.map((gap) => gap * 1e3),
      'mm',
    ),
    halfValueDepths: entry(
      measures.map(({ halfValueDepth }) => halfValueDepth * 1e2),
      'cm',
    ),
    tangentialSpreads: entry(
      measures.map(({ tangentialSpread }) => tangentialSpread * 1e4),
      'cm²',
    ),
  };
}
