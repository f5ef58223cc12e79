/** Two wings of five rings of dipoles each, centers at ±44 mm, 6 mm behind the face; `tilt` [rad] bends them toward the head about lines at ±2 mm. */
export function wingRows(tilt: number): number[][] {
  const [c, s] = [Math.cos(tilt), Math.sin(tilt)];
  return [1, -1].flatMap((side) =>
    [1, 2, 3, 4, 5].flatMap((ring) =>
      Array.from({ length: 12 * ring }, (_, n) => {
        const angle = (2 * Math.PI * n) / (12 * ring);
        const u = 0.044 + 0.008 * ring * Math.cos(angle) - 0.002;
        return [side * (0.002 + u * c), 0.008 * ring * Math.sin(angle), -0.006 + u * s, 4e-4 * s, 0, -side * 4e-4 * c];
      }),
    ),
  );
}

export const FLAT_WINGS = wingRows(0);
export const BENT_WINGS = wingRows(Math.PI / 6);
export const BENCH_HEADER = '# bench.ccd version 1.0;dIdtmax=150.0;coilname=Bench wings';

/** The text of a `.ccd` file; rows as programs write them. */
export function ccdText(rows: readonly (readonly number[])[], header = BENCH_HEADER, count: number | string = rows.length): string {
  const lines = rows.map((row) => row.map((value) => value.toExponential(6)).join(' '));
  return [header, count, '# centers and weighted directions of the elements (magnetic dipoles)', ...lines, ''].join('\n');
}

/** Chords of a circle in millimeters, by their middles or starts; `digits` after the point. */
export function ringSegments(radius: number, z: number, count: number, by: 'middle' | 'start', digits = 12, center = 0) {
  const corner = (n: number) => [center + radius * Math.cos((2 * Math.PI * n) / count), radius * Math.sin((2 * Math.PI * n) / count), z];
  const rounded = (value: number) => Number(value.toFixed(digits));
  const pairs = Array.from({ length: count }, (_, n) => [corner(n), corner(n + 1)]);
  return {
    points: pairs.map(([a, b]) => a.map((value, k) => rounded(by === 'start' ? value : (value + b[k]) / 2))),
    values: pairs.map(([a, b]) => a.map((value, k) => rounded(b[k] - value))),
  };
}

/** A `.tcd` file with one element and whatever else. */
export const tcdText = (element: object, more: object = {}): string =>
  JSON.stringify({ name: 'Bench', coilElementList: [{ stimulator: 0, ...element }], ...more });
