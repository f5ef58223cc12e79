import { describe, expect, it } from 'vitest';
import { checkShells } from '../../../src/physics/boundaryElements/checkShells';
import type { ConductorShell } from '../../../src/physics/boundaryElements/conductorShell';
import { icosphere } from './icosphere';

const outer: ConductorShell = { ...icosphere(0.085, 2, 0.465, 0), name: 'scalp' };
const inner: ConductorShell = { ...icosphere(0.07, 2, 0.33, 0.465), name: 'brain' };

const moved = (shell: ConductorShell, x: number): ConductorShell => ({
  ...shell,
  vertices: Array.from(shell.vertices, (v, i) => (i % 3 === 0 ? v + x : v)),
});
const flipped = (shell: ConductorShell): ConductorShell => ({
  ...shell,
  triangles: Array.from(shell.triangles, (_, i, t = shell.triangles) => t[3 * Math.floor(i / 3) + (2 - (i % 3))]),
});

describe('checks of the shells', () => {
  it('accept nested shells in any order and return them from the outermost to the innermost', () => {
    expect(checkShells([inner, outer])).toEqual([1, 0]);
    expect(checkShells([outer, inner])).toEqual([0, 1]);
  });

  it('refuse an open surface by name', () => {
    const open = { ...inner, triangles: Array.from(inner.triangles).slice(3) };
    expect(() => checkShells([outer, open])).toThrow(/^brain must be closed; instead received "an open edge/);
  });

  it('refuse inward-facing triangles by name', () => {
    expect(() => checkShells([outer, flipped(inner)])).toThrow(/^brain must face outward/);
  });

  it('refuse one flipped triangle', () => {
    const triangles = Array.from(inner.triangles);
    [triangles[0], triangles[1]] = [triangles[1], triangles[0]];
    expect(() => checkShells([outer, { ...inner, triangles }])).toThrow(
      /brain must be a closed surface whose triangles all turn the same way/,
    );
  });

  it('refuse shells that cross each other, by both names', () => {
    expect(() => checkShells([outer, moved(inner, 0.03)])).toThrow(
      /shells must not intersect; instead received "a facet of scalp that cros/,
    );
  });

  it('find a crossing of a single small spike', () => {
    const vertices = Array.from(inner.vertices);
    for (let axis = 0; axis < 3; axis++) vertices[axis] *= 1.3;
    expect(() => checkShells([outer, { ...inner, vertices }])).toThrow(/shells must not intersect/);
  });

  it('refuse shells side by side', () => {
    const beside = { ...moved(inner, 0.2), conductivityOutside: 0 };
    expect(() => checkShells([outer, beside])).toThrow(/^shells must be nested one inside the next; instead received "brain beside scalp"/);
  });

  it('refuse conductivities that disagree between neighbors, and impossible ones', () => {
    expect(() => checkShells([outer, { ...inner, conductivityOutside: 0.3 }])).toThrow(
      /^brain.conductivityOutside must equal conductivityInside of scalp/,
    );
    expect(() => checkShells([{ ...outer, conductivityInside: -1 }])).toThrow(/^scalp.conductivityInside must be a finite number/);
    expect(() => checkShells([{ ...outer, conductivityInside: 0 }])).toThrow(/^scalp.conductivityInside must be above 0/);
  });

  it('refuse vertices that are not finite, indices that point nowhere, and facets without area', () => {
    const vertices = Array.from(outer.vertices);
    vertices[7] = Number.NaN;
    expect(() => checkShells([{ ...outer, vertices }])).toThrow(/^scalp.vertices\[2\] must be finite/);
    const triangles = Array.from(outer.triangles);
    triangles[5] = 1e6;
    expect(() => checkShells([{ ...outer, triangles }])).toThrow(/^scalp.triangles\[1\] must point to vertices 0 to 161/);
    const flat = Array.from(outer.vertices);
    for (let axis = 0; axis < 3; axis++) flat[3 * outer.triangles[1] + axis] = flat[3 * outer.triangles[0] + axis];
    expect(() => checkShells([{ ...outer, vertices: flat }])).toThrow(/^scalp.triangles\[\d+\] must have an area/);
  });

  it('call shells without a name by their index', () => {
    expect(() => checkShells([{ ...flipped(outer), name: undefined }])).toThrow(/^shells\[0\] must face outward/);
  });
});
