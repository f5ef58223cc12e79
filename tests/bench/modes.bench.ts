import { COIL_IDS, coilById } from '../../src/coil/coilLibrary';
import { placeDipoles } from '../../src/coil/placeDipoles';
import { coilDipoles } from '../../src/coil/windings/windingsToDipoles';
import type { RigidTransform } from '../../src/core/rigidTransform';
import { areaWeightedPercentile, magnitudes } from '../../src/field/measures/summaryMeasures';
import { corticalAreas } from '../../src/head/corticalAreas';
import { allocateDipoles } from '../../src/physics/dipoles';
import { createFoldedEngine } from '../../src/physics/folded/foldedEngine';
import { readRows } from '../../src/physics/folded/rowsFile';
import { createModesEngine, type ModesEngine } from '../../src/physics/modes/modesEngine';
import { readOperator } from '../../src/physics/modes/readOperator';
import { readKernels } from '../../src/physics/wasm/readKernels';
import { readShippedHead } from '../readShippedHead';
import { readShippedOperator, readShippedRows } from '../readShippedOperator';

const RUNS = 200;
/** Stenroos & Koponen 2019: 84 poses per second, 20 000 points, 38 dipoles, standard PC. */
const PUBLISHED_RATE = 84;

const median = (samples: number[]): number => samples.sort((a, b) => a - b)[Math.floor(samples.length / 2)];

function time(run: () => void, runs: number): number {
  for (let i = 0; i < 5; i++) run();
  return median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}

/** One pose in the realistic head, single thread: coil dipoles → B·n → modes → grid → cortical vertices → peak. */
export async function benchModes(): Promise<void> {
  const kernels = readKernels('fieldKernels');
  const bytes = readShippedOperator();
  const operator = await readOperator(bytes, 'operator.bin', kernels);
  const { cortex } = await readShippedHead();
  const areas = corticalAreas(cortex);
  const coil = coilDipoles(coilById('magstim-70mm-figure8'));
  const placed = allocateDipoles(coil.positions.length / 3);
  const magnitude = new Float32Array(areas.length);
  let turn = 0;
  const rowsFile = readShippedRows();
  const rows = readRows(rowsFile, 'folded.bin');
  /** `withFolds`: the rows of the folded cortex beside the grid; else the grid, sampled at the vertices. */
  const onePose = (engine: ModesEngine, withFolds = false) => {
    const sampler = withFolds ? null : engine.createSampler(cortex.positions);
    const folded = withFolds ? createFoldedEngine(engine, rows, cortex.positions) : null;
    return (): void => {
      const angle = 0.01 * turn++;
      const pose: RigidTransform = {
        x: [-Math.cos(angle), Math.sin(angle), 0],
        y: [Math.sin(angle), Math.cos(angle), 0],
        z: [0, 0, -1],
        origin: [0, 0, 0.115],
      };
      engine.evaluate(placeDipoles(coil, pose, placed));
      const samples = sampler?.sample();
      if (samples) for (let v = 0; v < magnitude.length; v++) magnitude[v] = samples[4 * v + 3];
      else magnitudes(folded!.evaluate(), magnitude);
      areaWeightedPercentile(magnitude, areas, 0.999);
    };
  };
  const wasm = time(onePose(await createModesEngine(operator, kernels)), RUNS);
  const twin = time(onePose(await createModesEngine(operator, null)), 31);
  const { modeCount, grid, sensorPositions } = operator;
  console.log(
    `modes, one pose, ${coil.positions.length / 3} dipoles → ${sensorPositions.length / 3} sensors → ${modeCount} modes → ${grid.nodes.length} nodes → ${areas.length} vertices → peak:`,
  );
  console.log(`  WASM SIMD ${wasm.toFixed(2)} ms, TypeScript ${twin.toFixed(2)} ms, ratio ${(twin / wasm).toFixed(1)}`);
  console.log(
    `  ${(1000 / wasm).toFixed(0)} poses per second on one thread; published (Stenroos & Koponen 2019): ${PUBLISHED_RATE} per second`,
  );
  const foldedWasm = time(onePose(await createModesEngine(operator, kernels), true), RUNS);
  const foldedTwin = time(onePose(await createModesEngine(operator, null), true), 31);
  console.log(
    `folded cortex, one pose, the same → ${rows.patternCount} patterns and 36 numbers a vertex → peak; the grid is computed too:\n  WASM SIMD ${foldedWasm.toFixed(2)} ms, ${(foldedWasm / wasm).toFixed(2)} times the three shells; TypeScript ${foldedTwin.toFixed(2)} ms, ratio ${(foldedTwin / foldedWasm).toFixed(1)}; published on a GPU (Hasan 2025): at most 4 ms`,
  );
  const readingRows = time(() => void readRows(rowsFile, 'folded.bin'), 5);
  console.log(`  reading the rows (${rowsFile.length} bytes): ${readingRows.toFixed(0)} ms`);
  const decode = async (with_: BufferSource | null): Promise<number> => {
    const samples: number[] = [];
    for (let i = 0; i < 5; i++) {
      const start = performance.now();
      await readOperator(bytes, 'operator.bin', with_);
      samples.push(performance.now() - start);
    }
    return median(samples);
  };
  console.log(
    `  reading the operator (${bytes.length} bytes): WASM ${(await decode(kernels)).toFixed(0)} ms, TypeScript ${(await decode(null)).toFixed(0)} ms`,
  );
  console.log(`  coils: ${COIL_IDS.map((id) => `${id} ${coilDipoles(coilById(id)).positions.length / 3}`).join(', ')} dipoles`);
}
