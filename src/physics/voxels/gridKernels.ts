import type { Dipoles } from '../dipoles';
import type { GridLevel } from './gridLevel';

/** Placement of the finest grid [m]. */
export interface GridFrame {
  readonly spacing: number;
  readonly origin: readonly [number, number, number];
}

/** Sums over the conducting nodes of the finest level, one number a lane. */
export interface LaneSums {
  readonly z: Float64Array;
  readonly r: Float64Array;
  readonly q: Float64Array;
  readonly rz: Float64Array;
  readonly qz: Float64Array;
}

/**
 * What the conjugate gradients need, for `lanes` right-hand sides at a time: on every level the vectors z and r, on the finest also x, p and q. In
 * WebAssembly (single precision, four lanes) or TypeScript (double precision, one).
 */
export interface GridKernels {
  readonly backend: 'wasm' | 'typescript';
  readonly lanes: number;
  /** The finest level without its conductances, and how many levels there are. */
  readonly finest: Pick<GridLevel, 'nodes' | 'stride' | 'base' | 'from' | 'to' | 'count' | 'conducting'>;
  readonly levelCount: number;
  /** x = p = q = r = 0. */
  clear(): void;
  /** Right-hand side of one lane for the primary field of a coil, in `POTENTIAL_UNIT` × spacing. `progress` gets the finished share. */
  source(lane: number, dipoles: Dipoles, progress: (share: number) => Promise<void>): Promise<void>;
  smoothFromZero(level: number): void;
  smoothForward(level: number): void;
  smoothBackward(level: number): void;
  restrictResidual(fineLevel: number): void;
  prolong(fineLevel: number): void;
  /** Removes the mean from r of the coarsest level: the sum of a right-hand side is zero but for rounding. */
  centerCoarsest(): void;
  /** q = A p; returns p·q. */
  applyMatrix(): Float64Array;
  sums(): LaneSums;
  /** x += alpha p, r -= alpha q. */
  step(alpha: ArrayLike<number>): void;
  /** p = z - mean + beta p. */
  turn(beta: ArrayLike<number>, mean: ArrayLike<number>): void;
  /** x: element × lanes + lane. A view that the next call overwrites. */
  solution(): Float32Array | Float64Array;
}

/** Potentials are held in this [V per A/s, over the spacing in m]: keeps single precision away from its smallest numbers. */
export const POTENTIAL_UNIT = 1e-6;
