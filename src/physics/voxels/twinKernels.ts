import type { Dipoles } from '../dipoles';
import { vectorPotential } from '../vectorPotential';
import { type GridFrame, type GridKernels, type LaneSums, POTENTIAL_UNIT } from './gridKernels';
import type { GridLevel } from './gridLevel';

interface LevelVectors extends GridLevel {
  readonly z: Float64Array;
  readonly r: Float64Array;
}

/** Elements of the neighbors of a node: own, south, north, below, above (west and east are own - 1, own + 1). */
type Visit = (n: number, south: number, north: number, below: number, above: number) => void;

/** The twin of the WebAssembly kernels: the same sums in double precision for one right-hand side. */
export function createTwinKernels(levels: Iterable<GridLevel>, frame: GridFrame): GridKernels {
  return new TwinKernels(levels, frame);
}

class TwinKernels implements GridKernels {
  readonly backend = 'typescript';
  readonly lanes = 1;
  readonly finest: GridLevel;
  readonly levelCount: number;
  readonly #frame: GridFrame;
  readonly #levels: readonly LevelVectors[];
  readonly #x: Float64Array;
  readonly #p: Float64Array;
  readonly #q: Float64Array;

  constructor(levels: Iterable<GridLevel>, frame: GridFrame) {
    this.#frame = frame;
    this.#levels = Array.from(levels, (level) => ({ ...level, z: new Float64Array(level.count), r: new Float64Array(level.count) }));
    this.finest = this.#levels[0];
    this.levelCount = this.#levels.length;
    [this.#x, this.#p, this.#q] = [0, 1, 2].map(() => new Float64Array(this.finest.count));
  }

  clear(): void {
    for (const vector of [this.#x, this.#p, this.#q, this.#levels[0].r]) vector.fill(0);
  }

  async source(_lane: number, dipoles: Dipoles, progress: (share: number) => Promise<void>): Promise<void> {
    const [level] = this.#levels;
    const { spacing, origin } = this.#frame;
    const potential = new Float64Array(3 * level.count);
    for (let row = 0; row < level.from.length; row++) {
      const [from, to] = [level.from[row], level.to[row]];
      if (from >= to) continue;
      const [j, k] = [(row % level.stride) - 1, Math.floor(row / level.stride) - 1];
      const points = Float64Array.from({ length: 3 * (to - from) }, (_, c) => {
        const index = [from + Math.floor(c / 3), j, k][c % 3];
        return origin[c % 3] + spacing * index;
      });
      const start = 3 * (level.base[row] + from);
      vectorPotential(dipoles, points, potential.subarray(start, start + points.length));
      if (row % 1024 === 0) await progress(row / level.from.length);
    }
    this.#edgeSource(level, potential);
  }

  #edgeSource(level: LevelVectors, a: Float64Array): void {
    const { cx, cy, cz, r } = level;
    const edge = (c: number, from: number, to: number, axis: number): number => c * (a[3 * from + axis] + a[3 * to + axis]);
    forNodes(level, (n, south, north, below, above) => {
      const x = edge(cx[n], n, n + 1, 0) - edge(cx[n - 1], n - 1, n, 0);
      const y = edge(cy[n], n, north, 1) - edge(cy[south], south, n, 1);
      const z = edge(cz[n], n, above, 2) - edge(cz[below], below, n, 2);
      r[n] = (x + y + z) / (2 * POTENTIAL_UNIT);
    });
  }

  smoothFromZero(index: number): void {
    this.#levels[index].z.fill(0);
    this.smoothForward(index);
  }

  smoothForward(index: number): void {
    const level = this.#levels[index];
    forNodes(level, relaxation(level));
  }

  smoothBackward(index: number): void {
    const level = this.#levels[index];
    forNodes(level, relaxation(level), true);
  }

  restrictResidual(fineLevel: number): void {
    const [fine, coarse] = [this.#levels[fineLevel], this.#levels[fineLevel + 1]];
    const residual = new Float64Array(fine.count);
    forNodes(fine, (n, south, north, below, above) => {
      residual[n] = fine.r[n] + flow(fine, fine.z, n, south, north, below, above);
    });
    coarse.r.fill(0);
    forInterpolation(fine, coarse, (n, c, weight) => {
      coarse.r[c] += weight * residual[n];
    });
  }

  prolong(fineLevel: number): void {
    const [fine, coarse] = [this.#levels[fineLevel], this.#levels[fineLevel + 1]];
    forInterpolation(fine, coarse, (n, c, weight) => {
      fine.z[n] += weight * coarse.z[c];
    });
  }

  centerCoarsest(): void {
    const { r, inverse } = this.#levels[this.levelCount - 1];
    const mean = r.reduce((sum, value) => sum + value, 0) / inverse.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
    for (let n = 0; n < r.length; n++) if (inverse[n] > 0) r[n] -= mean;
  }

  applyMatrix(): Float64Array {
    const [level] = this.#levels;
    let sum = 0;
    forNodes(level, (n, south, north, below, above) => {
      this.#q[n] = -flow(level, this.#p, n, south, north, below, above);
      sum += this.#p[n] * this.#q[n];
    });
    return Float64Array.of(sum);
  }

  sums(): LaneSums {
    const [{ z, r }] = this.#levels;
    const out = {
      z: new Float64Array(1),
      r: new Float64Array(1),
      q: new Float64Array(1),
      rz: new Float64Array(1),
      qz: new Float64Array(1),
    };
    for (let n = 0; n < z.length; n++) {
      out.z[0] += z[n];
      out.r[0] += r[n];
      out.q[0] += this.#q[n];
      out.rz[0] += r[n] * z[n];
      out.qz[0] += this.#q[n] * z[n];
    }
    return out;
  }

  step(alpha: ArrayLike<number>): void {
    const [{ r }] = this.#levels;
    for (let n = 0; n < r.length; n++) {
      this.#x[n] += alpha[0] * this.#p[n];
      r[n] -= alpha[0] * this.#q[n];
    }
  }

  turn(beta: ArrayLike<number>, mean: ArrayLike<number>): void {
    const [{ z, inverse }] = this.#levels;
    for (let n = 0; n < z.length; n++) this.#p[n] = inverse[n] > 0 ? z[n] - mean[0] + beta[0] * this.#p[n] : 0;
  }

  solution(): Float64Array {
    return this.#x;
  }
}

function forNodes({ base, from, to, stride }: GridLevel, visit: Visit, backward = false): void {
  for (let step = 0; step < base.length; step++) {
    const row = backward ? base.length - 1 - step : step;
    const length = to[row] - from[row];
    for (let s = 0; s < length; s++) {
      const i = backward ? to[row] - 1 - s : from[row] + s;
      visit(base[row] + i, base[row - 1] + i, base[row + 1] + i, base[row - stride] + i, base[row + stride] + i);
    }
  }
}

/** One step of Gauss-Seidel at a node. */
function relaxation({ cx, cy, cz, inverse, z, r }: LevelVectors): Visit {
  return (n, south, north, below, above) => {
    const x = cx[n - 1] * z[n - 1] + cx[n] * z[n + 1];
    const y = cy[south] * z[south] + cy[n] * z[north];
    z[n] = inverse[n] * (r[n] + x + y + cz[below] * z[below] + cz[n] * z[above]);
  };
}

function flow({ cx, cy, cz }: GridLevel, v: Float64Array, ...[n, south, north, below, above]: Parameters<Visit>): number {
  const x = cx[n - 1] * (v[n - 1] - v[n]) + cx[n] * (v[n + 1] - v[n]);
  const y = cy[south] * (v[south] - v[n]) + cy[n] * (v[north] - v[n]);
  return x + y + cz[below] * (v[below] - v[n]) + cz[n] * (v[above] - v[n]);
}

/** Trilinear weights between the conducting nodes of two levels. */
function forInterpolation(fine: GridLevel, coarse: GridLevel, visit: (n: number, c: number, weight: number) => void): void {
  const ends = (index: number): number[] => (index % 2 === 0 ? [index / 2] : [(index - 1) / 2, (index + 1) / 2]);
  for (let row = 0; row < fine.base.length; row++) {
    const [j, k] = [(row % fine.stride) - 1, Math.floor(row / fine.stride) - 1];
    for (let i = fine.from[row]; i < fine.to[row]; i++) {
      if (fine.inverse[fine.base[row] + i] === 0) continue;
      const [xs, ys, zs] = [ends(i), ends(j), ends(k)];
      const weight = 1 / (xs.length * ys.length * zs.length);
      for (const c of zs)
        for (const b of ys) for (const a of xs) visit(fine.base[row] + i, coarse.base[(c + 1) * coarse.stride + b + 1] + a, weight);
    }
  }
}
