import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCoilDescription } from '../../../src/coil/coilDescription';
import { dipoleError } from '../../../src/coil/windings/dipoleError';
import { computeSphereMeasures } from './computeSphereMeasures';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
const note = 'models/coils/build/computeDipoleErrors.ts: against the dense winding, sphere of 85 mm, cap of 70 mm to 60°, gap 0';

/** Writes into each coil file how far its dipoles are from its winding (refuses above 0.5 %) and its measures over the standard sphere. */
for (const name of readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
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
  writeFileSync(path, `${JSON.stringify(raw, undefined, 2)}\n`);
  console.log(`${name}: ${dipoles} dipoles, ${(100 * relative).toFixed(3)} % (largest ${(100 * largest).toFixed(2)} % of the peak)`);
  if (relative > 0.005) process.exitCode = 1;
}
