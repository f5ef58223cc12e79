import { DataUtils } from 'three';
import { describe, expect, it } from 'vitest';
import { coilById } from '../../../src/coil/coilLibrary';
import { placeDipoles } from '../../../src/coil/placeDipoles';
import { coilDipoles } from '../../../src/coil/windings/windingsToDipoles';
import { norm, subtract } from '../../../src/core/vec3';
import { nodePositions } from '../../../src/field/grid/fieldGrid';
import { sampleGrid } from '../../../src/field/grid/sampleGrid';
import { FieldComputer } from '../../../src/field/simulation/computeField';
import type { FieldRequest } from '../../../src/field/simulation/fieldMessages';
import { magneticFluxDensity } from '../../../src/physics/magneticFluxDensity';
import { sphereElectricField } from '../../../src/physics/sphereElectricField';
import { readKernels } from '../../../src/physics/wasm/readKernels';
import { readShippedHead } from '../../readShippedHead';

const head = await readShippedHead();
const headForField = { brainShell: head.shells.innerSkull, cortex: head.cortex, sphereCenter: head.sphere.center };
const computer = await FieldComputer.create(headForField, null);
const coil = coilDipoles(coilById('magstim-70mm-figure8'));
const request: FieldRequest = {
  serial: 7,
  model: 'sphere',
  dipoles: coil,
  pose: { x: [-1, 0, 0], y: [0, 1, 0], z: [0, 0, -1], origin: [0, -0.02, 0.104] },
  target: [-0.005, -0.02, 0.068],
};

describe('The field of a pose', () => {
  it('agrees with the closed form at cortical points within the error of the grid', () => {
    const { values } = computer.compute(request);
    const points = head.cortex.positions.filter((_, n) => Math.floor(n / 3) % 40 === 0);
    const exact = sphereElectricField(placeDipoles(coil, request.pose), head.sphere.center, points, new Float64Array(points.length));
    const sampled = sampleGrid(computer.grid, values, points, new Float32Array(points.length));
    let difference = 0;
    let size = 0;
    exact.forEach((value, n) => {
      difference += (value - sampled[n]) ** 2;
      size += value ** 2;
    });
    expect(Math.sqrt(difference / size)).toBeLessThan(0.01);
    expect(Math.sqrt(difference / size)).toBeGreaterThan(1e-5);
  });

  it('reads at the target what the grid holds there', () => {
    const { values, summary } = computer.compute(request);
    const sampled = sampleGrid(computer.grid, values, request.target, new Float32Array(3));
    expect(norm(subtract(summary.atTarget, [sampled[0], sampled[1], sampled[2]]))).toBe(0);
  });

  it('has its summary in order: half the maximum, the percentile, the maximum', () => {
    for (const model of ['sphere', 'primaryField', 'magneticFluxDensity'] as const) {
      const { summary, maximum } = computer.compute({ ...request, model });
      expect(summary.peak).toBeLessThanOrEqual(summary.maximum);
      expect(summary.peak).toBeGreaterThan(0.7 * summary.maximum);
      expect(summary.maximum).toBeLessThanOrEqual(maximum * 1.000001);
      expect(norm(subtract(summary.hotSpotCenter, summary.maximumPoint))).toBeLessThan(0.05);
    }
  });

  it('packs the grid into half floats without losing more than their precision', () => {
    const { values, texels, maximum } = computer.compute(request);
    for (let n = 0; n < values.length / 3; n += 17) {
      for (let c = 0; c < 3; c++) {
        const unpacked = DataUtils.fromHalfFloat(texels[4 * n + c]) * maximum;
        expect(Math.abs(unpacked - values[3 * n + c])).toBeLessThanOrEqual(maximum * 5e-4);
      }
    }
  });

  it('computes every node that a point inside the brain can touch', () => {
    const { nodes, inside } = computer.grid;
    expect(inside.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0.6 * nodes.length);
    const carried = new Set(nodes);
    const [nx, ny] = computer.grid.dimensions;
    const { origin, spacing } = computer.grid;
    for (let v = 0; v < head.cortex.positions.length; v += 3) {
      const cell = [0, 1, 2].map((axis) => Math.floor((head.cortex.positions[v + axis] - origin[axis]) / spacing));
      for (let corner = 0; corner < 8; corner++) {
        const index = cell[0] + (corner & 1) + nx * (cell[1] + ((corner >> 1) & 1) + ny * (cell[2] + (corner >> 2)));
        expect(carried.has(index)).toBe(true);
      }
    }
    expect(nodePositions(computer.grid)).toHaveLength(3 * nodes.length);
  });

  it('draws the depth curve of |B| as it is in air, and of E inside the brain only', () => {
    const { depthCurve } = computer.compute(request);
    const air = magneticFluxDensity(placeDipoles(coil, request.pose), request.pose.origin, new Float64Array(3));
    expect(depthCurve.fluxDensity[0] / Math.hypot(...air)).toBeCloseTo(1, 5);
    expect(depthCurve.magnitude[0]).toBeNaN();
    const inBrain = depthCurve.magnitude.filter((value) => !Number.isNaN(value));
    expect(inBrain.length).toBeGreaterThan(60);
    expect(inBrain[0]).toBeGreaterThan(inBrain[inBrain.length - 1]);
  });

  it('is the same in WebAssembly within single precision', async () => {
    const fast = await FieldComputer.create(headForField, readKernels('fieldKernels'));
    expect(fast.backend).toBe('wasm');
    for (const model of ['sphere', 'primaryField'] as const) {
      const a = computer.compute({ ...request, model });
      const b = fast.compute({ ...request, model });
      expect(Math.abs(b.summary.maximum / a.summary.maximum - 1)).toBeLessThan(1e-5);
      expect(Math.abs(b.summary.peak / a.summary.peak - 1)).toBeLessThan(1e-5);
    }
  });

  it('answers with the sphere, and says so, while the realistic head has no operator', () => {
    const { model, summary } = computer.compute({ ...request, model: 'modes' });
    expect(model).toBe('sphere');
    expect(summary.maximum).toBe(computer.compute(request).summary.maximum);
  });

  it('refuses an operator that is none', async () => {
    await expect(computer.attachOperator(new Uint8Array(100))).rejects.toThrow(/^operator\.bin is damaged: .+\.$/);
  });
});
