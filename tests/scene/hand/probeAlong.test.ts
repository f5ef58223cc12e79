import { SphereGeometry } from 'three';
import { describe, expect, it } from 'vitest';
import type { Surface } from '../../../src/head/surface';
import { createSurfaceQueries } from '../../../src/placement/scalpQueries';
import { probeAlong } from '../../../src/scene/hand/probeAlong';
import { INITIAL_CHOICES } from '../../../src/state/choices';

function ball(radius: number): Surface {
  const geometry = new SphereGeometry(radius, 64, 48);
  const positions = geometry.attributes.position.array as Float32Array;
  const normals = geometry.attributes.normal.array as Float32Array;
  return { positions, normals, triangles: Uint32Array.from(geometry.index!.array), attributes: {} };
}

describe('What the pointer points at', () => {
  const cortex = createSurfaceQueries(ball(0.07));
  const along = (choices: object, direction: [number, number, number], from: [number, number, number] = [-0.5, 0, 0]) =>
    probeAlong(cortex, { ...INITIAL_CHOICES, ...choices }, from, direction);

  it('is the near side of the cortex where nothing is cut', () => {
    expect(along({}, [1, 0, 0])![0]).toBeCloseTo(-0.07, 3);
  });

  it('is the plane where the plane lies inside the cortex', () => {
    expect(along({ cutSagittal: true, cutX: -0.02 }, [1, 0, 0])![0]).toBeCloseTo(-0.02, 9);
  });

  it('is the cortex behind the plane where the plane passes outside it', () => {
    const slanted = along({ cutAxial: true, cutZ: 0.06 }, [Math.SQRT1_2, 0, -Math.SQRT1_2], [-0.1, 0, 0.1])!;
    expect(slanted[2]).toBeLessThan(0.06);
    expect(Math.hypot(...slanted)).toBeCloseTo(0.07, 3);
  });

  it('is nothing where the ray stays in the corner that was taken away', () => {
    expect(along({ cutSagittal: true, cutX: 0.03 }, [-1, 0, 0], [-0.5, 0, 0])).toBeNull();
  });

  it('with two planes is the one that is met first', () => {
    const both = { cutSagittal: true, cutX: 0.03, cutAxial: true, cutZ: 0 };
    const hit = along(both, [0.8, 0, -0.6], [-0.4, 0, 0.3])!;
    expect(hit[2]).toBeCloseTo(0, 9);
    expect(hit[0]).toBeLessThan(0.03);
  });
});
