import { describe, expect, it } from 'vitest';
import { areaOfLoops, cutLoops } from '../../../src/scene/layers/cutLoops';

/** A sphere of triangles: an octahedron whose faces were split `splits` times. */
function sphere(radius: number, splits: number): { positions: Float64Array; triangles: number[] } {
  let corners: [number[], number[], number[]][] = [];
  for (const x of [1, -1]) {
    for (const y of [1, -1]) {
      for (const z of [1, -1]) {
        const [a, b, c] = [
          [x, 0, 0],
          [0, y, 0],
          [0, 0, z],
        ];
        corners.push(x * y * z > 0 ? [a, b, c] : [a, c, b]);
      }
    }
  }
  const middle = (a: number[], b: number[]): number[] => {
    const sum = a.map((value, n) => value + b[n]);
    return sum.map((value) => value / Math.hypot(...sum));
  };
  for (let n = 0; n < splits; n++) {
    corners = corners.flatMap(([a, b, c]) => {
      const [ab, bc, ca] = [middle(a, b), middle(b, c), middle(c, a)];
      return [
        [a, ab, ca],
        [ab, b, bc],
        [ca, bc, c],
        [ab, bc, ca],
      ] as [number[], number[], number[]][];
    });
  }
  const index = new Map<string, number>();
  const positions: number[] = [];
  const triangles = corners.flat().map((point) => {
    const key = point.map((value) => value.toFixed(9)).join();
    if (!index.has(key)) {
      index.set(key, index.size);
      positions.push(...point.map((value) => value * radius));
    }
    return index.get(key)!;
  });
  return { positions: Float64Array.from(positions), triangles };
}

describe('The curves in which a plane cuts a surface', () => {
  const ball = sphere(0.08, 5);

  it.each([0, 1, 2] as const)('are one circle on a sphere, whose area is right to 0.5 %% (axis %i)', (axis) => {
    for (const at of [-0.05, 0, 0.0123, 0.06]) {
      const loops = cutLoops(ball, axis, at);
      expect(loops).toHaveLength(1);
      expect(areaOfLoops(loops) / (Math.PI * (0.08 ** 2 - at ** 2))).toBeCloseTo(1, 2);
    }
  });

  it('do not break where vertices lie on the plane', () => {
    // The octahedron has vertices at z = 0 exactly.
    expect(cutLoops(sphere(0.08, 3), 2, 0)).toHaveLength(1);
  });

  it('are none where the plane misses the surface', () => {
    expect(cutLoops(ball, 0, 0.081)).toEqual([]);
  });

  it('of a shell enclose the shell alone: the inner one runs the other way around', () => {
    const inner = sphere(0.05, 5);
    const count = ball.positions.length / 3;
    const inwardFacing: number[] = [];
    for (let t = 0; t < inner.triangles.length; t += 3) {
      const [a, b, c] = inner.triangles.slice(t, t + 3);
      inwardFacing.push(a + count, c + count, b + count);
    }
    const shell = { positions: [...ball.positions, ...inner.positions], triangles: [...ball.triangles, ...inwardFacing] };
    const loops = cutLoops(shell, 1, 0.01);
    expect(loops).toHaveLength(2);
    expect(areaOfLoops(loops) / (Math.PI * (0.08 ** 2 - 0.05 ** 2))).toBeCloseTo(1, 2);
  });
});
