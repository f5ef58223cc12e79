import { inputError } from '../../core/inputError';
import { type ConductorShell, shellName } from './conductorShell';
import { collectFacets, type Facets } from './facets';
import { windingNumber } from './solidAngle';
import { findCrossing } from './triangleCrossing';

/**
 * Refuses, by name, shells on which the charge equation does not hold: bad numbers, open or non-manifold surfaces, facets without area,
 * normals that face inward, surfaces that cross each other, surfaces that are not nested one inside the next, and conductivities that
 * disagree between neighbors. The order of the shells does not matter.
 *
 * @returns the shell indices from the outermost to the innermost
 */
export function checkShells(shells: readonly ConductorShell[]): number[] {
  if (shells.length === 0) throw inputError('shells', 'hold at least one closed surface', shells);
  shells.forEach((shell, index) => {
    checkNumbers(shell, shellName(shell, index));
    checkClosed(shell, shellName(shell, index));
  });
  const facets = collectFacets(shells);
  const volumes = shells.map((_, s) => checkedVolume(facets, s, shellName(shells[s], s)));
  const order = shells.map((_, s) => s).sort((a, b) => volumes[b] - volumes[a]);
  checkCrossings(shells, facets);
  for (let level = 1; level < order.length; level++) checkNested(shells, facets, order[level - 1], order[level]);
  return order;
}

function checkNumbers(shell: ConductorShell, name: string): void {
  const { vertices, triangles, conductivityInside: inside, conductivityOutside: outside } = shell;
  if (!(inside >= 0 && Number.isFinite(inside)))
    throw inputError(`${name}.conductivityInside`, 'be a finite number of S/m, at least 0', inside);
  if (!(outside >= 0 && Number.isFinite(outside)))
    throw inputError(`${name}.conductivityOutside`, 'be a finite number of S/m, at least 0', outside);
  if (inside + outside === 0) throw inputError(`${name}.conductivityInside`, 'be above 0 where conductivityOutside is 0', inside);
  if (vertices.length === 0 || vertices.length % 3 !== 0)
    throw inputError(`${name}.vertices`, 'be three numbers per vertex', vertices.length);
  for (let i = 0; i < vertices.length; i++) {
    if (!Number.isFinite(vertices[i])) throw inputError(`${name}.vertices[${Math.floor(i / 3)}]`, 'be finite', vertices[i]);
  }
  if (triangles.length < 12 || triangles.length % 3 !== 0)
    throw inputError(`${name}.triangles`, 'be three indices for each of at least four triangles', triangles.length);
  for (let i = 0; i < triangles.length; i++) {
    const index = triangles[i];
    if (!(Number.isInteger(index) && index >= 0 && index < vertices.length / 3)) {
      throw inputError(`${name}.triangles[${Math.floor(i / 3)}]`, `point to vertices 0 to ${vertices.length / 3 - 1}`, index);
    }
  }
}

/** Every edge must be run along exactly once in each direction. */
function checkClosed(shell: ConductorShell, name: string): void {
  const { vertices, triangles } = shell;
  const vertexCount = vertices.length / 3;
  const runs = new Map<number, number>();
  for (let i = 0; i < triangles.length; i++) {
    const from = triangles[i];
    const to = triangles[i % 3 === 2 ? i - 2 : i + 1];
    if (from === to) throw inputError(`${name}.triangles[${Math.floor(i / 3)}]`, 'have three different vertices', from);
    const key = from * vertexCount + to;
    if (runs.has(key)) {
      throw inputError(
        name,
        'be a closed surface whose triangles all turn the same way',
        `two triangles that run along the edge ${from}-${to} the same way`,
      );
    }
    runs.set(key, i);
  }
  for (const key of runs.keys()) {
    const from = Math.floor(key / vertexCount);
    const to = key % vertexCount;
    if (!runs.has(to * vertexCount + from)) throw inputError(name, 'be closed', `an open edge ${from}-${to}`);
  }
}

/** Volume enclosed [m³]; positive for outward-facing normals. */
function checkedVolume(facets: Facets, s: number, name: string): number {
  const { corners, areas, edges, shellStarts } = facets;
  let volume = 0;
  for (let i = shellStarts[s]; i < shellStarts[s + 1]; i++) {
    if (!(areas[i] > 1e-6 * edges[i] ** 2)) throw inputError(`${name}.triangles[${i - shellStarts[s]}]`, 'have an area', areas[i]);
    const [ax, ay, az, bx, by, bz, cx, cy, cz] = corners.subarray(9 * i, 9 * i + 9);
    volume += (ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)) / 6;
  }
  if (!(volume > 0)) throw inputError(name, 'face outward (triangles counter-clockwise seen from outside)', 'inward-facing triangles');
  return volume;
}

function checkCrossings(shells: readonly ConductorShell[], facets: Facets): void {
  const crossing = findCrossing(facets);
  if (!crossing) return;
  const name = (s: number): string => shellName(shells[s], s);
  throw inputError('shells', 'not intersect', `a facet of ${name(crossing[0])} that crosses one of ${name(crossing[1])}`);
}

/** Without crossings one point tells: the first centroid of the inner shell must lie inside the outer one. */
function checkNested(shells: readonly ConductorShell[], facets: Facets, outer: number, inner: number): void {
  const [outerName, innerName] = [shellName(shells[outer], outer), shellName(shells[inner], inner)];
  const { centroids, corners, shellStarts } = facets;
  const [x, y, z] = centroids.subarray(3 * shellStarts[inner], 3 * shellStarts[inner] + 3);
  if (windingNumber(corners, shellStarts[outer], shellStarts[outer + 1], x, y, z) < 0.5) {
    throw inputError('shells', 'be nested one inside the next', `${innerName} beside ${outerName}`);
  }
  const outside = shells[inner].conductivityOutside;
  const expected = shells[outer].conductivityInside;
  if (Math.abs(outside - expected) > 1e-9 * (outside + expected)) {
    throw inputError(
      `${innerName}.conductivityOutside`,
      `equal conductivityInside of ${outerName}, which encloses it (${expected} S/m)`,
      outside,
    );
  }
}
