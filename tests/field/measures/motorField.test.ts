import { describe, expect, it } from 'vitest';
import type { FieldGrid } from '../../../src/field/grid/fieldGrid';
import { bestMotorField, fieldPerRateAt, MOTOR_TARGET } from '../../../src/field/measures/motorField';
import { TURNS } from '../../../src/field/search/bestHandle';
import type { FieldResult } from '../../../src/field/simulation/fieldMessages';
import type { TargetPlace } from '../../../src/field/simulation/sceneSnapshot';
import type { Simulation } from '../../../src/field/simulation/simulation';
import type { Surface } from '../../../src/head/surface';

const cortex = { positions: Float32Array.from([0.004, 0.003, 0.002]), triangles: new Uint32Array() } as unknown as Surface;
const place = { id: MOTOR_TARGET } as TargetPlace;
const simulationWith = (vectors: Float32Array | null, target: TargetPlace | null = place) =>
  ({ targetPlace: () => target, fieldAtTurnsOver: () => Promise.resolve(vectors) }) as unknown as Simulation;

/** |E| of a figure-8 coil: large along one turn, small across, strongest 30° from where the handle is. */
const turned = Float32Array.from({ length: 3 * TURNS }, (_, n) => {
  const angle = (2 * Math.PI * Math.floor(n / 3)) / TURNS - Math.PI / 6;
  return [5e-7 * Math.cos(angle), 1e-7 * Math.sin(angle), 0][n % 3];
});

describe('The field at the hand area with the coil in its place', () => {
  it('is that of the best handle', async () => {
    expect((await bestMotorField(simulationWith(turned)))! / 5e-7).toBeCloseTo(1, 4);
  });

  it('is the mean |E| around any point, and there is none before the first field or where tesla are shown', () => {
    const grid = { origin: [0, 0, 0], spacing: 0.01, dimensions: [2, 2, 2] } as unknown as FieldGrid;
    const field = {
      model: 'sphere',
      values: Float32Array.from({ length: 24 }, (_, n) => [3e-7, 0, -4e-7][n % 3]),
    } as unknown as FieldResult;
    expect(fieldPerRateAt([0.004, 0.003, 0.002], cortex, field, grid)! / 5e-7).toBeCloseTo(1, 5);
    expect(fieldPerRateAt([0, 0, 0], cortex, null, grid)).toBeNull();
    expect(fieldPerRateAt([0, 0, 0], cortex, field, null)).toBeNull();
    expect(fieldPerRateAt([0, 0, 0], cortex, { ...field, model: 'magneticFluxDensity' }, grid)).toBeNull();
  });

  it('is unknown without a hand area or an answer', async () => {
    expect(await bestMotorField(simulationWith(turned, null))).toBeNull();
    expect(await bestMotorField(simulationWith(null))).toBeNull();
  });
});
