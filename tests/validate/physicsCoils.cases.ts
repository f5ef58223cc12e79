import { compareWithMeasured } from '../../models/coils/build/compareWithMeasured';
import { type MeasuredCoil, measuredCoils } from '../../models/coils/build/measuredCoils';
import type { CoilDescription } from '../../src/coil/coilDescription';
import { COIL_IDS, coilById } from '../../src/coil/coilLibrary';
import { contactOnSphere } from '../../src/coil/contactOnSphere';
import { placeDipoles } from '../../src/coil/placeDipoles';
import { dipoleError } from '../../src/coil/windings/dipoleError';
import { coilDipoles } from '../../src/coil/windings/windingsToDipoles';
import type { Sourced } from '../../src/core/sourced';
import { citationLine } from '../../src/evidence/sources';
import { focality } from '../../src/physics/focality';
import { MAGSTIM_70_FOCALITY } from '../reference/physicsFigures';
import { compareFigures, expectSmall, type ValidationCase } from './validationCase';

export const title = 'Coils: dipoles, half-value depth and spread (head 85 mm, cortex 70 mm, gap 0)';

export function cases(): ValidationCase[] {
  return [...magstimCases(), ...measuredCoils.flatMap(measuredCases), ...COIL_IDS.flatMap((id) => coilCases(coilById(id)))];
}

const measure = (coil: CoilDescription) => focality(placeDipoles(coilDipoles(coil), contactOnSphere(coil, 0.085)), 0.07);

function magstimCases(): ValidationCase[] {
  const { halfValueDepth, tangentialSpread } = measure(coilById('magstim-70mm-figure8'));
  const depth = MAGSTIM_70_FOCALITY.halfValueDepth * 100;
  const spread = MAGSTIM_70_FOCALITY.tangentialSpread * 1e4;
  return [
    compareFigures(
      'Magstim 70 mm: d½',
      'cm',
      halfValueDepth * 100,
      depth,
      MAGSTIM_70_FOCALITY.depthTolerance / MAGSTIM_70_FOCALITY.halfValueDepth,
      'prototype',
    ),
    compareFigures(
      'Magstim 70 mm: S½',
      'cm²',
      tangentialSpread * 1e4,
      spread,
      MAGSTIM_70_FOCALITY.spreadTolerance / MAGSTIM_70_FOCALITY.tangentialSpread,
      'prototype',
    ),
  ];
}

const published = ({ source, note }: Sourced<unknown>): string => `${citationLine(source)} ${note}`;

/** A coil beside the measured one: worst |A| above a tenth of the largest, and turn area. */
function measuredCases(measured: MeasuredCoil): ValidationCase[] {
  const coil = coilById(measured.id);
  const { largest, turnArea } = compareWithMeasured(measured, coil);
  const source =
    measured.id === 'magstim-d50' ? 'published dipole model' : 'doi 10.1016/j.brs.2022.04.017, models/coils/build/measuredCoils.json';
  return [
    expectSmall(`${coil.name}: worst |A| at the reference points above a tenth of the largest`, largest, 0.05, source),
    expectSmall(`${coil.name}: total turn area`, turnArea, 0.05, source),
  ];
}

function coilCases(coil: CoilDescription): ValidationCase[] {
  const { halfValueDepth, tangentialSpread } = measure(coil);
  const [least, most] = coil.focality.halfValueDepth.value;
  const lowest = coil.focality.lowestTangentialSpread.value;
  const { dipoles, relative } = dipoleError(coil);
  const why = coil.focality.explanation === '' ? '' : ` ${coil.focality.explanation}`;
  return [
    expectSmall(`${coil.name}: ${dipoles} dipoles against the dense winding`, relative, 5e-3, 'models/coils/build/computeDipoleErrors.ts'),
    {
      case: `${coil.name}: d½ in the published range`,
      expected: `${Number((least * 100).toPrecision(6))} to ${Number((most * 100).toPrecision(6))}`,
      computed: halfValueDepth * 100,
      unit: 'cm',
      relativeError: Math.max(0, least / halfValueDepth - 1, halfValueDepth / most - 1),
      tolerance: 0,
      source: `${published(coil.focality.halfValueDepth)}${why}`,
    },
    {
      case: `${coil.name}: S½ above the lowest published`,
      expected: `${Number((lowest * 1e4).toFixed(6))} or more`,
      computed: tangentialSpread * 1e4,
      unit: 'cm²',
      relativeError: Math.max(0, lowest / tangentialSpread - 1),
      tolerance: 0,
      source: `${published(coil.focality.lowestTangentialSpread)}${why}`,
    },
  ];
}
