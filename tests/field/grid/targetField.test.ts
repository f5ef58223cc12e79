import { beforeAll, describe, expect, it } from 'vitest';
import { coilById } from '../../../src/coil/coilLibrary';
import { placeDipoles } from '../../../src/coil/placeDipoles';
import { coilDipoles } from '../../../src/coil/windings/windingsToDipoles';
import type { RigidTransform } from '../../../src/core/rigidTransform';
import { norm, type Vec3 } from '../../../src/core/vec3';
import { sampleGrid } from '../../../src/field/grid/sampleGrid';
import { cellWeights, closedFormTargetField, modesTargetField, targetCells } from '../../../src/field/grid/targetField';
import { FieldComputer } from '../../../src/field/simulation/computeField';
import type { HeadModel } from '../../../src/head/loadHead';
import { typescriptEngine } from '../../../src/physics/modes/modesEngine';
import { syntheticOperator } from '../../physics/modes/syntheticOperator';
import { readShippedHead } from '../../readShippedHead';

const dipoles = coilDipoles(coilById('magstim-70mm-figure8'));
const pose: RigidTransform = { x: [-1, 0, 0], y: [0, 1, 0], z: [0, 0, -1], origin: [0.004, -0.01, 0.108] };
let head: HeadModel;
beforeAll(async () => {
  head = await readShippedHead();
});

describe('The field at the target alone', () => {
  it.each([
    'sphere',
    'primaryField',
    'magneticFluxDensity',
  ] as const)('is the read-out at the target, also next to the brain’s rim: %s', async (model) => {
    const computer = await FieldComputer.create(
      { brainShell: head.shells.innerSkull, cortex: head.cortex, sphereCenter: head.sphere.center },
      null,
    );
    for (const target of [[0.002, -0.007, 0.066] as Vec3, [0.013, -0.02, 0.078] as Vec3]) {
      const read = computer.compute({ serial: 1, model, dipoles, pose, target }).summary.atTarget.magnitude;
      const alone = closedFormTargetField(model, dipoles, head.sphere.center, targetCells(head.cortex, computer.grid, target))(pose);
      expect(alone / read).toBeCloseTo(1, 5);
    }
  });

  it('through the modes is the field of the whole grid sampled there', () => {
    const operator = syntheticOperator();
    const target: Vec3 = [0.0012, -0.0031, 0.0043];
    const nodeField = typescriptEngine(operator).evaluate(placeDipoles(dipoles, pose));
    const [nx, ny, nz] = operator.grid.dimensions;
    const values = new Float32Array(3 * nx * ny * nz);
    operator.grid.nodes.forEach((index, n) => {
      values.set(nodeField.subarray(3 * n, 3 * n + 3), 3 * index);
    });
    const whole = sampleGrid({ ...operator.grid, inside: new Uint8Array(0) }, values, target, new Float32Array(3));
    const alone = modesTargetField(operator, dipoles, [{ ...cellWeights(operator.grid, target), vertex: 0, share: 1 }])(pose);
    expect(alone / norm([whole[0], whole[1], whole[2]])).toBeCloseTo(1, 4);
  });
});
