import { describe, expect, it } from 'vitest';
import type { RigidTransform } from '../../../src/core/rigidTransform';
import { coilOpacity, coilPlaneCrossing, discCoverage } from '../../../src/scene/bodies/coilCoverage';

/** A coil flat over the top of a head, 0.1 m up: its z points down, its x to the left. */
const pose: RigidTransform = { x: [-1, 0, 0], y: [0, 1, 0], z: [0, 0, -1], origin: [0, 0, 0.1] };

describe('The line of sight through the coil', () => {
  it('crosses its plane where the straight line from eye to target does, in the coil’s own axes', () => {
    expect(coilPlaneCrossing(pose, [0, 0, 0.06], [0, 0, 0.5])).toEqual([0, 0]);
    // From (0.02, 0.01, 0.06) to (0.46, 0.12, 0.5) the plane z = 0.1 is passed after a share of 4/44 of the way.
    const [x, y] = coilPlaneCrossing(pose, [0.02, 0.01, 0.06], [0.46, 0.12, 0.5])!;
    expect(x).toBeCloseTo(-0.06, 12);
    expect(y).toBeCloseTo(0.02, 12);
  });

  it('is there only for an eye that stands higher over the head than the target', () => {
    expect(coilPlaneCrossing(pose, [0, 0, 0.06], [0.5, 0, 0.05])).toBeNull();
    expect(coilPlaneCrossing(pose, [0, 0, 0.06], [0.5, 0, 0.06])).toBeNull();
    expect(coilPlaneCrossing(pose, [0, 0, 0.06], [0.5, 0, 0.07])).not.toBeNull();
  });
});

describe('The coverage by a coil', () => {
  const discs = [
    { x: -0.04, y: 0, radius: 0.035 },
    { x: 0.04, y: 0, radius: 0.035 },
  ];

  it('is one well inside a wing, one half at its rim, none outside, and falls in between', () => {
    expect(discCoverage(discs, 0.04, 0)).toBe(1);
    expect(discCoverage(discs, -0.04, 0.024)).toBe(1);
    expect(discCoverage(discs, 0.04, 0.035)).toBeCloseTo(0.5, 9);
    expect(discCoverage(discs, -0.04, -0.046)).toBe(0);
    expect(discCoverage(discs, 0.3, 0)).toBe(0);
    expect(discCoverage([], 0, 0)).toBe(0);
    const shares = [0.026, 0.03, 0.034, 0.038, 0.042].map((r) => discCoverage(discs, 0.04 + r, 0));
    for (let n = 1; n < shares.length; n++) expect(shares[n]).toBeLessThan(shares[n - 1]);
  });

  it('makes copper, casing and rim fainter the more is covered', () => {
    const [aside, half, inFront] = [0, 0.5, 1].map(coilOpacity);
    for (const part of ['copper', 'casing', 'rim'] as const) {
      expect(inFront[part]).toBeGreaterThan(0);
      expect(inFront[part]).toBeLessThan(0.6 * aside[part]);
      expect(half[part]).toBeCloseTo((aside[part] + inFront[part]) / 2, 12);
      expect(aside[part]).toBeLessThan(1);
    }
    expect(aside.copper).toBeGreaterThan(aside.rim);
    expect(aside.rim).toBeGreaterThan(aside.casing);
  });
});
