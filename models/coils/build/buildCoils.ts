import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coilFile } from './coilFile';
import { FIT_PLANS } from './fitPlans';
import { fitWinding } from './fitWinding';
import { measuredCoil } from './measuredCoils';

const folder = join(import.meta.dirname, '..');

/** Fits every planned winding to its measured coil and writes its file; with ids on the command line only those. Refuses |A| or area off by over 5 %. */
const wanted = process.argv.slice(2);
for (const plan of FIT_PLANS) {
  if (wanted.length > 0 && !wanted.includes(plan.id)) continue;
  const measured = measuredCoil(plan.id);
  if (!measured) throw new Error(`${plan.id} has no figures in measuredCoils.json.`);
  const fit = fitWinding(plan, measured);
  writeFileSync(join(folder, `${plan.id}.json`), `${JSON.stringify(coilFile(plan, fit, measured), undefined, 2)}\n`);
  const { largest, turnArea } = fit.comparison;
  console.log(`${plan.id}: |A| within ${(100 * largest).toFixed(2)} %, turn area ${(100 * turnArea).toFixed(2)} %`);
  if (largest > 0.05 || Math.abs(turnArea) > 0.05) process.exitCode = 1;
}
