import { describe, expect, it } from 'vitest';
import { bestMotorField, MOTOR_TARGET } from '../../../src/field/measures/motorField';
import { TURNS } from '../../../src/field/search/bestHandle';
import type { TargetPlace } from '../../../src/field/simulation/sceneSnapshot';
import type { Simulation } from '../../../src/field/simulation/simulation';

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

  it('is unknown without a hand area or an answer', async () => {
    expect(await bestMotorField(simulationWith(turned, null))).toBeNull();
    expect(await bestMotorField(simulationWith(null))).toBeNull();
  });
});
