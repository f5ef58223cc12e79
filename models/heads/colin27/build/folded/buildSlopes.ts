import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { crc32 } from '../../../../../src/core/crc32';
import type { Sourced } from '../../../../../src/core/sourced';
import { SLOPE_TISSUES } from '../../../../../src/physics/folded/foldedSlopes';
import { writeSlopes } from '../../../../../src/physics/folded/slopesFile';
import { computed } from '../operator/errorBudget';
import { type FactorErrors, makeSlopes, measureBorders, measureSlopes } from './makeSlopes';
import { solveSlopes, TEST_FACTORS } from './solveSlopes';

const target = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/**
 * Builds foldedSlopes.bin and foldedSlopes.json of this head, after folded.bin. Deterministic; about ten minutes on two free cores. Whatever is solved is kept
 * in build-cache/folded, so that an interrupted run goes on where it stopped.
 */
async function buildSlopes(): Promise<void> {
  const start = performance.now();
  const report = (text: string): void => console.log(`${((performance.now() - start) / 1000).toFixed(0).padStart(6)} s  ${text}`);
  const [templates = '/usr/share/mricron/templates', threads = '2'] = process.argv.slice(2);
  const fields = await solveSlopes(templates, Number(threads), report);
  const slopes = makeSlopes(fields, crc32(readFileSync(target('folded.bin'))));
  const file = writeSlopes(slopes);
  writeFileSync(target('foldedSlopes.bin'), file);
  report(`foldedSlopes.bin: ${file.length} bytes`);
  const measured = measureSlopes(fields, slopes);
  for (const { factors, change, error } of measured)
    report(`${JSON.stringify(factors)}: change ${percent(change.mean)}, error mean ${percent(error.mean)}, worst ${percent(error.worst)}`);
  const borders = Object.fromEntries(
    (['pial', 'white'] as const).flatMap((border) => {
      const { mean, worst, poses } = measureBorders(fields, border);
      report(`${border} border by 0.5 mm: mean ${percent(mean)}, worst ${percent(worst)}`);
      const how = `half a millimeter of the ${border} border, outward and inward, relative L2 over the cortex, ${poses} random poses`;
      return [
        [`${border}BorderMean`, computed(mean, `Mean: ${how}`)],
        [`${border}BorderWorst`, computed(worst, `Largest: ${how}`)],
      ];
    }),
  );
  writeFileSync(target('foldedSlopes.json'), `${JSON.stringify({ ...budget(measured, file.length), ...borders }, null, 1)}\n`);
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

/** What the interface shows about the slopes: at the ends of each slider, half way to them, and with all three at an end. */
function budget(measured: readonly FactorErrors[], bytes: number): Record<string, Sourced<number>> {
  const out: Record<string, Sourced<number>> = {};
  const poses = measured[0].error.poses;
  const put = (name: string, of: readonly FactorErrors[], how: string): void => {
    const mean = (pick: (each: FactorErrors) => number): number => of.reduce((sum, each) => sum + pick(each), 0) / of.length;
    out[`${name}Change`] = computed(
      mean(({ change }) => change.mean),
      `Change of the field over the cortex, relative L2, mean over ${poses} random poses: ${how}`,
    );
    out[`${name}Mean`] = computed(
      mean(({ error }) => error.mean),
      `Slopes against voxels of 1 mm, relative L2 over the cortex, mean over ${poses} random poses: ${how}`,
    );
    out[`${name}Worst`] = computed(
      Math.max(...of.map(({ error }) => error.worst)),
      `Slopes against voxels of 1 mm, largest of ${poses} random poses: ${how}`,
    );
  };
  for (const tissue of SLOPE_TISSUES) {
    const own = measured.filter(
      ({ factors }) => factors[tissue] !== 1 && SLOPE_TISSUES.every((other) => other === tissue || factors[other] === 1),
    );
    put(
      `${tissue}End`,
      own.filter(({ factors }) => [TEST_FACTORS[0], TEST_FACTORS[3]].includes(factors[tissue] as 2)),
      'this conductivity halved and doubled',
    );
    put(
      `${tissue}Middle`,
      own.filter(({ factors }) => [TEST_FACTORS[1], TEST_FACTORS[2]].includes(factors[tissue] as 2)),
      'this conductivity over and times √2',
    );
  }
  put(
    'corner',
    measured.filter(({ factors }) => SLOPE_TISSUES.every((tissue) => factors[tissue] !== 1)),
    'fluid doubled, gray and white halved, and the opposite',
  );
  out.fileBytes = computed(bytes, 'Size of foldedSlopes.bin', 'B');
  return out;
}

z.config({ jitless: true });
await buildSlopes();
