import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/core/vec3';
import type { ComparisonView, KeptScene } from '../../../src/field/simulation/sceneSource';
import { anatomicalDirection } from '../../../src/head/anatomicalDirection';
import { INITIAL_CHOICES } from '../../../src/state/choices';
import { describeScene, peakPlace, sceneWords } from '../../../src/ui/shown/describeScene';

const target: Vec3 = [-0.042, 0.044, 0.03];
const at = (right: number, anterior: number, superior: number): Vec3 => [target[0] + right, target[1] + anterior, target[2] + superior];
const facts = {
  unit: 'V/m' as const,
  peak: 118,
  maximum: 124,
  atTarget: 96,
  targetLabel: 'left DLPFC',
  target,
  strongest: at(0, -0.009, 0.001),
  peakDistance: 0.009,
  under: null,
  limit: null,
};
const plain = (text: string): string => text.replaceAll('\u202f', ' ');

describe('the scene in words', () => {
  it('begins with which of two compared scenes it is about', () => {
    const kept = {} as KeptScene;
    const words = (shown: ComparisonView, scene: KeptScene | null = kept): string =>
      sceneWords({ kept: scene, shown, differenceLimit: 40 });
    expect(words('b')).toBe('');
    expect(words('a', null)).toBe('');
    expect(words('a')).toBe('Scene A, as it was kept. ');
    expect(words('both')).toMatch(/this is B/);
    expect(words('difference')).toMatch(/difference B − A is colored; this is B/);
  });

  it('names the side on which the peak lies, in anatomical words', () => {
    expect(anatomicalDirection(target, at(0, -0.009, 0.001))).toBe('posterior');
    expect(anatomicalDirection(target, at(0.006, 0.008, 0))).toBe('anterior and right');
    expect(anatomicalDirection(target, at(-0.004, 0, -0.01))).toBe('inferior');
    expect(anatomicalDirection(target, at(-0.006, 0, 0.007))).toBe('superior and left');
  });

  it('says the result first, then how the coil is held', () => {
    expect(plain(describeScene(facts, INITIAL_CHOICES))).toMatch(
      /^96 V\/m at left DLPFC\. Strongest 124 V\/m, 9 mm posterior of the target; 99\.9th percentile of the cortex 118 V\/m\. Coil: handle 45°, gap 4\.0 mm, [\d.]+ A\/µs\.$/,
    );
  });

  it('mentions offsets and tilt only where there are some', () => {
    const moved = { ...INITIAL_CHOICES, offsetForward: -0.012, offsetRight: 0.003, tiltRoll: (10 * Math.PI) / 180 };
    expect(plain(describeScene(facts, moved))).toContain('moved 12 mm back, moved 3 mm to the right, tilted 0° and 10°.');
  });

  it('far from the target begins with what is under the coil, says from where the offsets are, and why the coil goes no farther', () => {
    const far = { ...facts, under: { value: 88, phrase: 'under C3, left primary motor cortex' }, limit: 'The coil stops.' };
    const choices = { ...INITIAL_CHOICES, anchorId: 'C3', offsetForward: -0.004, offsetRight: 0.002 };
    const text = plain(describeScene({ ...far, atTarget: 3 }, choices));
    expect(text).toMatch(/^88 V\/m under C3, left primary motor cortex; 3\.0 V\/m at left DLPFC\. Strongest /);
    expect(text).toContain('moved 4 mm back and moved 2 mm to the right from C3.');
    expect(text).toMatch(/The coil stops\.$/);
    expect(plain(describeScene(facts, { ...choices, offsetForward: 0, offsetRight: 0 }))).toMatch(/, over C3\.$/);
  });

  it('does not name a direction for a peak on the target', () => {
    expect(peakPlace({ target, strongest: at(0, 0.001, 0), peakDistance: 0.001 })).toBe('on the target');
  });

  it('says so while no field is there', () => {
    expect(describeScene(null, INITIAL_CHOICES)).toMatch(/^The field is being computed\. Coil: /);
  });
});
