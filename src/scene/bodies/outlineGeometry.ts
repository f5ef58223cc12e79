import { BufferAttribute, BufferGeometry } from 'three';
import type { CoilDescription } from '../../coil/coilDescription';
import { POINTS_PER_TURN, type WindingPath } from '../../coil/windings/coilWindingPaths';
import { wingFrame } from '../../coil/windings/wingFrame';
import { add, at, distance, dot, scale, subtract, type Vec3 } from '../../core/vec3';
import { axisOf, outwardAt } from './windingGeometry';

/** Outlines of the windings in the coil frame [m]: four corners a piece, drawn as a band of the screen's own width (`outline.vert`). */
export function outlineGeometry(coil: CoilDescription, paths: readonly WindingPath[]): BufferGeometry {
  const positions: number[] = [];
  const next: number[] = [];
  const corners: number[] = [];
  const indices: number[] = [];
  for (const line of windingOutlines(coil, paths)) {
    for (let n = 0; n < line.length; n++) {
      const [from, to] = [line[n], line[(n + 1) % line.length]];
      const first = positions.length / 3;
      for (const [side, end] of [
        [-1, 0],
        [1, 0],
        [-1, 1],
        [1, 1],
      ]) {
        positions.push(...from);
        next.push(...to);
        corners.push(side, end);
      }
      indices.push(first, first + 1, first + 2, first + 2, first + 1, first + 3);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  geometry.setAttribute('next', new BufferAttribute(Float32Array.from(next), 3));
  geometry.setAttribute('corner', new BufferAttribute(Float32Array.from(corners), 2));
  geometry.setIndex(indices);
  return geometry;
}

/** The inner rim of the innermost and the outer rim of the outermost turn of every wing, on the side away from the head. */
function windingOutlines(coil: CoilDescription, paths: readonly WindingPath[]): Vec3[][] {
  return coil.wings.flatMap((wing, index) => {
    const center = wingFrame(wing).origin;
    const turns = paths.filter((path) => path.wing === index).flatMap((path) => turnsOf(path));
    if (turns.length === 0) return [];
    const size = ({ path, from }: Turn): number => distance(at(path.points, from), center);
    const sorted = [...turns].sort((a, b) => size(a) - size(b));
    return [rim(coil, sorted[0], center, -1), rim(coil, sorted[sorted.length - 1], center, 1)];
  });
}

/** One turn of a path: its points from an index on. */
interface Turn {
  readonly path: WindingPath;
  readonly from: number;
  readonly count: number;
}

/** A closed path is one turn; of a spiral the first and the last matter. */
function turnsOf(path: WindingPath): Turn[] {
  const count = path.points.length / 3;
  if (path.closed || count <= POINTS_PER_TURN) return [{ path, from: 0, count }];
  return [0, count - POINTS_PER_TURN].map((from) => ({ path, from, count: POINTS_PER_TURN }));
}

/** The edge of a turn toward its wing's center (-1) or away from it (1). */
function rim(coil: CoilDescription, { path, from, count }: Turn, center: Vec3, side: -1 | 1): Vec3[] {
  const axis = axisOf(coil, path);
  return Array.from({ length: count }, (_, n) => {
    const point = at(path.points, from + n);
    const outward = outwardAt(path, from + n, axis);
    const away = dot(outward, subtract(point, center)) < 0 ? -side : side;
    return add(add(point, scale(outward, 0.5 * away * path.stripWidth)), scale(axis, -0.5 * path.stripHeight));
  });
}
