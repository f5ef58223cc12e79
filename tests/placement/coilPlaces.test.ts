import { describe, expect, it } from 'vitest';
import { cross, distance, dot, norm, normalize, subtract, type Vec3 } from '../../src/core/vec3';
import { TARGET_ANCHOR } from '../../src/head/coilPlace';
import { createCoilPlaces, TARGET_NEIGHBORHOOD } from '../../src/placement/coilPlaces';
import { coilAxes } from '../../src/placement/coilPose';
import { createSurfaceQueries } from '../../src/placement/scalpQueries';
import { createScalpRim } from '../../src/placement/scalpRim';
import { createScalpWalk, radialPoint } from '../../src/placement/scalpWalk';
import { PARAMETERS } from '../../src/state/parameters';
import { readShippedHead } from '../readShippedHead';

const head = await readShippedHead();
const { center } = head.sphere;
const scalp = createSurfaceQueries(head.shells.scalp);
const rim = createScalpRim(head.landmarks, center);
const places = createCoilPlaces(scalp, center, head.landmarks);
const onScalp = (x: number, y: number, z: number) => radialPoint(scalp, center, normalize([x, y, z]));
const scalpPointOf = (id: string): Vec3 => head.landmarks.electrodes.find((electrode) => electrode.id === id)!.position;
const starts = head.landmarks.targets.map(({ scalp: { position } }) => onScalp(...subtract(position, center)).position);
const [dlpfc] = starts;

/** Points all over the scalp on which a coil can lie, about 8 mm apart. */
const allowed = Array.from({ length: 900 }, (_, n) => {
  const z = 1 - (2 * (n + 0.5)) / 900;
  const turn = n * Math.PI * (3 - Math.sqrt(5));
  return onScalp(Math.sqrt(1 - z * z) * Math.cos(turn), Math.sqrt(1 - z * z) * Math.sin(turn), z);
}).filter(({ position }) => rim.height(position) >= 0);

describe('The places of a coil', () => {
  it('cover the whole scalp above brow, ears and inion: every point has a place within the sliders, and the place leads back to it', () => {
    expect(allowed.length).toBeGreaterThan(450);
    const { maximum } = PARAMETERS.offsetForward;
    for (const { position } of allowed) {
      for (const target of [dlpfc, starts[2], starts[3], starts[10]]) {
        const place = places.placeOf(position, target);
        expect(Math.max(Math.abs(place.offsetForward), Math.abs(place.offsetRight))).toBeLessThan(maximum);
        expect(distance(places.pointOf(place, target).position, position)).toBeLessThan(5e-4);
      }
    }
  });

  it('are measured from the target in its neighborhood and from the nearest 10-20 position elsewhere', () => {
    for (const { position } of allowed) {
      const { anchorId, offsetForward, offsetRight } = places.placeOf(position, dlpfc);
      const { nearTarget, electrode } = places.surroundings(position, dlpfc);
      expect(anchorId).toBe(nearTarget ? TARGET_ANCHOR : electrode.id);
      if (nearTarget) expect(Math.hypot(offsetForward, offsetRight)).toBeLessThan(TARGET_NEIGHBORHOOD + 1e-4);
      for (const other of head.landmarks.electrodes) {
        expect(distance(electrode.position, position)).toBeLessThanOrEqual(distance(other.position, position));
      }
    }
    expect(places.placeOf(scalpPointOf('C3'), dlpfc).anchorId).toBe('C3');
    expect(places.placeOf(scalpPointOf('F3'), dlpfc).anchorId).toBe(TARGET_ANCHOR);
    const atC3 = places.placeOf(scalpPointOf('C3'), dlpfc);
    expect(Math.hypot(atC3.offsetForward, atC3.offsetRight)).toBeLessThan(5e-4);
  });

  it('lie from their 10-20 position as a tape measure does, far from the target as near to it', () => {
    for (const { id, position } of head.landmarks.electrodes) {
      for (const [offsetForward, offsetRight] of [
        [0.02, 0],
        [-0.015, 0.02],
      ]) {
        const end = places.pointOf({ anchorId: id, offsetForward, offsetRight }, dlpfc).position;
        const start = createScalpWalk(scalp, center, position).toPoint(0, 0).position;
        const length = Math.hypot(offsetForward, offsetRight);
        // A chord of the scalp, whose radius is 60 mm and more, is at most 1 % shorter than its arc; a dent makes it no longer.
        expect(distance(start, end) / length).toBeGreaterThan(0.96);
        expect(distance(start, end) / length).toBeLessThan(1.0001);
        // The tape lies in the plane through the center.
        const normal = normalize(cross(subtract(start, center), subtract(end, center)));
        const middle = places.pointOf({ anchorId: id, offsetForward: offsetForward / 2, offsetRight: offsetRight / 2 }, dlpfc).position;
        expect(Math.abs(dot(normal, subtract(middle, center)))).toBeLessThan(1e-4);
      }
    }
  });

  it('mean from the target what they meant before there were other anchors', () => {
    const walk = createScalpWalk(scalp, center, dlpfc);
    for (const [offsetForward, offsetRight] of [
      [0, 0],
      [-0.06, 0.06],
      [0.06, -0.03],
    ]) {
      const { position } = places.pointOf({ anchorId: TARGET_ANCHOR, offsetForward, offsetRight }, dlpfc);
      expect(distance(position, walk.toPoint(offsetForward, offsetRight).position)).toBe(0);
    }
  });

  it('end at the edge of the scalp on which a coil can lie, where the limit names what is below', () => {
    const from = { anchorId: 'Fpz', offsetForward: 0, offsetRight: 0 };
    // Forward from Fpz is down the brow.
    const down = places.after(from, { offsetForward: 0.05 }, dlpfc);
    expect(down.offsetRight).toBe(0);
    expect(down.offsetForward).toBeGreaterThan(0.005);
    expect(down.offsetForward).toBeLessThan(0.025);
    const { position } = places.pointOf(down, dlpfc);
    expect(rim.height(position)).toBeGreaterThanOrEqual(0);
    expect(rim.height(position)).toBeLessThan(2e-4);
    expect(places.surroundings(position, dlpfc).limit).toBe('face');
    const limit = (x: number, y: number) => places.surroundings(onScalp(x, y, -0.9).position, dlpfc).limit;
    expect([limit(-1, 0), limit(0.1, -1), limit(0.2, 1)]).toEqual(['ear', 'neck', 'face']);
    expect(places.surroundings(scalpPointOf('T7'), dlpfc).limit).toBeNull();
    expect(places.after(from, { offsetForward: 0.004 }, dlpfc)).toEqual({ ...from, offsetForward: 0.004 });
    // Below the edge, where an old scene may be, the way down is barred and the way up is free.
    const below = { anchorId: 'Fpz', offsetForward: 0.04, offsetRight: 0 };
    expect(places.after(below, { offsetForward: 0.045 }, dlpfc).offsetForward).toBeCloseTo(0.04, 5);
    expect(places.after(below, { offsetForward: 0.035 }, dlpfc).offsetForward).toBe(0.035);
  });

  it('over a point below the edge are on the edge above it', () => {
    const edge = [0, 40, 90, 130, 180, 250, 300].map((degrees) => {
      const [x, y] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
      const place = places.placeOf(onScalp(x, y, -0.8).position, dlpfc);
      return rim.height(places.pointOf(place, dlpfc).position);
    });
    for (const height of edge) {
      expect(height).toBeGreaterThan(-2e-4);
      expect(height).toBeLessThan(3e-4);
    }
  });

  it('keep all 10-20 positions and all targets above the edge', () => {
    for (const position of [...head.landmarks.electrodes.map((electrode) => electrode.position), ...starts]) {
      expect(rim.height(position)).toBeGreaterThan(0);
    }
  });
});

describe('A hand that pulls the coil', () => {
  const eye: Vec3 = [-0.5, 0, 0.05];
  const toward = (point: Vec3) => ({ origin: eye, direction: normalize(subtract(point, eye)) });

  it('brings it where its ray meets the scalp', () => {
    for (const id of ['F3', 'C3', 'T7', 'P3']) {
      const goal = onScalp(...subtract(scalpPointOf(id), center)).position;
      expect(distance(places.under(dlpfc, toward(goal)), goal)).toBeLessThan(1e-4);
    }
  });

  it('beside the head keeps it on the outline, above the edge, without a jump', () => {
    let here: Vec3 = dlpfc;
    let longest = 0;
    // Once around the head as seen from the left, 150 mm from its middle: over the top, behind, below the neck, in front.
    for (let n = 0; n <= 240; n++) {
      const angle = Math.PI / 4 + (2 * Math.PI * n) / 240;
      const next = places.under(here, toward([0, 0.15 * Math.cos(angle) - 0.015, 0.15 * Math.sin(angle) + 0.02]));
      if (n > 0) longest = Math.max(longest, distance(here, next));
      expect(rim.height(next)).toBeGreaterThan(-1e-4);
      here = next;
    }
    expect(longest).toBeLessThan(0.02);
  });

  it('below the edge keeps it on the edge, over the pointer', () => {
    const cheek = toward([-0.07, 0.02, -0.09]);
    const at = places.under(dlpfc, cheek);
    expect(Math.abs(rim.height(at))).toBeLessThan(2e-4);
    expect(at[1]).toBeGreaterThan(0);
    expect(at[1]).toBeLessThan(0.04);
    expect(at[0]).toBeLessThan(-0.05);
  });
});

describe('The handle', () => {
  it('does not turn around while the coil goes over brow and occiput down to the edge', () => {
    for (const side of [-0.25, -0.1, 0, 0.1, 0.25]) {
      for (const front of [1, -1]) {
        let before: Vec3 | null = null;
        for (let degrees = 80; degrees > -30; degrees -= 1) {
          const angle = (degrees * Math.PI) / 180;
          const point = onScalp(side * Math.cos(angle), front * Math.cos(angle), Math.sin(angle));
          if (rim.height(point.position) < 0) break;
          const { y } = coilAxes(point.normal, { handleAngle: 0, tiltPitch: 0, tiltRoll: 0 });
          if (before) expect(dot(before, y)).toBeGreaterThan(Math.cos((35 * Math.PI) / 180));
          before = y;
        }
      }
    }
  });

  it('has its angle from straight back, as before, over all targets, within 0.1°', () => {
    for (const position of starts) {
      const { normal } = scalp.closest(position);
      const handle = coilAxes(normal, { handleAngle: 0, tiltPitch: 0, tiltRoll: 0 }).y;
      const along = subtract([0, 1, 0], [normal[0] * normal[1], normal[1] * normal[1], normal[2] * normal[1]]);
      expect(norm(cross(handle, normalize(along)))).toBeLessThan(Math.sin((0.1 * Math.PI) / 180));
    }
  });
});
