import { describe, expect, it } from 'vitest';
import { addChargedTriangleField } from '../../../src/physics/boundaryElements/chargedTriangleField';
import { checkShells } from '../../../src/physics/boundaryElements/checkShells';
import type { ConductorShell } from '../../../src/physics/boundaryElements/conductorShell';
import { collectFacets } from '../../../src/physics/boundaryElements/facets';
import { gmres } from '../../../src/physics/boundaryElements/gmres';
import { HEAD_CONDUCTIVITIES } from '../../../src/physics/boundaryElements/headConductivities';
import { headConductorShells } from '../../../src/physics/boundaryElements/headConductorShells';
import { linearTriangleField } from '../../../src/physics/boundaryElements/linearTriangleField';
import { solidAngle } from '../../../src/physics/boundaryElements/solidAngle';
import { findCrossing } from '../../../src/physics/boundaryElements/triangleCrossing';

/** A box about a point, corners outward, two triangles a side. */
function box([a, b, c]: readonly [number, number, number], x = 0, more: Partial<ConductorShell> = {}): ConductorShell {
  const vertices = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((n) => [x + (n & 1 ? a : -a), n & 2 ? b : -b, n & 4 ? c : -c]);
  const sides = [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
  ];
  const triangles = sides.flatMap(([p, q, r, s]) => [p, q, r, p, r, s]);
  return { name: 'box', vertices, triangles, conductivityInside: 0.3, conductivityOutside: 0, ...more };
}

describe('The facets of shells', () => {
  const facets = collectFacets([box([1, 2, 3]), box([0.1, 0.2, 0.3], 0, { conductivityInside: 0.1, conductivityOutside: 0.3 })]);

  it('have the area, the centroids and the longest edges of their sides', () => {
    expect(facets.count).toBe(24);
    expect(Array.from(facets.shellStarts)).toEqual([0, 12, 24]);
    const areas = facets.areas.subarray(0, 12).reduce((sum, area) => sum + area, 0);
    expect(areas).toBeCloseTo(8 * (1 * 2 + 2 * 3 + 3 * 1), 10);
    expect(Array.from(facets.areas.subarray(12), (area, i) => area / facets.areas[i])).toEqual(
      Array.from({ length: 12 }, () => expect.closeTo(0.01, 10)),
    );
    // The sides z = ∓3 have the diagonal of 2 × 4.
    for (const f of [0, 1, 2, 3]) expect(facets.edges[f]).toBeCloseTo(Math.sqrt(20), 12);
    expect(Math.max(...facets.edges)).toBeCloseTo(Math.sqrt(52), 12);
    for (let f = 0; f < 24; f++) {
      for (let axis = 0; axis < 3; axis++) {
        const mean = (facets.corners[9 * f + axis] + facets.corners[9 * f + 3 + axis] + facets.corners[9 * f + 6 + axis]) / 3;
        expect(facets.centroids[3 * f + axis]).toBeCloseTo(mean, 12);
      }
    }
  });

  it('know the contrast of their shell, and their vertices among those of all shells', () => {
    expect(new Set(facets.contrasts.subarray(0, 12))).toEqual(new Set([1]));
    for (const contrast of facets.contrasts.subarray(12)) expect(contrast).toBeCloseTo(-0.5, 12);
    expect(Math.min(...facets.vertexIndices.subarray(36))).toBe(8);
    expect(facets.vertices.length).toBe(48);
  });
});

describe('Crossings of shells', () => {
  const cross = (...shells: ConductorShell[]) => findCrossing(collectFacets(shells));

  it('are found between the two shells that cross, and not between those that lie apart, inside or within one shell', () => {
    const [outer, inner] = [box([1, 1, 1]), box([0.4, 0.4, 0.4])];
    expect(cross(outer, inner)).toBeUndefined();
    expect(cross(outer, inner, box([0.2, 0.2, 0.2], 0.35))).toEqual([1, 2]);
    expect(cross(outer, box([0.4, 0.4, 0.4], 0.8), inner)).toEqual([0, 1]);
    expect(cross(outer, box([0.4, 0.4, 0.4], 3))).toBeUndefined();
    expect(cross(box([0.1, 0.1, 0.1], 5), outer, box([0.3, 0.3, 0.3], 1))).toEqual([1, 2]);
    expect(cross(box([0.1, 0.1, 0.1]))).toBeUndefined();
  });

  it('are found where a needle goes through a large facet without a corner near', () => {
    expect(cross(box([1, 1, 1]), box([0.01, 0.013, 2], 0.31))).toEqual([0, 1]);
    expect(cross(box([0.01, 0.013, 2], 0.31), box([1, 1, 1]))).toEqual([0, 1]);
    expect(cross(box([1, 1, 1]), box([0.01, 0.013, 2], 1.31))).toBeUndefined();
  });
});

describe('Checks of shells, at their edges', () => {
  it('take the smallest closed surface there is', () => {
    const tetrahedron = { vertices: [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1], triangles: [0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3] };
    const shell = { ...tetrahedron, conductivityInside: 0.3, conductivityOutside: 0 };
    expect(checkShells([shell])).toEqual([0]);
    expect(() => checkShells([{ ...shell, triangles: shell.triangles.slice(3) }])).toThrow(
      'shells[0].triangles must be three indices for each of at least four triangles; instead received 9.',
    );
    expect(() => checkShells([{ ...shell, triangles: [...shell.triangles, 0] }])).toThrow(/triangles must be three indices/);
    expect(() => checkShells([{ ...shell, vertices: shell.vertices.slice(1) }])).toThrow(/vertices must be three numbers per vertex/);
    expect(() => checkShells([{ ...shell, vertices: [] }])).toThrow(/vertices must be three numbers per vertex; instead received 0\./);
    expect(() => checkShells([])).toThrow('shells must hold at least one closed surface; instead received a list of 0.');
    // What counts as an area goes with the size of the facet.
    for (const size of [1e-6, 1e3]) expect(checkShells([{ ...shell, vertices: shell.vertices.map((v) => size * v) }])).toEqual([0]);
    const needle = shell.vertices.map((v, i) => (i === 7 ? 1e-7 * v : v));
    expect(() => checkShells([{ ...shell, vertices: needle.map((v) => 1e3 * v) }])).toThrow(/must have an area/);
    const twice = [...shell.triangles];
    twice[1] = 0;
    expect(() => checkShells([{ ...shell, triangles: twice }])).toThrow(/triangles\[0\] must have three different vertices/);
    for (const index of [-1, 4, 1.5]) {
      expect(() => checkShells([{ ...shell, triangles: [index, ...shell.triangles.slice(1)] }])).toThrow(
        /triangles\[0\] must point to vertices 0 to 3/,
      );
    }
  });

  it('take conductivities from 0 on, as long as one side conducts, and name the side that does not fit', () => {
    expect(checkShells([box([1, 1, 1], 0, { conductivityInside: 0, conductivityOutside: 0.2 })])).toEqual([0]);
    const refused = (more: Partial<ConductorShell>) => () => checkShells([box([1, 1, 1], 0, more)]);
    for (const bad of [-0.1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(refused({ conductivityInside: bad })).toThrow(/^box\.conductivityInside must be a finite number of S\/m, at least 0/);
      expect(refused({ conductivityOutside: bad })).toThrow(/^box\.conductivityOutside must be a finite number of S\/m, at least 0/);
    }
    expect(refused({ conductivityInside: 0 })).toThrow('box.conductivityInside must be above 0 where conductivityOutside is 0');
  });

  it('order three shells by their volume, and compare each with the next', () => {
    const shells = [
      box([0.3, 0.3, 0.3], 0, { name: 'a', conductivityOutside: 0.2 }),
      box([1, 1, 1], 0, { name: 'b', conductivityInside: 0.1 }),
      box([0.6, 0.6, 0.6], 0, { name: 'c', conductivityInside: 0.2, conductivityOutside: 0.1 }),
    ];
    expect(checkShells(shells)).toEqual([1, 2, 0]);
    const apart = { ...box([0.2, 0.2, 0.2], 0.75), name: 'd', conductivityOutside: 0.2 };
    expect(() =>
      checkShells([
        shells[1],
        { ...shells[2], ...box([0.5, 0.5, 0.5]), name: 'c', conductivityInside: 0.2, conductivityOutside: 0.1 },
        apart,
      ]),
    ).toThrow('shells must be nested one inside the next; instead received "d beside c".');
  });

  it('give the head its three conductivities from outside in', () => {
    const { vertices: positions, triangles } = box([1, 1, 1]);
    const surface = { positions, triangles };
    const shells = headConductorShells({ scalp: surface, outerSkull: surface, innerSkull: surface });
    const { scalp, skull, brain } = HEAD_CONDUCTIVITIES;
    expect(shells.map((s) => [s.name, s.conductivityInside, s.conductivityOutside])).toEqual([
      ['scalp', scalp.value, 0],
      ['outerSkull', skull.value, scalp.value],
      ['innerSkull', brain.value, skull.value],
    ]);
  });
});

describe('The field of a charged triangle', () => {
  const triangle = Float64Array.of(9, 0, 0, 0, 0.02, -0.01, 0.03, 0.05, 0.01, -0.01, -0.01, 0.04, 0.02);
  const [offset, points] = [
    4,
    [
      [0.02, 0.02, 0.05],
      [0.01, 0.015, 0.01],
      [-0.06, 0.03, -0.02],
    ],
  ];
  const uniform = (x: number, y: number, z: number) => {
    const out = new Float64Array(4);
    addChargedTriangleField(triangle, offset, x, y, z, 1, out, 1);
    return Array.from(out.subarray(1));
  };

  it.each(points)('at %f, %f, %f is that of many point charges', (x, y, z) => {
    const corner = (n: number, axis: number) => triangle[offset + 3 * n + axis];
    const u = [0, 1, 2].map((axis) => corner(1, axis) - corner(0, axis));
    const v = [0, 1, 2].map((axis) => corner(2, axis) - corner(0, axis));
    const area = Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]) / 2;
    const cuts = 120;
    const sum = [0, 0, 0];
    for (let i = 0; i < cuts; i++) {
      for (let j = 0; j < 2 * (cuts - i) - 1; j++) {
        // Centers of the upward and the downward part.
        const [s, t] = j % 2 === 0 ? [i + 1 / 3, j / 2 + 1 / 3] : [i + 2 / 3, (j - 1) / 2 + 2 / 3];
        const d = [x, y, z].map((p, axis) => p - corner(0, axis) - (s * u[axis] + t * v[axis]) / cuts);
        const weight = area / cuts ** 2 / Math.hypot(...d) ** 3;
        for (let axis = 0; axis < 3; axis++) sum[axis] += weight * d[axis];
      }
    }
    uniform(x, y, z).forEach((value, axis) => {
      expect(Math.abs(value - sum[axis])).toBeLessThan(1e-3 * Math.hypot(...sum));
    });
  });

  it('is added, times its factor, where it is told', () => {
    const out = Float64Array.of(5, 5, 5, 5);
    addChargedTriangleField(triangle, offset, 0.02, 0.02, 0.05, -2, out, 1);
    uniform(0.02, 0.02, 0.05).forEach((value, axis) => {
      expect(out[axis + 1]).toBeCloseTo(5 - 2 * value, 10);
    });
    expect(out[0]).toBe(5);
  });

  it('has a flux through both of its sides that jumps by 4π, and is their mean in between', () => {
    const flat = Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0);
    const at = (z: number) => {
      const out = new Float64Array(3);
      addChargedTriangleField(flat, 0, 0.3, 0.3, z, 1, out, 0);
      return out[2];
    };
    expect(at(1e-9)).toBeCloseTo(2 * Math.PI, 6);
    expect(at(-1e-9)).toBeCloseTo(-2 * Math.PI, 6);
    expect(at(0)).toBe(0);
    expect(Math.abs(at(0.2) + solidAngle(flat, 0, 0.3, 0.3, 0.2))).toBeLessThan(1e-12);
  });

  it('stays finite on an edge', () => {
    const out = new Float64Array(3);
    addChargedTriangleField(Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0), 0, 0.5, 0, 0, 1, out, 0);
    expect(out.every(Number.isFinite)).toBe(true);
    expect(out[1]).toBeLessThan(-10);
  });

  it('of density falling from each corner sums to the uniform one, and leans to its corner', () => {
    const out = new Float64Array(9).fill(7);
    linearTriangleField(triangle, offset, 0.02, 0.02, 0.05, out);
    uniform(0.02, 0.02, 0.05).forEach((value, axis) => {
      expect(out[axis] + out[3 + axis] + out[6 + axis]).toBeCloseTo(value, 9);
    });
    const at = (n: number) => {
      const near = [0, 1, 2].map((axis) => triangle[offset + 3 * n + axis]);
      const values = new Float64Array(9);
      linearTriangleField(triangle, offset, near[0], near[1], near[2] + 0.02, values);
      return [0, 1, 2].map((k) => Math.hypot(values[3 * k], values[3 * k + 1], values[3 * k + 2]));
    };
    for (const n of [0, 1, 2]) expect(Math.max(...at(n))).toBe(at(n)[n]);
  });
});

describe('GMRES', () => {
  it('stops at its number of iterations, and solves a system of n unknowns in n steps', () => {
    const diagonal = (x: Float64Array, out: Float64Array): void => {
      for (let i = 0; i < x.length; i++) out[i] = (i + 1) * x[i] + (i > 0 ? x[i - 1] : 0);
    };
    const b = Float64Array.of(1, 2, 3, 4, 5);
    const whole = gmres(diagonal, b, { tolerance: 1e-13, maxIterations: 50 });
    expect(whole.iterations).toBe(5);
    let previous = 0;
    whole.solution.forEach((value, i) => {
      expect(value).toBeCloseTo((b[i] - previous) / (i + 1), 12);
      previous = value;
    });
    const cut = gmres(diagonal, b, { tolerance: 1e-13, maxIterations: 2 });
    expect(cut.iterations).toBe(2);
    expect(cut.residual).toBeGreaterThan(1e-3);
    const scaled = gmres(
      diagonal,
      b.map((value) => 1e-9 * value),
      { tolerance: 1e-13, maxIterations: 2 },
    );
    expect(scaled.residual).toBeCloseTo(cut.residual, 12);
  });
});
