type Field = (point: readonly number[]) => ArrayLike<number>;

/** ∂ field[component] / ∂ axis by a fourth-order central difference of step h. */
function slope(field: Field, point: readonly number[], component: number, axis: number, h: number): number {
  const at = (steps: number) => field(point.map((value, k) => (k === axis ? value + steps * h : value)))[component];
  return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h);
}

export function curl(field: Field, point: readonly number[], h: number): number[] {
  return [0, 1, 2].map((k) => slope(field, point, (k + 2) % 3, (k + 1) % 3, h) - slope(field, point, (k + 1) % 3, (k + 2) % 3, h));
}

export function divergence(field: Field, point: readonly number[], h: number): number {
  return [0, 1, 2].reduce((sum, k) => sum + slope(field, point, k, k, h), 0);
}
