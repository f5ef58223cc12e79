// The primary field of a coil on the edges of a voxel grid (AssemblyScript, not TypeScript); levels as in voxelMultigrid.ts.

const STRIDE: usize = 0;
const ROWS: usize = 4;
const BASE: usize = 8;
const FROM: usize = 12;
const TO: usize = 16;
const CX: usize = 20;
const CY: usize = 24;
const CZ: usize = 28;
const R: usize = 40;

// @ts-ignore: decorator
@inline
function entry(level: usize, table: usize, row: i32): i32 {
  return load<i32>(load<usize>(level + table) + ((<usize>row) << 2));
}

/**
 * potential (x, y, z, 0 of each conducting node) := factor Σ m × d / |d|³ in row `row` of a level; dipoles as in fieldKernels (position, 0, moment, 0), in the
 * units of `spacing` and relative to node 0.
 */
export function potentialRow(level: usize, row: i32, dipoles: usize, count: i32, spacing: f32, factor: f32, potential: usize): void {
  const stride = load<i32>(level + STRIDE);
  const from = entry(level, FROM, row), to = entry(level, TO, row);
  const y = <f32>(row % stride - 1) * spacing, z = <f32>(row / stride - 1) * spacing;
  const end = dipoles + ((<usize>count) << 5);
  const base = potential + ((<usize>entry(level, BASE, row)) << 4);
  for (let i = from; i < to; i += 4) {
    const x = f32x4.mul(f32x4.splat(spacing), f32x4.add(f32x4.splat(<f32>i), f32x4(0, 1, 2, 3)));
    let ax = f32x4.splat(0), ay = f32x4.splat(0), az = f32x4.splat(0);
    for (let d = dipoles; d < end; d += 32) {
      const dx = f32x4.sub(x, v128.load32_splat(d));
      const dy: f32 = y - load<f32>(d, 4), dz: f32 = z - load<f32>(d, 8);
      const mx = v128.load32_splat(d, 16), my: f32 = load<f32>(d, 20), mz: f32 = load<f32>(d, 24);
      const square = f32x4.add(f32x4.mul(dx, dx), f32x4.splat(dy * dy + dz * dz));
      const weight = f32x4.div(f32x4.splat(1), f32x4.mul(square, f32x4.sqrt(square)));
      ax = f32x4.add(ax, f32x4.mul(weight, f32x4.splat(my * dz - mz * dy)));
      ay = f32x4.add(ay, f32x4.mul(weight, f32x4.sub(f32x4.mul(f32x4.splat(mz), dx), f32x4.mul(mx, f32x4.splat(dz)))));
      az = f32x4.add(az, f32x4.mul(weight, f32x4.sub(f32x4.mul(mx, f32x4.splat(dy)), f32x4.mul(f32x4.splat(my), dx))));
    }
    const f = f32x4.splat(factor), none = f32x4.splat(0);
    ax = f32x4.mul(ax, f);
    ay = f32x4.mul(ay, f);
    az = f32x4.mul(az, f);
    const low = v128.shuffle<i32>(ax, ay, 0, 4, 1, 5), high = v128.shuffle<i32>(ax, ay, 2, 6, 3, 7);
    const lowZ = v128.shuffle<i32>(az, none, 0, 4, 1, 5), highZ = v128.shuffle<i32>(az, none, 2, 6, 3, 7);
    const o = base + ((<usize>i) << 4);
    v128.store(o, v128.shuffle<i32>(low, lowZ, 0, 1, 4, 5));
    if (i + 1 < to) v128.store(o, v128.shuffle<i32>(low, lowZ, 2, 3, 6, 7), 16);
    if (i + 2 < to) v128.store(o, v128.shuffle<i32>(high, highZ, 0, 1, 4, 5), 32);
    if (i + 3 < to) v128.store(o, v128.shuffle<i32>(high, highZ, 2, 3, 6, 7), 48);
  }
}

// @ts-ignore: decorator
@inline
function edge(coefficients: usize, edgeAt: i32, potential: usize, a: i32, b: i32, axis: usize): f32 {
  const sum: f32 = load<f32>(potential + ((<usize>a) << 4) + axis) + load<f32>(potential + ((<usize>b) << 4) + axis);
  return load<f32>(coefficients + ((<usize>edgeAt) << 2)) * sum;
}

/** One lane of r := half the sum over the edges of a node of conductance × (potential at both ends along the edge, outward). */
export function edgeSource(level: usize, potential: usize, lane: i32): void {
  const cx = load<usize>(level + CX), cy = load<usize>(level + CY), cz = load<usize>(level + CZ);
  const r = load<usize>(level + R) + ((<usize>lane) << 2);
  const rows = load<i32>(level + ROWS), stride = load<i32>(level + STRIDE);
  for (let row = 0; row < rows; row++) {
    const from = entry(level, FROM, row), to = entry(level, TO, row);
    if (from >= to) continue;
    const b = entry(level, BASE, row), south = entry(level, BASE, row - 1), north = entry(level, BASE, row + 1);
    const below = entry(level, BASE, row - stride), above = entry(level, BASE, row + stride);
    for (let i = from; i < to; i++) {
      const n = b + i;
      const x: f32 = edge(cx, n, potential, n, n + 1, 0) - edge(cx, n - 1, potential, n - 1, n, 0);
      const y: f32 = edge(cy, n, potential, n, north + i, 4) - edge(cy, south + i, potential, south + i, n, 4);
      const z: f32 = edge(cz, n, potential, n, above + i, 8) - edge(cz, below + i, potential, below + i, n, 8);
      store<f32>(r + ((<usize>n) << 4), <f32>0.5 * (x + y + z));
    }
  }
}
