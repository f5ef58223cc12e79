import type { Vec3 } from '../core/vec3';
import { insideSurface } from '../head/insideSurface';
import type { Surface } from '../head/surface';

/**
 * The regular grid that carries the field inside the brain. Everything a person sees or reads samples it by trilinear interpolation.
 * Node (i, j, k) lies at `origin + spacing · (i, j, k)` [m, head frame]; its flat index is `i + nx (j + ny k)`.
 */
export interface FieldGrid {
  readonly origin: Vec3;
  /** Distance between neighboring nodes, in metres. */
  readonly spacing: number;
  /** Number of nodes along x, y and z. */
  readonly dimensions: readonly [number, number, number];
  /** Flat indices of the nodes that carry a field: every corner of every cell that a point inside the brain shell can fall into. */
  readonly nodes: Uint32Array;
  /** One entry per entry of `nodes`: 1 where the node itself lies inside the brain shell. */
  readonly inside: Uint8Array;
}

/** Spacing of the shipped grid, in metres: 0.35-0.4 % interpolation error at 6 mm depth (4 mm: 0.2 %, 6 mm: 0.55 %). */
export const FIELD_GRID_SPACING = 0.005;

/** Spacing of the finer lattice on which a cell is asked whether the brain shell reaches into it, as a share of the grid spacing. */
const PROBES_PER_CELL = 3;

/** The grid around a closed brain shell; `extra` are further points [m, stride 3] that must be samplable, such as the cortical vertices. */
export function createFieldGrid(brainShell: Surface, spacing = FIELD_GRID_SPACING, extra?: ArrayLike<number>): FieldGrid {
  const { low, high } = bounds(brainShell.positions);
  const origin = low.map((x) => Math.floor(x / spacing) * spacing) as unknown as Vec3;
  const dimensions = high.map((x, axis) => Math.ceil(x / spacing - 1e-9) - Math.round(origin[axis] / spacing) + 1) as [
    number,
    number,
    number,
  ];
  const touched = new Uint8Array(dimensions[0] * dimensions[1] * dimensions[2]);
  markShellCells(brainShell, origin, spacing, dimensions, touched);
  if (extra) for (let p = 0; p < extra.length; p += 3) markCell(origin, spacing, dimensions, extra[p], extra[p + 1], extra[p + 2], touched);
  const nodes = Uint32Array.from(touched.keys()).filter((index) => touched[index] === 1);
  const grid = { origin, spacing, dimensions, nodes, inside: new Uint8Array(0) };
  return { ...grid, inside: insideSurface(brainShell, nodePositions(grid)) };
}

/** Positions of `grid.nodes`, stride 3, metres, head frame. */
export function nodePositions(grid: Pick<FieldGrid, 'origin' | 'spacing' | 'dimensions' | 'nodes'>): Float64Array {
  const [nx, ny] = grid.dimensions;
  const out = new Float64Array(3 * grid.nodes.length);
  for (let n = 0; n < grid.nodes.length; n++) {
    const index = grid.nodes[n];
    out[3 * n] = grid.origin[0] + grid.spacing * (index % nx);
    out[3 * n + 1] = grid.origin[1] + grid.spacing * (Math.floor(index / nx) % ny);
    out[3 * n + 2] = grid.origin[2] + grid.spacing * Math.floor(index / (nx * ny));
  }
  return out;
}

function bounds(positions: ArrayLike<number>): { low: number[]; high: number[] } {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let p = 0; p < positions.length; p++) {
    low[p % 3] = Math.min(low[p % 3], positions[p]);
    high[p % 3] = Math.max(high[p % 3], positions[p]);
  }
  return { low, high };
}

/** Marks the corners of every cell in which a lattice of probes, or a vertex of the shell, finds the inside of the shell. */
function markShellCells(shell: Surface, origin: Vec3, spacing: number, dimensions: readonly number[], touched: Uint8Array): void {
  const step = spacing / PROBES_PER_CELL;
  const counts = dimensions.map((n) => (n - 1) * PROBES_PER_CELL);
  const layer = new Float64Array(3 * counts[0] * counts[1]);
  for (let k = 0; k < counts[2]; k++) {
    for (let j = 0, p = 0; j < counts[1]; j++) {
      for (let i = 0; i < counts[0]; i++) {
        layer[p++] = origin[0] + (i + 0.5) * step;
        layer[p++] = origin[1] + (j + 0.5) * step;
        layer[p++] = origin[2] + (k + 0.5) * step;
      }
    }
    const inside = insideSurface(shell, layer);
    for (let n = 0; n < inside.length; n++) {
      if (inside[n]) markCell(origin, spacing, dimensions, layer[3 * n], layer[3 * n + 1], layer[3 * n + 2], touched);
    }
  }
  const v = shell.positions;
  for (let p = 0; p < v.length; p += 3) markCell(origin, spacing, dimensions, v[p], v[p + 1], v[p + 2], touched);
}

function markCell(
  origin: Vec3,
  spacing: number,
  dimensions: readonly number[],
  x: number,
  y: number,
  z: number,
  touched: Uint8Array,
): void {
  const [nx, ny, nz] = dimensions;
  const i = clamp(Math.floor((x - origin[0]) / spacing), nx - 2);
  const j = clamp(Math.floor((y - origin[1]) / spacing), ny - 2);
  const k = clamp(Math.floor((z - origin[2]) / spacing), nz - 2);
  const corner = i + nx * (j + ny * k);
  for (const shift of [0, 1, nx, nx + 1]) {
    touched[corner + shift] = 1;
    touched[corner + shift + nx * ny] = 1;
  }
}

const clamp = (value: number, highest: number): number => Math.min(Math.max(value, 0), highest);
