export interface GmresOptions {
  /** Residual over right-hand side (Euclidean norms) at which the iteration ends. */
  readonly tolerance: number;
  readonly maxIterations: number;
}

export interface GmresResult {
  readonly solution: Float64Array;
  readonly iterations: number;
  /** Residual over right-hand side as the recurrence gives it. */
  readonly residual: number;
}

/**
 * Solves A x = b by GMRES without restart (Saad & Schultz 1986), Arnoldi by modified Gram-Schmidt, Givens rotations on the Hessenberg
 * matrix. `apply(x, out)` writes A x into `out`. A zero right-hand side gives a zero solution.
 */
export function gmres(apply: (x: Float64Array, out: Float64Array) => void, b: Float64Array, options: GmresOptions): GmresResult {
  const n = b.length;
  const norm = euclideanNorm(b);
  if (norm === 0) return { solution: new Float64Array(n), iterations: 0, residual: 0 };
  const basis = [b.map((value) => value / norm)];
  const columns: Float64Array[] = [];
  const rotations: [number, number][] = [];
  const g = [norm];
  let residual = 1;
  while (columns.length < options.maxIterations && residual > options.tolerance) {
    const w = new Float64Array(n);
    apply(basis[columns.length], w);
    const h = orthogonalize(w, basis);
    rotateColumn(h, rotations, g);
    columns.push(h);
    basis.push(w);
    residual = Math.abs(g[columns.length]) / norm;
  }
  return { solution: combine(basis, columns, g, n), iterations: columns.length, residual };
}

function euclideanNorm(v: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < v.length; i++) sum += v[i] * v[i];
  return Math.sqrt(sum);
}

/** Makes `w` a unit vector orthogonal to the basis; returns its Hessenberg column. */
function orthogonalize(w: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const h = new Float64Array(basis.length + 1);
  basis.forEach((v, k) => {
    let dot = 0;
    for (let i = 0; i < w.length; i++) dot += w[i] * v[i];
    for (let i = 0; i < w.length; i++) w[i] -= dot * v[i];
    h[k] = dot;
  });
  const length = euclideanNorm(w);
  h[basis.length] = length;
  if (length > 0) for (let i = 0; i < w.length; i++) w[i] /= length;
  return h;
}

/** Applies the earlier Givens rotations to the new column, adds the one that removes its last entry, and rotates the right-hand side. */
function rotateColumn(h: Float64Array, rotations: [number, number][], g: number[]): void {
  const k = rotations.length;
  rotations.forEach(([c, s], i) => {
    const upper = c * h[i] + s * h[i + 1];
    h[i + 1] = -s * h[i] + c * h[i + 1];
    h[i] = upper;
  });
  const length = Math.sqrt(h[k] ** 2 + h[k + 1] ** 2) || 1;
  const c = h[k] / length;
  const s = h[k + 1] / length;
  rotations.push([c, s]);
  h[k] = length;
  h[k + 1] = 0;
  g.push(-s * g[k]);
  g[k] *= c;
}

/** Back substitution of the triangular system, then the combination of the basis vectors. */
function combine(basis: readonly Float64Array[], columns: readonly Float64Array[], g: readonly number[], n: number): Float64Array {
  const y = new Float64Array(columns.length);
  for (let i = columns.length - 1; i >= 0; i--) {
    let sum = g[i];
    for (let j = i + 1; j < columns.length; j++) sum -= columns[j][i] * y[j];
    y[i] = sum / columns[i][i];
  }
  const solution = new Float64Array(n);
  y.forEach((weight, k) => {
    for (let i = 0; i < n; i++) solution[i] += weight * basis[k][i];
  });
  return solution;
}
