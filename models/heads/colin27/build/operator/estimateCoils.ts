import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type CoilDescription, parseCoilDescription } from '../../../../../src/coil/coilDescription';
import { COIL_IDS, coilById } from '../../../../../src/coil/coilLibrary';
import { createFieldGrid } from '../../../../../src/field/grid/fieldGrid';
import { bestFittingSphere } from '../../../../../src/head/bestFittingSphere';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import { sphereElectricField } from '../../../../../src/physics/sphereElectricField';
import { COIL_TEST } from './coilTestPoses';
import { computed } from './errorBudget';
import { fieldModes } from './fieldModes';
import { fitSensorMatrix } from './fitSensorMatrix';
import { readHeadSurfaces } from './headShells';
import { insideNodePositions } from './insideNodePositions';
import { randomPoses } from './randomPoses';
import { columnErrors, type MeanAndWorst, meanAndWorst } from './relativeErrors';
import { chooseSensors, sensorFlux } from './sensors';
import { OPERATOR_COILS, TRAINING_COILS } from './trainingCoils';

const POSES = { training: 3072, test: 108, perCoil: 12 };
const MODES = 240;
const SENSORS = 400;
/** Every so many nodes of the grid are compared. */
const STEP = 14;

const budgetFile = fileURLToPath(new URL('../../operator.json', import.meta.url));
const surfaces = await readHeadSurfaces();
const all = insideNodePositions(createFieldGrid(surfaces.innerSkull));
const points = all.filter((_, i) => Math.floor(i / 3) % STEP === 0 && i < 3 * STEP * Math.floor(all.length / 3 / STEP));
const { center } = bestFittingSphere(surfaces.innerSkull.positions);
const sensors = chooseSensors(surfaces.innerSkull, SENSORS);

/**
 * How well modes trained on nine coils carry the field of the others, without solving by boundary elements: the same poses and the same builder on the closed
 * form of the sphere. tsx estimateCoils.ts FOLDER, with the coil files as they were when operator.bin was built (models/coils of the parent of the
 * commit that fitted the coils). Coils that come out worse than the nine get their measured errors times the ratio as entries of operator.json.
 */
function estimateCoils(folder: string): void {
  const before = (id: string): CoilDescription => parseCoilDescription(JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')));
  const sets = (coils: readonly CoilDescription[], count: number, seed: number): Dipoles[] =>
    randomPoses(surfaces.displayScalp, count, seed, coils).map((pose) => pose.dipoles);
  const errors = trainedErrors(sets(TRAINING_COILS.map(before), POSES.training, 1));
  const nine = errors(sets(OPERATOR_COILS.map(before), POSES.test, 2));
  const found = COIL_IDS.map((id) => [id, errors(sets([coilById(id)], POSES.perCoil, COIL_TEST.seed))] as const);
  for (const [id, { mean, worst }] of [['the nine as they were', nine] as const, ...found])
    console.log(`${id}: mean ${(100 * mean).toFixed(3)} %, worst ${(100 * worst).toFixed(3)} %`);
  const budget = JSON.parse(readFileSync(budgetFile, 'utf8'));
  const kept = Object.entries(budget).filter(([name]) => !name.includes(' '));
  const entries = found.flatMap(([id, error]) => estimates(id, error, nine, budget.modesMean.value, budget.modesWorst.value));
  writeFileSync(budgetFile, `${JSON.stringify(Object.fromEntries([...kept, ...entries]), null, 1)}\n`);
}

/** The error on poses of modes and sensor matrix that were trained on others, in the sphere. */
function trainedErrors(training: readonly Dipoles[]): (sets: readonly Dipoles[]) => MeanAndWorst {
  const rows = points.length;
  const modes = fieldModes(fields(training), rows, training.length, MODES);
  const flux = sensorFlux(sensors, training, modes.scales);
  const { matrix } = fitSensorMatrix(flux, modes.coefficients, SENSORS, MODES, training.length);
  return (sets) => {
    const b = sensorFlux(sensors, sets, new Float64Array(sets.length).fill(1));
    const strengths = product(matrix, b, MODES, SENSORS, sets.length);
    const approximate = Float32Array.from(product(modes.modes, strengths, rows, MODES, sets.length));
    return meanAndWorst(columnErrors(approximate, fields(sets), sets.length, new Float64Array(rows / 3).fill(1)));
  };
}

/** V/m per A/µs, row-major, one column per set. */
function fields(sets: readonly Dipoles[]): Float32Array {
  const out = new Float32Array(points.length * sets.length);
  sets.forEach((dipoles, column) => {
    const field = sphereElectricField(dipoles, center, points, new Float64Array(points.length));
    for (let i = 0; i < points.length; i++) out[i * sets.length + column] = 1e6 * field[i];
  });
  return out;
}

function product(a: ArrayLike<number>, b: Float64Array, rows: number, depth: number, columns: number): Float64Array {
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < depth; k++) for (let c = 0; c < columns; c++) out[i * columns + c] += a[i * depth + k] * b[k * columns + c];
  return out;
}

function estimates(id: string, error: MeanAndWorst, nine: MeanAndWorst, mean: number, worst: number): [string, object][] {
  const ratios = { mean: error.mean / nine.mean, worst: error.worst / nine.worst };
  if (ratios.mean <= 1 && ratios.worst <= 1) return [];
  const note = `Estimated, not measured by boundary elements: what was measured for the nine coils on which the operator was trained, times the ratio (at least 1) of the errors of this coil and of those nine in a sphere, where the same builder was trained on the same poses and compared with the closed form; ${POSES.perCoil} poses of this coil`;
  return [
    [`modesMean ${id}`, computed(mean * Math.max(1, ratios.mean), note)],
    [`modesWorst ${id}`, computed(worst * Math.max(1, ratios.worst), note)],
  ];
}

z.config({ jitless: true });
estimateCoils(process.argv[2] ?? 'models/coils');
