import { describe, expect, it } from 'vitest';
import { centerCurrent, centerCurrentSentence } from '../../src/coil/centerCurrent';
import { COIL_IDS, coilById } from '../../src/coil/coilLibrary';
import { reversedCoil } from '../../src/coil/reversedCoil';
import { coilDipoles } from '../../src/coil/windings/windingsToDipoles';
import { FLAT_WINGS } from './files/benchCoils';

const dipolesOf = (rows: readonly (readonly number[])[], factor = 1) => ({
  positions: Float64Array.from(rows.flatMap((row) => row.slice(0, 3))),
  moments: Float64Array.from(
    rows.flatMap((row) => row.slice(3)),
    (value) => factor * value,
  ),
});
/** A ring coil of 45 mm as dipoles that point into the head. */
const RING = Array.from({ length: 400 }, (_, n) => {
  const [radius, angle] = [0.045 * Math.sqrt((n + 0.5) / 400), n * Math.PI * (3 - Math.sqrt(5))];
  return [radius * Math.cos(angle), radius * Math.sin(angle), -0.006, 0, 0, 1e-5];
});

describe('The direction of the current over the center of a coil', () => {
  it('is along +y where the wing on the −x side has its moment into the head, by the right-hand rule, and turns with the moments', () => {
    const current = centerCurrent(dipolesOf(FLAT_WINGS));
    expect(current).toMatchObject({ kind: 'along' });
    if (current.kind === 'along') expect(current.direction[1]).toBeCloseTo(1, 6);
    expect(centerCurrentSentence(current, 'here toward anterior')).toBe(
      'At the start of the pulse, while the current rises, the current in the coil flows away from the handle (+y) under the coil’s center, here toward anterior; the current that it induces in the head flows the opposite way.',
    );
    expect(centerCurrentSentence(centerCurrent(dipolesOf(FLAT_WINGS, -1)))).toContain('flows toward the handle (−y) under');
  });

  it('is around the axis of a ring: clockwise from behind where the moment points into the head', () => {
    expect(centerCurrent(dipolesOf(RING))).toEqual({ kind: 'around', clockwise: true });
    expect(centerCurrent(dipolesOf(RING, -1))).toEqual({ kind: 'around', clockwise: false });
    expect(centerCurrentSentence(centerCurrent(dipolesOf(RING)))).toContain('goes around clockwise, seen from behind the coil');
  });

  it.each(COIL_IDS)('of %s fits its kind, and the reversed coil has the same dipoles with the other sign', (id) => {
    const coil = coilById(id);
    const dipoles = coilDipoles(coil);
    expect(centerCurrent(dipoles).kind).toBe(coil.fieldPattern === 'figure8' ? 'along' : 'around');
    const turned = coilDipoles(reversedCoil(coil));
    const largest = dipoles.moments.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    for (let n = 0; n < dipoles.moments.length; n++) {
      expect(Math.abs(turned.positions[n] - dipoles.positions[n])).toBeLessThan(1e-12);
      expect(Math.abs(turned.moments[n] + dipoles.moments[n])).toBeLessThan(1e-9 * largest);
    }
  });
});
