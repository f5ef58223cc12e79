import { beforeAll, describe, expect, it } from 'vitest';
import { add, distance, type Vec3 } from '../../../src/core/vec3';
import { probeStep } from '../../../src/field/probe/probeStep';
import type { HeadModel } from '../../../src/head/loadHead';
import { createSurfaceQueries, type SurfaceQueries } from '../../../src/placement/scalpQueries';
import { readShippedHead } from '../../readShippedHead';

let head: HeadModel;
let cortex: SurfaceQueries;
beforeAll(async () => {
  head = await readShippedHead();
  cortex = createSurfaceQueries(head.cortex);
});

describe('A step of the probe along the cortex', () => {
  it('ends on the cortex, as far away as asked, on crowns of both hemispheres', () => {
    const { center } = head.sphere;
    for (const aim of [
      [-0.5, 0.4, 0.6],
      [0.6, -0.2, 0.7],
      [-0.7, -0.5, 0.3],
    ] as const) {
      const start = cortex.castRay(add(center, aim), unit(aim, -1))!.position;
      for (const direction of ['forward', 'back', 'left', 'right'] as const) {
        const end = probeStep(cortex, center, start, direction, 0.002);
        expect(Math.abs(cortex.closest(end).distance)).toBeLessThan(1e-6);
        expect(distance(start, end)).toBeGreaterThan(0.0015);
        // Over the edge of a sulcus the outer face jumps: then the step is as short as the jump allows.
        expect(distance(start, end)).toBeLessThan(0.012);
      }
    }
  });

  it('goes forward toward the front and right over the vertex toward the right ear', () => {
    const { center } = head.sphere;
    let probe = cortex.castRay([center[0] - 0.2, center[1], center[2] + 0.1], unit([0.2, 0, -0.1], 1))!.position;
    const before = probe;
    for (let n = 0; n < 10; n++) probe = probeStep(cortex, center, probe, 'right', 0.002);
    expect(probe[2]).toBeGreaterThan(before[2] + 0.005);
    const ahead = probeStep(cortex, center, probe, 'forward', 0.004);
    expect(ahead[1]).toBeGreaterThan(probe[1] + 0.001);
  });
});

function unit(v: readonly number[], sign: number): Vec3 {
  const length = Math.hypot(...v);
  return v.map((x) => (sign * x) / length) as unknown as Vec3;
}
