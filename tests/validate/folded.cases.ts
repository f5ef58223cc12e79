import measured from '../../models/heads/colin27/folded.json';
import { at, norm } from '../../src/core/vec3';
import { cortexVectors } from '../../src/field/grid/cortexField';
import { prepareCoil } from '../../src/field/simulation/coilOfChoices';
import { FieldComputer } from '../../src/field/simulation/computeField';
import { Simulation } from '../../src/field/simulation/simulation';
import { readKernels } from '../../src/physics/wasm/readKernels';
import { INITIAL_CHOICES } from '../../src/state/choices';
import { createChoiceStore } from '../../src/state/store';
import { readShippedHead } from '../readShippedHead';
import { readShippedOperator, readShippedRows } from '../readShippedOperator';
import { expectSmall, type ValidationCase } from './validationCase';

export const title = 'The folded cortex: rows against voxels, and what the folds change';

const TARGETS = ['left-dlpfc-weigand2018', 'm1-hand', 'vertex', 'f4', 'five-cm-average'];
const COIL = 'magstim-70mm-figure8';
/** Baked occlusion of fundi, walls and crowns, and the published range of |E| there over that without folds (prototype of the same method, 16 poses). */
const KINDS = [
  ['fundi', 0, 0.3, [0.84, 0.98]],
  ['walls', 0.3, 0.8, [0.76, 1.02]],
  ['crowns', 0.8, 1.01, [1.03, 1.14]],
] as const;
const PROTOTYPE = 'prototype (independent program, other labels of the same head), ranges over 16 poses';

const budget = measured as unknown as Readonly<Record<string, { readonly value: number; readonly note: string }>>;

/** What the builder measured, then places over the head. */
export async function foldedCases(): Promise<ValidationCase[]> {
  const rows = (
    [
      ['rows against the solver: mean', 'rowsSolverMean', 0.005],
      ['rows against the solver: worst', 'rowsSolverWorst', 0.015],
      ['end to end against 0.5 mm: mean', 'rowsFineMean', 0.012],
      ['end to end against 0.5 mm: worst', 'rowsFineWorst', 0.025],
    ] as const
  ).map(([name, key, limit]) => expectSmall(name, budget[key].value, limit, `stored by the builder: ${budget[key].note}`));
  return [...rows, ...(await placeCases())];
}

/** A line for a figure that should lie in a range; `tolerance`: by how much it may miss it, relative. */
const within = (
  name: string,
  unit: string,
  value: number,
  [low, high]: readonly [number, number],
  tolerance: number,
  source: string,
): ValidationCase => ({
  case: name,
  expected: `${low} to ${high}`,
  computed: Number(value.toPrecision(4)),
  unit,
  relativeError: Math.max(0, 1 - value / low, value / high - 1),
  tolerance,
  source,
});

async function placeCases(): Promise<ValidationCase[]> {
  const head = await readShippedHead();
  const bounds = { brainShell: head.shells.innerSkull, cortex: head.cortex, sphereCenter: head.sphere.center };
  const computer = await FieldComputer.create(bounds, readKernels('fieldKernels'));
  await computer.attach('operator', readShippedOperator());
  await computer.attach('rows', readShippedRows());
  const occlusion = head.cortex.attributes._OCCLUSION;
  const ratios = KINDS.map(() => [] as number[]);
  const out: ValidationCase[] = [];
  for (const targetId of TARGETS) {
    const silent = { postMessage: () => undefined, terminate: () => undefined, onmessage: null, onerror: null };
    const simulation = new Simulation(createChoiceStore({ ...INITIAL_CHOICES, coilId: COIL, targetId }), head, () => silent);
    const { pose, target } = simulation.snapshot();
    const { dipoles } = prepareCoil(simulation.store.getState(), []);
    const request = { serial: 1, dipoles, pose, target: target.cortex };
    const folded = computer.compute({ ...request, model: 'folded' });
    const smooth = cortexVectors(head.cortex, computer.grid, computer.compute({ ...request, model: 'modes' }));
    out.push(
      within(
        `99.9 % peak over ${target.label}, 70 mm figure-8 at 4 mm`,
        'V/m per A/µs',
        1e6 * folded.summary.peak,
        [1, 1.5],
        0.15,
        'published peaks of 70 mm figure-8 coils in folded heads',
      ),
    );
    for (let v = 0; v < occlusion.length; v++) {
      const size = norm(at(smooth, v));
      if (size < folded.summary.peak / 2) continue;
      const kind = KINDS.findIndex(([, low, high]) => occlusion[v] >= low && occlusion[v] < high);
      ratios[kind].push(norm(at(folded.onCortex!, v)) / size);
    }
  }
  return [
    ...out,
    ...KINDS.map(([name, , , range], n) =>
      within(
        `|E| on ${name} over that of three shells, where that is half the peak or more: median`,
        '1',
        median(ratios[n]),
        range,
        0.1,
        PROTOTYPE,
      ),
    ),
  ];
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];
