import { describe, expect, it } from 'vitest';
import { createVoxelSolver } from '../../../src/physics/voxels/voxelSolver';
import { readKernels } from '../../../src/physics/wasm/readKernels';
import { COILS, errorInGrey, relative, shelledSphere, THICK_RADII } from './shelledSphere';

const kernels = readKernels('voxelKernels');

describe('The voxel solver', () => {
  it('comes near the closed form in the grey shell of a five-shell sphere, and nearer with smaller voxels', async () => {
    const coarse = (await errorInGrey(shelledSphere(THICK_RADII, 5e-3, 4), kernels)).errors;
    const fine = (await errorInGrey(shelledSphere(THICK_RADII, 2.5e-3, 4), kernels)).errors;
    for (const [coil, error] of fine.entries()) {
      expect(error).toBeLessThan(0.05);
      expect(error).toBeLessThan(0.75 * coarse[coil]);
    }
  });

  it('is nearer with mean conductivities in the voxels at borders than with one label a voxel', async () => {
    const mixed = (await errorInGrey(shelledSphere(THICK_RADII, 2.5e-3, 4), kernels)).errors;
    const binary = (await errorInGrey(shelledSphere(THICK_RADII, 2.5e-3, 1), kernels)).errors;
    for (const [coil, error] of mixed.entries()) expect(error).toBeLessThan(0.6 * binary[coil]);
  });

  it('gives the same field in WebAssembly as in its TypeScript twin', async () => {
    const grid = shelledSphere(THICK_RADII, 5e-3, 2);
    const wasm = await errorInGrey(grid, kernels, { tolerance: 1e-5 });
    const twin = await errorInGrey(grid, null, { tolerance: 1e-5 });
    for (const [coil, field] of wasm.fields.entries()) expect(relative(field, twin.fields[coil])).toBeLessThan(1e-4);
  });

  it('reaches its tolerance in a few iterations, hardly more on a grid twice as fine', async () => {
    expect((await errorInGrey(shelledSphere(THICK_RADII, 5e-3, 2), kernels)).iterations).toBeLessThanOrEqual(9);
    expect((await errorInGrey(shelledSphere(THICK_RADII, 2.5e-3, 2), kernels)).iterations).toBeLessThanOrEqual(13);
  });

  it('leaves the constant, which the equations do not fix, out of the potentials', async () => {
    const solver = await createVoxelSolver(shelledSphere(THICK_RADII, 6e-3, 2).grid, kernels);
    const { values } = await solver.solve([COILS[1]]);
    const own = Array.from({ length: solver.nodeCount }, (_, n) => values[4 * n]).filter((value) => value !== 0);
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    const size = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0) / own.length);
    expect(Math.abs(mean) / size).toBeLessThan(1e-4);
  });

  it('returns what four coils give alone, whichever lanes they share', async () => {
    const solver = await createVoxelSolver(shelledSphere(THICK_RADII, 6e-3, 2).grid, kernels);
    expect(solver.lanes).toBe(4);
    const together = await solver.solve([COILS[1], COILS[0], COILS[1]], { tolerance: 1e-5 });
    const lane = (values: ArrayLike<number>, index: number): number[] =>
      Array.from({ length: solver.nodeCount }, (_, n) => values[4 * n + index]);
    const [first, second, third] = [0, 1, 2].map((index) => lane(together.values, index));
    expect(relative(third, first)).toBeLessThan(1e-6);
    const alone = await solver.solve([COILS[0]], { tolerance: 1e-5 });
    expect(relative(lane(alone.values, 0), second)).toBeLessThan(1e-3);
    expect(lane(alone.values, 3).every((value) => value === 0)).toBe(true);
  });

  it('tells its progress, rising to the end, and can be ended between two steps', async () => {
    const solver = await createVoxelSolver(shelledSphere(THICK_RADII, 6e-3, 2).grid, kernels);
    const shares: number[] = [];
    await solver.solve(COILS, { progress: (share) => void shares.push(share) });
    expect(shares.length).toBeGreaterThan(5);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1, 5);
    const ending = new AbortController();
    const seen: number[] = [];
    const run = solver.solve(COILS, {
      signal: ending.signal,
      progress: (share) => {
        seen.push(share);
        if (share > 0.3) ending.abort(new Error('no longer wanted'));
      },
    });
    await expect(run).rejects.toThrow('no longer wanted');
    expect(Math.max(...seen)).toBeLessThan(0.9);
  });

  it('refuses more coils than it has lanes', async () => {
    const solver = await createVoxelSolver(shelledSphere(THICK_RADII, 8e-3, 1).grid, null);
    await expect(solver.solve(COILS)).rejects.toThrow('at most 1 coils');
  });
});
