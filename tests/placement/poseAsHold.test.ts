import { describe, expect, it } from 'vitest';
import { coilCasing } from '../../src/coil/coilCasing';
import { coilById } from '../../src/coil/coilLibrary';
import { distance, dot } from '../../src/core/vec3';
import { Simulation } from '../../src/field/simulation/simulation';
import { coilAxes, coilPose } from '../../src/placement/coilPose';
import { anglesOfPose } from '../../src/placement/poseAsHold';
import { createSurfaceQueries } from '../../src/placement/scalpQueries';
import { INITIAL_CHOICES } from '../../src/state/choices';
import { choose, createChoiceStore } from '../../src/state/store';
import { readShippedHead } from '../readShippedHead';

const degree = Math.PI / 180;
const head = await readShippedHead();
const silent = { postMessage: () => undefined, terminate: () => undefined, onmessage: null, onerror: null };

describe('The angles of a pose', () => {
  it('are those that made it, for every normal, turn and tilt', () => {
    for (let n = 0; n < 500; n++) {
      const [u, v] = [2 * Math.PI * ((n * 0.618) % 1), Math.acos(0.95 - 1.2 * ((n * 0.414) % 1))];
      const normal = [Math.sin(v) * Math.cos(u), Math.sin(v) * Math.sin(u), Math.cos(v)] as const;
      const hold = {
        handleAngle: Math.PI * (2 * ((n * 0.7321) % 1) - 1),
        tiltPitch: 30 * degree * (2 * ((n * 0.2361) % 1) - 1),
        tiltRoll: 30 * degree * (2 * ((n * 0.4495) % 1) - 1),
      };
      const found = anglesOfPose(normal, coilAxes(normal, hold));
      for (const key of ['handleAngle', 'tiltPitch', 'tiltRoll'] as const) expect(found[key]).toBeCloseTo(hold[key], 9);
    }
  });
});

describe('A pose from another program', () => {
  it.each([
    'magstim-d70',
    'magventure-d-b80',
    'magstim-90mm-circular',
  ])('is taken over to 0.05 mm and 0.05° where sliders reach: %s', (coilId) => {
    const simulation = new Simulation(createChoiceStore({ ...INITIAL_CHOICES, coilId }), head, () => silent);
    for (let n = 0; n < 12; n++) {
      choose(simulation.store, {
        targetId: head.landmarks.targets[n % head.landmarks.targets.length].id,
        ...{ anchorId: 'target', offsetForward: 0.03 * Math.sin(n), offsetRight: 0.03 * Math.cos(2 * n) },
        handleAngle: 3 * Math.sin(3 * n),
        tiltPitch: 12 * degree * Math.sin(5 * n),
        tiltRoll: 12 * degree * Math.cos(7 * n),
        coilDistance: 0.002 + 0.03 * Math.abs(Math.sin(n)),
      });
      const { pose } = simulation.snapshot();
      const { choices, shift, turn } = simulation.choicesOfPose(pose);
      expect(1e3 * shift).toBeLessThan(0.05);
      expect(turn / degree).toBeLessThan(0.05);
      choose(simulation.store, choices);
      const again = simulation.snapshot().pose;
      expect(1e3 * distance(again.origin, pose.origin)).toBeLessThan(0.05);
      expect(Math.acos(Math.min(1, dot(again.z, pose.z))) / degree).toBeLessThan(0.05);
    }
  });

  it('inside this head is laid on the scalp, and how far it was inside is told', () => {
    const simulation = new Simulation(createChoiceStore(INITIAL_CHOICES), head, () => silent);
    choose(simulation.store, { coilDistance: 0 });
    const { pose, place } = simulation.snapshot();
    const deeper = {
      ...pose,
      origin: [0, 1, 2].map((axis) => pose.origin[axis] - 0.006 * place.normal[axis]) as unknown as typeof pose.origin,
    };
    const { choices, shift, gap } = simulation.choicesOfPose(deeper);
    expect(choices.coilDistance).toBe(0);
    expect(1e3 * gap).toBeCloseTo(-6, 1);
    expect(1e3 * shift).toBeCloseTo(6, 1);
    const scalp = createSurfaceQueries(head.scalp);
    const resting = coilPose(scalp, coilCasing(coilById('magstim-d70')).facePoints, place, { ...choices, coilDistance: 0 });
    expect(1e3 * distance(resting.origin, pose.origin)).toBeLessThan(0.1);
  });
});
