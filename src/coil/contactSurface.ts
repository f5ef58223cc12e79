/** Width of a column, finest [m], and most points that contact stays fluent with. */
const FINEST = 2.5e-3;
const COARSER = 1.15;
const MOST_POINTS = 1500;

/**
 * The points of a coil that can touch the head: in each column along z the one that lies farthest toward the head. Keeps hollows, unlike a hull, so that
 * a bent coil lies on the head by its real shape. `points`: coil frame, stride 3, m; the columns are as narrow as the number of points allows. Linear
 * time. A wall steeper than its column is wide is thinned to its edge, which is what touches.
 */
export function contactSurface(points: ArrayLike<number>): Float64Array {
  for (let width = FINEST; ; width *= COARSER) {
    const highest = new Map<string, number>();
    for (let i = 0; i < points.length; i += 3) {
      const key = `${Math.round(points[i] / width)},${Math.round(points[i + 1] / width)}`;
      const held = highest.get(key);
      if (held === undefined || points[i + 2] > points[held + 2]) highest.set(key, i);
    }
    if (highest.size > MOST_POINTS) continue;
    return Float64Array.from([...highest.values()].flatMap((i) => [points[i], points[i + 1], points[i + 2]]));
  }
}
