import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldCommand } from '../../src/cli/fieldCommand';
import { at, scale, subtract } from '../../src/core/vec3';
import { nearestVertex } from '../../src/head/nearestVertex';
import type { ConductorShell } from '../../src/physics/boundaryElements/conductorShell';
import { icosphere } from '../physics/boundaryElements/icosphere';
import { relativeError } from '../physics/boundaryElements/relativeError';
import { readShippedHead } from '../readShippedHead';
import { COIL } from './twoDipoles';

beforeAll(() => {
  z.config({ jitless: true });
});

type Json = Record<string, unknown>;

const triples = (values: ArrayLike<number>): number[][] =>
  Array.from({ length: values.length / 3 }, (_, i) => [values[3 * i], values[3 * i + 1], values[3 * i + 2]]);
const asShell = ({ vertices, triangles, conductivityInside, conductivityOutside }: ConductorShell): Json => ({
  vertices: triples(vertices),
  triangles: triples(triangles),
  conductivityInside,
  conductivityOutside,
});

const POINTS = [
  [0, 0, 0.06],
  [0.02, 0.01, 0.05],
  [-0.01, 0.03, 0.04],
];
const TWO_SHELLS = [icosphere(0.085, 3, 0.33, 0), icosphere(0.075, 3, 0.4, 0.33)].map(asShell);

async function electricField(head: Json, change: Json = {}): Promise<number[]> {
  const answer = (await fieldCommand({ head, coil: COIL, dIdt: 1e6, points: POINTS, ...change }, '.', () => undefined)) as Json;
  expect(answer.units).toEqual({ electricField: 'V/m' });
  return (answer.electricField as number[][]).flat();
}

describe('field with head.kind shells', () => {
  it('gives the field of a sphere for spherical shells, in any order', async () => {
    const sphere = await electricField({ kind: 'sphere', center: [0, 0, 0] });
    expect(relativeError(await electricField({ kind: 'shells', shells: TWO_SHELLS }), sphere)).toBeLessThan(0.006);
    expect(relativeError(await electricField({ kind: 'shells', shells: [...TWO_SHELLS].reverse() }), sphere)).toBeLessThan(0.006);
  });

  it('refuses what it cannot compute, naming the shell', async () => {
    const open = { ...TWO_SHELLS[1], triangles: (TWO_SHELLS[1].triangles as number[][]).slice(1) };
    await expect(electricField({ kind: 'shells', shells: [TWO_SHELLS[0], open] })).rejects.toThrow(/^head\.shells\[1\] must be closed/);
    const inward = { ...TWO_SHELLS[0], triangles: (TWO_SHELLS[0].triangles as number[][]).map((t) => [...t].reverse()) };
    await expect(electricField({ kind: 'shells', shells: [inward] })).rejects.toThrow(/^head\.shells\[0\] must face outward/);
    await expect(electricField({ kind: 'shells', shells: [] })).rejects.toThrow(/^head\.shells must have at least 1 entries/);
    const heated = { ...TWO_SHELLS[0], conductivityInside: -1 };
    await expect(electricField({ kind: 'shells', shells: [heated] })).rejects.toThrow(
      /^head\.shells\[0\]\.conductivityInside must be at least 0/,
    );
    const strange = { ...TWO_SHELLS[0], triangles: [...(TWO_SHELLS[0].triangles as number[][]).slice(1), [0, 1, 1e5]] };
    await expect(electricField({ kind: 'shells', shells: [strange] })).rejects.toThrow(
      /^head\.shells\[0\]\.triangles\[1279\] must point to vertices/,
    );
  });

  it('refuses a coil inside the head', async () => {
    const inside = {
      dipoles: {
        positions: [
          [0, 0, 0.12],
          [0, 0, 0.08],
        ],
        moments: [
          [1, 0, 0],
          [1, 0, 0],
        ],
      },
    };
    await expect(electricField({ kind: 'shells', shells: TWO_SHELLS }, { coil: inside })).rejects.toThrow(
      /^coil must lie outside the head/,
    );
  });
});

describe('field with head.kind model', () => {
  const model = (method: string): Json => ({ kind: 'model', id: 'colin27', method });
  const pose = [-1, 0, 0, 0, 0, 1, 0, -0.02, 0, 0, -1, 0.115, 0, 0, 0, 1];
  const change = { coil: { id: 'magstim-70mm-figure8', pose } };

  it('differs between modes and the best-fitting sphere by what the shape of the head makes', async () => {
    const sphere = await electricField(model('sphere'), change);
    const difference = relativeError(await electricField(model('modes'), change), sphere);
    expect(difference).toBeGreaterThan(0.05);
    expect(difference).toBeLessThan(0.6);
  });

  it('reads the folded cortex on its surface from the rows and below it from the blocks, and refuses points in the skull by index', async () => {
    const { cortex } = await readShippedHead();
    // A crown below the coil, and the places 3 and 12 mm below it.
    const vertex = nearestVertex(cortex.positions, [0.01, -0.02, 0.08]);
    const [crown, normal] = [at(cortex.positions, vertex), at(cortex.normals, vertex)];
    const points = [0, 0.003, 0.012].map((depth) => [...subtract(crown, scale(normal, depth))]);
    const [folded, smooth] = [
      await electricField(model('folded'), { ...change, points }),
      await electricField(model('modes'), { ...change, points }),
    ];
    const sizes = (values: number[]) => [0, 1, 2].map((n) => Math.hypot(...values.slice(3 * n, 3 * n + 3)));
    sizes(folded).forEach((size, n) => {
      expect(size / sizes(smooth)[n]).toBeGreaterThan(0.5);
      expect(size / sizes(smooth)[n]).toBeLessThan(1.8);
    });
    expect(relativeError(folded, smooth)).toBeGreaterThan(0.05);
    await expect(electricField(model('folded'), { ...change, points: [...points, [0, 0, 0.1]] })).rejects.toThrow(
      /^points\[3\] must lie in the brain or the fluid around it/,
    );
  });

  it('refuses points outside the brain by index with modes', async () => {
    const points = [...POINTS, [0, 0, 0.1]];
    await expect(electricField(model('modes'), { ...change, points })).rejects.toThrow(/^points\[3\] must lie inside the inner skull/);
    await expect(electricField(model('modes'), { ...change, points: [[5, 0, 0]] })).rejects.toThrow(/^points\[0\] must lie inside/);
  });

  it('refuses a coil inside the head, another head, another method and another kind', async () => {
    const inside = { dipoles: { positions: [[0, 0, 0.05]], moments: [[1, 0, 0]] } };
    await expect(electricField(model('modes'), { coil: inside })).rejects.toThrow(/^coil must lie outside the head/);
    await expect(electricField({ ...model('modes'), id: 'other' })).rejects.toThrow(/^head\.id must be colin27/);
    await expect(electricField(model('guess'))).rejects.toThrow(/^head\.method must be one of modes, folded, boundaryElements, sphere/);
    await expect(electricField({ kind: 'cube' })).rejects.toThrow(/^head\.kind must be one of sphere, shells, model/);
  });

  it('refuses a pose that is not a rotation', async () => {
    const mirrored = pose.map((value, i) => (i === 0 ? 1 : value));
    await expect(electricField(model('modes'), { coil: { ...change.coil, pose: mirrored } })).rejects.toThrow(
      /^coil\.pose must be a rotation/,
    );
  });
});
