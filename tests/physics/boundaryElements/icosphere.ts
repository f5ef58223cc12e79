import type { ConductorShell } from '../../../src/physics/boundaryElements/conductorShell';

/**
 * A sphere of 20·4^level facets. The vertices lie on a radius that gives the polyhedron the volume of the sphere: the discretization error
 * is then that of the equations, not of a too small body.
 */
export function icosphere(radius: number, level: number, conductivityInside: number, conductivityOutside: number): ConductorShell {
  const t = (1 + Math.sqrt(5)) / 2;
  let vertices = [-1, t, 0, 1, t, 0, -1, -t, 0, 1, -t, 0, 0, -1, t, 0, 1, t, 0, -1, -t, 0, 1, -t, t, 0, -1, t, 0, 1, -t, 0, -1, -t, 0, 1];
  let triangles = [
    [0, 11, 5, 0, 5, 1, 0, 1, 7, 0, 7, 10, 0, 10, 11, 1, 5, 9, 5, 11, 4, 11, 10, 2, 10, 7, 6, 7, 1, 8],
    [3, 9, 4, 3, 4, 2, 3, 2, 6, 3, 6, 8, 3, 8, 9, 4, 9, 5, 2, 4, 11, 6, 2, 10, 8, 6, 7, 9, 8, 1],
  ].flat();
  vertices = onUnitSphere(vertices);
  for (let i = 0; i < level; i++) {
    triangles = split(vertices, triangles);
    vertices = onUnitSphere(vertices);
  }
  const scale = radius * Math.cbrt((4 * Math.PI) / 3 / volume(vertices, triangles));
  return { vertices: vertices.map((x) => x * scale), triangles, conductivityInside, conductivityOutside };
}

function onUnitSphere(vertices: number[]): number[] {
  return vertices.map((x, i) => {
    const o = 3 * Math.floor(i / 3);
    return x / Math.hypot(vertices[o], vertices[o + 1], vertices[o + 2]);
  });
}

function split(vertices: number[], triangles: number[]): number[] {
  const middles = new Map<string, number>();
  const middle = (a: number, b: number): number => {
    const key = a < b ? `${a},${b}` : `${b},${a}`;
    const known = middles.get(key);
    if (known !== undefined) return known;
    for (let axis = 0; axis < 3; axis++) vertices.push((vertices[3 * a + axis] + vertices[3 * b + axis]) / 2);
    const index = vertices.length / 3 - 1;
    middles.set(key, index);
    return index;
  };
  const out: number[] = [];
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = triangles.slice(i, i + 3);
    const [ab, bc, ca] = [middle(a, b), middle(b, c), middle(c, a)];
    out.push(a, ab, ca, b, bc, ab, c, ca, bc, ab, bc, ca);
  }
  return out;
}

function volume(v: number[], triangles: number[]): number {
  let sum = 0;
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [3 * triangles[i], 3 * triangles[i + 1], 3 * triangles[i + 2]];
    sum += v[a] * (v[b + 1] * v[c + 2] - v[b + 2] * v[c + 1]);
    sum += v[a + 1] * (v[b + 2] * v[c] - v[b] * v[c + 2]);
    sum += v[a + 2] * (v[b] * v[c + 1] - v[b + 1] * v[c]);
  }
  return sum / 6;
}
