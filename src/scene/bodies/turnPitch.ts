import { POINTS_PER_TURN, type WindingPath } from '../../coil/windings/coilWindingPaths';
import { at, distance } from '../../core/vec3';

/** Neighbors farther than this many strips leave a gap that is drawn as one; then a strip is drawn as if turns stood this far apart. */
const WIDEST = 3;
const LONELY = 1.3;

/**
 * Distance from a turn to the next one in its wing and layer [m]: to the nearest path of the same form at the same points, or, along a spiral, to the
 * point one turn farther. A turn without neighbors gets a little more than its own width.
 */
export function turnPitch(path: WindingPath, paths: readonly WindingPath[]): number {
  const lonely = LONELY * path.stripWidth;
  let nearest = Infinity;
  if (!path.closed) {
    for (let n = 0; n + POINTS_PER_TURN < path.points.length / 3; n++) {
      nearest = Math.min(nearest, distance(at(path.points, n), at(path.points, n + POINTS_PER_TURN)));
    }
  } else if (path.wing >= 0) {
    for (const other of paths) {
      if (other === path || other.wing !== path.wing || other.points.length !== path.points.length) continue;
      nearest = Math.min(nearest, distance(at(path.points, 0), at(other.points, 0)));
    }
  }
  return nearest < WIDEST * path.stripWidth && nearest > 0.5 * path.stripWidth ? nearest : lonely;
}

/** A side of a path that no other turn hides, and the points of the path where that is so. `side`: 1 toward `outwardAt`. */
export interface BareSide {
  readonly side: -1 | 1;
  readonly from: number;
  readonly count: number;
}

/** Of nested turns only the innermost and the outermost have one; of a spiral its first and its last turn. */
export function bareSides(path: WindingPath, paths: readonly WindingPath[]): BareSide[] {
  const count = path.points.length / 3;
  if (path.wing < 0) return [-1, 1].map((side) => ({ side: side as -1 | 1, from: 0, count }));
  // Seen along the turn, `outwardAt` points away from the center where the turn runs counterclockwise, and toward it otherwise.
  const outer = isCounterclockwise(path) ? 1 : -1;
  const inner = outer === 1 ? -1 : 1;
  if (!path.closed) {
    const turn = Math.min(POINTS_PER_TURN, count);
    const half = turn >> 1;
    const grows =
      distance(at(path.points, count - 1), at(path.points, count - 1 - half)) > distance(at(path.points, 0), at(path.points, half));
    return [
      { side: grows ? inner : outer, from: 0, count: turn },
      { side: grows ? outer : inner, from: count - turn, count: turn },
    ];
  }
  const nested = paths.filter((other) => other.wing === path.wing && other.closed);
  const sides: BareSide[] = [];
  if (nested.every((other) => spread(other) >= spread(path))) sides.push({ side: inner, from: 0, count });
  if (nested.every((other) => spread(other) <= spread(path))) sides.push({ side: outer, from: 0, count });
  return sides;
}

/** Distance between a point and the one half a turn on. */
const spread = ({ points }: WindingPath): number => distance(at(points, 0), at(points, Math.floor(points.length / 6)));

/** As seen against the z axis of the coil frame. */
function isCounterclockwise({ points }: WindingPath): boolean {
  let area = 0;
  const count = Math.min(points.length / 3, POINTS_PER_TURN);
  const [cx, cy] = [points[0], points[1]];
  for (let n = 1; n + 1 < count; n++) {
    const [ax, ay] = [points[3 * n] - cx, points[3 * n + 1] - cy];
    const [bx, by] = [points[3 * n + 3] - cx, points[3 * n + 4] - cy];
    area += ax * by - ay * bx;
  }
  return area > 0;
}
