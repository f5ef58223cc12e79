import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CoilDescription, parseCoilDescription } from '../../../src/coil/coilDescription';
import { denseWindingDipoles } from '../../../src/coil/windings/denseWindingDipoles';
import { dipoleError } from '../../../src/coil/windings/dipoleError';
import { compareWithMeasured, turnArea } from './compareWithMeasured';
import { computeSphereMeasures } from './computeSphereMeasures';
import { measuredCounterpart } from './measuredCoils';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
const note = 'models/coils/build/computeDipoleErrors.ts: against the dense winding, sphere of 85 mm, cap of 70 mm to 60°, gap 0';

const COMPARED = 'models/coils/build/compareWithMeasured.ts: the winding turn by turn at the reference points of measuredCoils.json';

/** The winding beside the measured coil, in the form of the coil files. */
function comparisonOf(coil: CoilDescription): object | undefined {
  const measured = measuredCounterpart(coil.id);
  if (!measured) return undefined;
  const { largest, turnArea: error } = compareWithMeasured(measured, coil);
  const entry = (value: number, unit: string) => ({
    value: Number(value.toPrecision(3)),
    unit,
    source: 'coil-builder',
    verification: 'computed',
    note: COMPARED,
  });
  return {
    title: measured.title,
    largest: entry(largest, '1'),
    turnArea: entry(turnArea(denseWindingDipoles(coil)), 'm²'),
    turnAreaError: entry(error, '1'),
  };
}

/** With ids on the command line only those. */
const wanted = process.argv.slice(2);

/**
 * Writes into each coil file how far its dipoles are from its winding (refuses above 0.5 %), its measures over the standard sphere, and how far it is
 * from the measured coil.
 */
for (const name of readdirSync(folder)
  .filter((file) => file.endsWith('.json') && (wanted.length === 0 || wanted.includes(file.replace('.json', ''))))
  .sort()) {
  const path = join(folder, name);
  const raw = JSON.parse(readFileSync(path, 'utf8'));
  const coil = parseCoilDescription(raw);
  const { dipoles, relative, largest } = dipoleError(coil);
  const entry = (value: number) => ({
    value: Number(value.toPrecision(3)),
    unit: '1',
    source: 'coil-builder',
    verification: 'computed',
    note,
  });
  raw.dipoleApproximation = { dipoles: entry(dipoles), error: entry(relative), largestError: entry(largest) };
  raw.sphereMeasures = computeSphereMeasures(coil);
  const comparison = comparisonOf(coil);
  if (comparison) raw.comparison = comparison;
  writeFileSync(path, `${JSON.stringify(raw, undefined, 2)}\n`);
  console.log(`${name}: ${dipoles} dipoles, ${(100 * relative).toFixed(3)} % (largest ${(100 * largest).toFixed(2)} % of the peak)`);
  if (relative > 0.005) process.exitCode = 1;
}
