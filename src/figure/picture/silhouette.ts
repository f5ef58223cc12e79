export type Place = readonly [x: number, y: number];

/** The convex outline of points of the picture, counterclockwise (Andrew's monotone chain). */
export function convexOutline(points: readonly Place[]): readonly Place[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly Place[]): Place[] => {
    const chain: Place[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

export const isInside = (outline: readonly Place[], point: Place): boolean =>
  outline.length > 2 && outline.every((corner, n) => turn(corner, outline[(n + 1) % outline.length], point) >= 0);

const turn = (a: Place, b: Place, c: Place): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
