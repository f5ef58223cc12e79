import { describe, expect, it } from 'vitest';
import { coilById } from '../../../src/coil/coilLibrary';
import { contactOnSphere } from '../../../src/coil/contactOnSphere';
import { placeDipoles } from '../../../src/coil/placeDipoles';
import { coilDipoles } from '../../../src/coil/windings/windingsToDipoles';
import { bestHandle, TURNS, turnedPose } from '../../../src/field/search/bestHandle';
import { sphereElectricField } from '../../../src/physics/sphereElectricField';

const degrees = (angle: number) => (angle * Math.PI) / 180;

/** Field of a coil over the top of the standard sphere at a point of its cortex, for turns of the handle from a first one. */
function fieldAt(coilId: string, point: readonly number[], first: number) {
  const coil = coilById(coilId);
  const dipoles = coilDipoles(coil);
  const pose = turnedPose(contactOnSphere(coil, 0.085, 0.004), first);
  return (turn: number) =>
    sphereElectricField(placeDipoles(dipoles, turnedPose(pose, turn)), [0, 0, 0], Float64Array.from(point), new Float64Array(3));
}

const sampled = (field: (turn: number) => ArrayLike<number>) =>
  Float64Array.from(Array.from({ length: TURNS }, (_, n) => Array.from(field((2 * Math.PI * n) / TURNS))).flat());
const size = (v: ArrayLike<number>) => Math.hypot(v[0], v[1], v[2]);

describe('The best handle angle', () => {
  it.each([
    'magstim-70mm-figure8',
    'magstim-double-cone',
    'magventure-cool-b35',
  ])('of %s from %i turns is the one that a fine search over the field itself finds', (coilId) => {
    const field = fieldAt(coilId, [0.02, 0.008, Math.sqrt(0.07 ** 2 - 0.02 ** 2 - 0.008 ** 2)], degrees(20));
    const { turn, gain } = bestHandle(sampled(field));
    let best = 0;
    for (let angle = -90; angle < 90; angle += 0.25) best = Math.max(best, size(field(degrees(angle))));
    expect(size(field(turn)) / best).toBeGreaterThan(0.998);
    expect(Math.abs((gain * size(field(0))) / best - 1)).toBeLessThan(0.005);
  });

  it('is where a figure-8 coil is when its handle already lies best, and comes back by the turn that was made', () => {
    const point = [0, 0.02, Math.sqrt(0.07 ** 2 - 0.02 ** 2)];
    const straight = bestHandle(sampled(fieldAt('magstim-70mm-figure8', point, 0)));
    const turned = bestHandle(sampled(fieldAt('magstim-70mm-figure8', point, degrees(30))));
    expect(Math.abs(turned.turn - (straight.turn - degrees(30)))).toBeLessThan(degrees(0.5));
    expect(turned.worst).toBeLessThan(0.9);
    expect(turned.indifferent).toBe(false);
  });

  it('does not matter for a round coil', () => {
    const { indifferent, gain } = bestHandle(sampled(fieldAt('magstim-90mm-circular', [0.04, 0, Math.sqrt(0.07 ** 2 - 0.04 ** 2)], 0)));
    expect(indifferent).toBe(true);
    expect(gain).toBeLessThan(1.02);
  });
});
