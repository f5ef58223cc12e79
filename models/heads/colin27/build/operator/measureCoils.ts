import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createFieldGrid } from '../../../../../src/field/grid/fieldGrid';
import { headConductorShells } from '../../../../../src/physics/boundaryElements/headConductorShells';
import { readOperator } from '../../../../../src/physics/modes/readOperator';
import { readKernels } from '../../../../../src/physics/wasm/readKernels';
import { coilErrors } from './coilErrors';
import { FieldSolver } from './fieldSolver';
import { readHeadSurfaces } from './headShells';

const file = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/**
 * Measures the shipped operator for every coil of the library and writes that into operator.json, whose other entries stay: for when a coil was added
 * or its winding changed. About five minutes on two free cores.
 */
async function measureCoils(): Promise<void> {
  const surfaces = await readHeadSurfaces();
  const operator = await readOperator(new Uint8Array(readFileSync(file('operator.bin'))), 'operator.bin', readKernels('fieldKernels'));
  const solver = new FieldSolver(headConductorShells(surfaces), surfaces.shellsChecksum, (text) => console.log(text));
  const entries = await coilErrors(operator, createFieldGrid(surfaces.innerSkull), surfaces, solver);
  await solver.close();
  const kept = Object.entries(JSON.parse(readFileSync(file('operator.json'), 'utf8'))).filter(([name]) => !name.includes(' '));
  writeFileSync(file('operator.json'), `${JSON.stringify({ ...Object.fromEntries(kept), ...entries }, null, 1)}\n`);
  for (const [name, { value }] of Object.entries(entries)) console.log(`${name}: ${(100 * value).toFixed(3)} %`);
}

z.config({ jitless: true });
await measureCoils();
