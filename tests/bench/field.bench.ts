import { coilById } from '../../src/coil/coilLibrary';
import { coilDipoles } from '../../src/coil/windings/windingsToDipoles';
import type { RigidTransform } from '../../src/core/rigidTransform';
import { FieldComputer } from '../../src/field/simulation/computeField';
import { readKernels } from '../../src/physics/wasm/readKernels';
import type { FieldModel } from '../../src/state/choices';
import { readShippedHead } from '../readShippedHead';
import type { BenchCase } from './benchCase';

const head = await readShippedHead();
const headForField = { brainShell: head.shells.innerSkull, cortex: head.cortex, sphereCenter: head.sphere.center };
const computer = await FieldComputer.create(headForField, null);
const dipoles = coilDipoles(coilById('magstim-70mm-figure8'));
// Above the vertex, handle backward.
const pose: RigidTransform = { x: [-1, 0, 0], y: [0, 1, 0], z: [0, 0, -1], origin: [0, 0, 0.105] };
const nodes = computer.grid.nodes.length;
const vertices = head.cortex.positions.length / 3;

const fast = await FieldComputer.create(headForField, readKernels('fieldKernels'));

const whole = (model: FieldModel): BenchCase => ({
  name: `coil → ${nodes} grid nodes → summary over ${vertices} vertices, ${model}, WASM SIMD`,
  unit: 'ms',
  run: () => {
    fast.compute({ serial: 1, model, dipoles, pose, target: [0, 0, 0.07] });
  },
  twin: {
    name: 'TypeScript twin',
    run: () => {
      computer.compute({ serial: 1, model, dipoles, pose, target: [0, 0, 0.07] });
    },
  },
});

/** The whole chain of one pose in the worker's code. */
export const benchCases: BenchCase[] = [whole('sphere'), whole('primaryField')];
