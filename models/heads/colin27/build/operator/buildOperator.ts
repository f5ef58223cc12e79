import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createFieldGrid } from '../../../../../src/field/grid/fieldGrid';
import { checkShells } from '../../../../../src/physics/boundaryElements/checkShells';
import { HEAD_CONDUCTIVITIES } from '../../../../../src/physics/boundaryElements/headConductivities';
import { headConductorShells } from '../../../../../src/physics/boundaryElements/headConductorShells';
import { writeOperator } from '../../../../../src/physics/modes/writeOperator';
import { coilErrors } from './coilErrors';
import { errorBudget } from './errorBudget';
import { fieldModes } from './fieldModes';
import { FieldSolver } from './fieldSolver';
import { fitSensorMatrix } from './fitSensorMatrix';
import { readHeadSurfaces } from './headShells';
import { insideNodePositions } from './insideNodePositions';
import { measureErrors } from './measureErrors';
import { outsideNodes } from './outsideNodes';
import { quantizeOperator } from './quantizeOperator';
import { randomPoses } from './randomPoses';
import { chooseSensors, sensorFlux } from './sensors';
import { OPERATOR_COILS, TRAINING_COILS } from './trainingCoils';

/** Raised whenever a change of the builder changes the file. */
const BUILDER = 'boundary elements 3×5120, modes, version 1';
const TRAINING = { poses: 256 * TRAINING_COILS.length, seed: 1 };
/** Poses for the stored error budget; none of them is in the training set. */
const TEST = { poses: 360, seed: 2 };
const MODES = 240;
const SENSORS = 400;

const target = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** Builds operator.bin and operator.json of this head: npm run build:operator. Deterministic; about 10 minutes on two free cores. */
async function buildOperator(): Promise<void> {
  const start = performance.now();
  const report = (text: string): void => console.log(`${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s  ${text}`);
  const surfaces = await readHeadSurfaces();
  const shells = headConductorShells(surfaces);
  checkShells(shells);
  const grid = createFieldGrid(surfaces.innerSkull);
  report(`shells checked; grid ${grid.dimensions.join(' × ')}, ${grid.nodes.length} nodes`);
  const sets = randomPoses(surfaces.displayScalp, TRAINING.poses, TRAINING.seed, TRAINING_COILS).map((pose) => pose.dipoles);
  const solver = new FieldSolver(shells, surfaces.shellsChecksum, report);
  const points = insideNodePositions(grid);
  const fields = await solver.fields('training poses', sets, points);
  const modes = fieldModes(fields, points.length, sets.length, MODES);
  report(`${MODES} modes`);
  const sensors = chooseSensors(surfaces.innerSkull, SENSORS);
  const fit = fitSensorMatrix(sensorFlux(sensors, sets, modes.scales), modes.coefficients, SENSORS, MODES, sets.length);
  report(`sensor matrix: damping ${fit.damping}, error on poses held back ${(100 * fit.heldBackError).toFixed(3)} %`);
  const { scalp, skull, brain } = HEAD_CONDUCTIVITIES;
  const operator = quantizeOperator(grid, outsideNodes(grid), modes, sensors, fit.matrix, {
    shells: surfaces.shellsChecksum,
    conductivities: { scalp: scalp.value, skull: skull.value, brain: brain.value },
    builder: BUILDER,
    trainingPoses: TRAINING.poses,
    trainingSeed: TRAINING.seed,
  });
  const file = writeOperator(operator);
  writeFileSync(target('operator.bin'), file);
  report(`operator.bin: ${file.length} bytes`);
  const test = randomPoses(surfaces.displayScalp, TEST.poses, TEST.seed, OPERATOR_COILS).map((pose) => pose.dipoles);
  const errors = await measureErrors(operator, grid, surfaces, solver, test);
  const budget = { ...errorBudget(errors, file.length), ...(await coilErrors(operator, grid, surfaces, solver)) };
  await solver.close();
  writeFileSync(target('operator.json'), `${JSON.stringify(budget, null, 1)}\n`);
}

z.config({ jitless: true });
await buildOperator();
