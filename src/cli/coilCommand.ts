import { z } from 'zod';
import type { CoilDescription } from '../coil/coilDescription';
import { coilById } from '../coil/coilLibrary';
import { largestRate } from '../coil/coilRates';
import { contactOnSphere } from '../coil/contactOnSphere';
import { modelDifference } from '../coil/modelDifference';
import { placeDipoles } from '../coil/placeDipoles';
import { STIMULATOR_IDS, stimulatorById } from '../coil/stimulatorLibrary';
import { coilDipoles } from '../coil/windings/windingsToDipoles';
import { readInput } from '../core/readInput';
import { sourceById } from '../evidence/sources';
import { focality } from '../physics/focality';

const HEAD_RADIUS = 0.085;
const CORTEX_RADIUS = 0.07;

const schema = z.strictObject({ coil: z.strictObject({ id: z.string().max(60) }) });

/** `coil`: what a shipped coil is: its dipoles, area, largest rates with the shipped stimulators, and reach over the standard sphere in contact. */
export function coilCommand(scene: unknown): object {
  const coil = coilById(readInput(schema, scene, 'scene').coil.id);
  const dipoles = coilDipoles(coil);
  const { halfValueDepth, tangentialSpread } = focality(placeDipoles(dipoles, contactOnSphere(coil, HEAD_RADIUS)), CORTEX_RADIUS);
  const rates = ratesOf(coil);
  return {
    name: coil.name,
    dipoles: dipoles.positions.length / 3,
    turnArea: turnArea(dipoles.moments),
    ...(Object.keys(rates).length > 0 ? { largestRate: rates } : {}),
    halfValueDepth,
    tangentialSpread,
    source: sourcesOf(coil),
    notes: [...coil.notes, modelDifference(coil)],
    units: { turnArea: 'm²', largestRate: 'A/s', halfValueDepth: 'm', tangentialSpread: 'm²' },
  };
}

function ratesOf(coil: CoilDescription): Record<string, number> {
  const known = STIMULATOR_IDS.flatMap((id) => {
    const rate = largestRate(stimulatorById(id), coil);
    return rate ? [[id, rate.value] as const] : [];
  });
  return Object.fromEntries(known);
}

/** Sum of the sizes of the moments per ampere [m²]. */
function turnArea(moments: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < moments.length; i += 3) sum += Math.hypot(moments[i], moments[i + 1], moments[i + 2]);
  return sum;
}

/** Where the turns of the winding come from. */
function sourcesOf({ wings }: CoilDescription): string {
  const ids = wings.flatMap(({ layers }) =>
    layers.map(
      ({ turns }) => (turns.kind === 'circles' ? turns.radii : turns.kind === 'ellipses' ? turns.semiAxesX : turns.baseRadius).source,
    ),
  );
  return [...new Set(ids)].map((id) => sourceById(id).citation).join(' ');
}
