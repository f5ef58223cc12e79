import { describe, expect, it } from 'vitest';
import type { RigidTransform } from '../../../src/core/rigidTransform';
import { isOnRing, placeOnRing, RING_RADIUS, turnedAngle } from '../../../src/scene/hand/ringTurn';

const degree = Math.PI / 180;
/** A coil on top of the head: z down, y forward, x = y × z to the subject's left. */
const pose: RigidTransform = { x: [-1, 0, 0], y: [0, 1, 0], z: [0, 0, -1], origin: [0, 0, 0.1] };

describe('The ring around the coil', () => {
  it('measures angles clockwise as seen from outside the head', () => {
    const at = (x: number, y: number) => placeOnRing(pose, -0.01, [x, y, 1], [0, 0, -1])!;
    // Seen from above, clockwise: front, right, back, left.
    const [front, right, back] = [at(0, 0.075), at(0.075, 0), at(0, -0.075)];
    expect(turnedAngle(0, front.angle, right.angle)).toBeCloseTo(90 * degree, 9);
    expect(Math.abs(turnedAngle(0, front.angle, back.angle))).toBeCloseTo(180 * degree, 9);
    expect(front.radius).toBeCloseTo(RING_RADIUS, 9);
    expect(front.distance).toBeCloseTo(1 - 0.11, 9);
  });

  it('cannot be taken from the head’s side, nor where it is seen edge on', () => {
    expect(placeOnRing(pose, -0.01, [0.075, 0, 0], [0, 0, 1])).toBeNull();
    expect(placeOnRing(pose, -0.01, [1, 0, 0.11], [-1, 0, 0])).toBeNull();
  });

  it('can be taken within 13 pixels to either side, whatever the distance', () => {
    const pixelsPerRadian = 1800;
    for (const distance of [0.3, 0.9]) {
      const place = (pixels: number) => ({ angle: 0, radius: RING_RADIUS + (pixels / pixelsPerRadian) * distance, distance });
      for (const pixels of [-12.9, 0, 12.9]) expect(isOnRing(place(pixels), pixelsPerRadian)).toBe(true);
      for (const pixels of [-13.1, 13.1]) expect(isOnRing(place(pixels), pixelsPerRadian)).toBe(false);
    }
  });

  it('keeps the handle angle between -180° and 180°', () => {
    expect(turnedAngle(170 * degree, 0, 30 * degree)).toBeCloseTo(-160 * degree, 9);
    expect(turnedAngle(-170 * degree, 0.1, 0.1 - 30 * degree)).toBeCloseTo(160 * degree, 9);
  });
});
