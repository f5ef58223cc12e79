// Multigrid and conjugate gradients on voxel grids for four right-hand sides at a time (AssemblyScript, not TypeScript). Twin: voxels/twinKernels.ts.
// A level is a row of 32-bit words, see the offsets; nodes are stored row by row along x, only from the first to the last conducting node of a row
// and its neighbors, so node (i, row) is element base[row] + i. Rows run over y, then z, with one empty row around. Values are four lanes a node.

const STRIDE: usize = 0; // rows per z step
const ROWS: usize = 4; // rows in all
const BASE: usize = 8;
const FROM: usize = 12;
const TO: usize = 16;
const CX: usize = 20; // conductance to the next node along x, y, z
const CY: usize = 24;
const CZ: usize = 28;
const INVERSE: usize = 32; // 1 / sum of the six conductances, 0 in air
const Z: usize = 36;
const R: usize = 40;

// @ts-ignore: decorator
@inline
function lanes(values: usize, index: i32): usize {
  return values + ((<usize>index) << 4);
}

// @ts-ignore: decorator
@inline
function splat(values: usize, index: i32): v128 {
  return v128.load32_splat(values + ((<usize>index) << 2));
}

// @ts-ignore: decorator
@inline
function entry(level: usize, table: usize, row: i32): i32 {
  return load<i32>(load<usize>(level + table) + ((<usize>row) << 2));
}

// Sum over the neighbors at y and z of conductance × value for node i.
// @ts-ignore: decorator
@inline
function acrossSum(v: usize, cy: usize, cz: usize, i: i32, b: i32, south: i32, north: i32, below: i32, above: i32): v128 {
  const a = f32x4.add(
    f32x4.mul(splat(cy, south + i), v128.load(lanes(v, south + i))),
    f32x4.mul(splat(cy, b + i), v128.load(lanes(v, north + i))),
  );
  const c = f32x4.add(
    f32x4.mul(splat(cz, below + i), v128.load(lanes(v, below + i))),
    f32x4.mul(splat(cz, b + i), v128.load(lanes(v, above + i))),
  );
  return f32x4.add(a, c);
}

// Sum of conductance × (value of the neighbor - own value) over the six neighbors: differences first, which keeps digits.
// @ts-ignore: decorator
@inline
function flow(v: usize, cx: usize, cy: usize, cz: usize, i: i32, b: i32, south: i32, north: i32, below: i32, above: i32): v128 {
  const own = v128.load(lanes(v, b + i));
  const x = f32x4.add(
    f32x4.mul(splat(cx, b + i - 1), f32x4.sub(v128.load(lanes(v, b + i - 1)), own)),
    f32x4.mul(splat(cx, b + i), f32x4.sub(v128.load(lanes(v, b + i + 1)), own)),
  );
  const y = f32x4.add(
    f32x4.mul(splat(cy, south + i), f32x4.sub(v128.load(lanes(v, south + i)), own)),
    f32x4.mul(splat(cy, b + i), f32x4.sub(v128.load(lanes(v, north + i)), own)),
  );
  const z = f32x4.add(
    f32x4.mul(splat(cz, below + i), f32x4.sub(v128.load(lanes(v, below + i)), own)),
    f32x4.mul(splat(cz, b + i), f32x4.sub(v128.load(lanes(v, above + i)), own)),
  );
  return f32x4.add(f32x4.add(x, y), z);
}

/** z := one forward Gauss-Seidel sweep for A z = r that starts from zero. */
export function smoothFromZero(level: usize): void {
  const cx = load<usize>(level + CX), cy = load<usize>(level + CY), cz = load<usize>(level + CZ), inverse = load<usize>(level + INVERSE);
  const z = load<usize>(level + Z), r = load<usize>(level + R);
  const rows = load<i32>(level + ROWS), stride = load<i32>(level + STRIDE);
  for (let row = 0; row < rows; row++) {
    const to = entry(level, TO, row);
    let i = entry(level, FROM, row);
    if (i >= to) continue;
    const b = entry(level, BASE, row), south = entry(level, BASE, row - 1), below = entry(level, BASE, row - stride);
    let west = f32x4.splat(0);
    for (; i < to; i++) {
      const known = f32x4.add(
        f32x4.add(v128.load(lanes(r, b + i)), f32x4.mul(splat(cy, south + i), v128.load(lanes(z, south + i)))),
        f32x4.mul(splat(cz, below + i), v128.load(lanes(z, below + i))),
      );
      const d = splat(inverse, b + i);
      west = f32x4.add(f32x4.mul(d, known), f32x4.mul(f32x4.mul(d, splat(cx, b + i - 1)), west));
      v128.store(lanes(z, b + i), west);
    }
  }
}

/** One forward Gauss-Seidel sweep for A z = r. */
export function smoothForward(level: usize): void {
  const cx = load<usize>(level + CX), cy = load<usize>(level + CY), cz = load<usize>(level + CZ), inverse = load<usize>(level + INVERSE);
  const z = load<usize>(level + Z), r = load<usize>(level + R);
  const rows = load<i32>(level + ROWS), stride = load<i32>(level + STRIDE);
  for (let row = 0; row < rows; row++) {
    const to = entry(level, TO, row);
    let i = entry(level, FROM, row);
    if (i >= to) continue;
    const b = entry(level, BASE, row), south = entry(level, BASE, row - 1), north = entry(level, BASE, row + 1);
    const below = entry(level, BASE, row - stride), above = entry(level, BASE, row + stride);
    let west = f32x4.splat(0);
    for (; i < to; i++) {
      const known = f32x4.add(
        f32x4.add(v128.load(lanes(r, b + i)), f32x4.mul(splat(cx, b + i), v128.load(lanes(z, b + i + 1)))),
        acrossSum(z, cy, cz, i, b, south, north, below, above),
      );
      const d = splat(inverse, b + i);
      west = f32x4.add(f32x4.mul(d, known), f32x4.mul(f32x4.mul(d, splat(cx, b + i - 1)), west));
      v128.store(lanes(z, b + i), west);
    }
  }
}

/** One backward Gauss-Seidel sweep for A z = r. */
export function smoothBackward(level: usize): void {
  const cx = load<usize>(level + CX), cy = load<usize>(level + CY), cz = load<usize>(level + CZ), inverse = load<usize>(level + INVERSE);
  const z = load<usize>(level + Z), r = load<usize>(level + R);
  const stride = load<i32>(level + STRIDE);
  for (let row = load<i32>(level + ROWS) - 1; row >= 0; row--) {
    const from = entry(level, FROM, row);
    let i = entry(level, TO, row) - 1;
    if (i < from) continue;
    const b = entry(level, BASE, row), south = entry(level, BASE, row - 1), north = entry(level, BASE, row + 1);
    const below = entry(level, BASE, row - stride), above = entry(level, BASE, row + stride);
    let east = f32x4.splat(0);
    for (; i >= from; i--) {
      const known = f32x4.add(
        f32x4.add(v128.load(lanes(r, b + i)), f32x4.mul(splat(cx, b + i - 1), v128.load(lanes(z, b + i - 1)))),
        acrossSum(z, cy, cz, i, b, south, north, below, above),
      );
      const d = splat(inverse, b + i);
      east = f32x4.add(f32x4.mul(d, known), f32x4.mul(f32x4.mul(d, splat(cx, b + i)), east));
      v128.store(lanes(z, b + i), east);
    }
  }
}

/** r of the coarse level := transposed interpolation of r - A z of the fine one. `scratch` holds two rows with 4 nodes more than the fine one; `width` nodes a fine row. */
export function restrictResidual(fine: usize, coarse: usize, coarseBytes: i32, scratch: usize, width: i32): void {
  const cx = load<usize>(fine + CX), cy = load<usize>(fine + CY), cz = load<usize>(fine + CZ);
  const z = load<usize>(fine + Z), r = load<usize>(fine + R), target = load<usize>(coarse + R);
  const rows = load<i32>(fine + ROWS), stride = load<i32>(fine + STRIDE), coarseStride = load<i32>(coarse + STRIDE);
  memory.fill(target, 0, coarseBytes);
  // One node of zeros before the row.
  const line = scratch + 16, half = f32x4.splat(0.5);
  const narrow = scratch + ((<usize>(width + 4)) << 4);
  for (let row = 0; row < rows; row++) {
    const from = entry(fine, FROM, row), to = entry(fine, TO, row);
    if (from >= to) continue;
    const b = entry(fine, BASE, row), south = entry(fine, BASE, row - 1), north = entry(fine, BASE, row + 1);
    const below = entry(fine, BASE, row - stride), above = entry(fine, BASE, row + stride);
    memory.fill(scratch, 0, (<usize>(width + 4)) << 4);
    for (let i = from; i < to; i++) {
      v128.store(lanes(line, i), f32x4.add(v128.load(lanes(r, b + i)), flow(z, cx, cy, cz, i, b, south, north, below, above)));
    }
    const first = from >> 1, last = to >> 1;
    for (let i = first; i <= last; i++) {
      const sides = f32x4.add(v128.load(lanes(line, 2 * i - 1)), v128.load(lanes(line, 2 * i + 1)));
      v128.store(lanes(narrow, i), f32x4.add(v128.load(lanes(line, 2 * i)), f32x4.mul(half, sides)));
    }
    const y = row % stride - 1, k = row / stride - 1;
    for (let c = k >> 1; c <= (k + 1) >> 1; c++) {
      for (let a = y >> 1; a <= (y + 1) >> 1; a++) {
        const coarseRow = (c + 1) * coarseStride + a + 1;
        const weight = f32x4.splat(<f32>((k & 1 ? 0.5 : 1) * (y & 1 ? 0.5 : 1)));
        const start = max(first, entry(coarse, FROM, coarseRow)), end = min(last + 1, entry(coarse, TO, coarseRow));
        const to = lanes(target, entry(coarse, BASE, coarseRow));
        for (let i = start; i < end; i++) {
          const o = lanes(to, i);
          v128.store(o, f32x4.add(v128.load(o), f32x4.mul(weight, v128.load(lanes(narrow, i)))));
        }
      }
    }
  }
}

/** z of the fine level += trilinear interpolation of z of the coarse one. */
export function prolong(fine: usize, coarse: usize, scratch: usize): void {
  const z = load<usize>(fine + Z), source = load<usize>(coarse + Z);
  const rows = load<i32>(fine + ROWS), stride = load<i32>(fine + STRIDE), coarseStride = load<i32>(coarse + STRIDE);
  const half = f32x4.splat(0.5);
  for (let row = 0; row < rows; row++) {
    const from = entry(fine, FROM, row), to = entry(fine, TO, row);
    if (from >= to) continue;
    const y = row % stride - 1, k = row / stride - 1;
    const first = from >> 1, last = to >> 1;
    const rowA = ((k >> 1) + 1) * coarseStride + (y >> 1) + 1;
    const nextY = y & 1, nextZ = k & 1 ? coarseStride : 0;
    const a = lanes(source, entry(coarse, BASE, rowA)), b = lanes(source, entry(coarse, BASE, rowA + nextY));
    const c = lanes(source, entry(coarse, BASE, rowA + nextZ)), d = lanes(source, entry(coarse, BASE, rowA + nextZ + nextY));
    const quarter = f32x4.splat(0.25);
    for (let i = first; i <= last; i++) {
      const sum = f32x4.add(
        f32x4.add(v128.load(lanes(a, i)), v128.load(lanes(b, i))),
        f32x4.add(v128.load(lanes(c, i)), v128.load(lanes(d, i))),
      );
      v128.store(lanes(scratch, i), f32x4.mul(quarter, sum));
    }
    const own = lanes(z, entry(fine, BASE, row));
    for (let i = from; i < to; i++) {
      const low = v128.load(lanes(scratch, i >> 1));
      const value = i & 1 ? f32x4.mul(half, f32x4.add(low, v128.load(lanes(scratch, (i >> 1) + 1)))) : low;
      const o = lanes(own, i);
      v128.store(o, f32x4.add(v128.load(o), value));
    }
  }
}

// out[0 … 3] += the four lanes, in double precision.
// @ts-ignore: decorator
@inline
function addTo(out: usize, v: v128): void {
  v128.store(out, f64x2.add(v128.load(out), f64x2.promote_low_f32x4(v)));
  v128.store(out, f64x2.add(v128.load(out, 16), f64x2.promote_low_f32x4(v128.shuffle<i32>(v, v, 2, 3, 2, 3))), 16);
}

/** q := A p; out[0 … 3] (double) := p·q. */
export function applyMatrix(level: usize, p: usize, q: usize, out: usize): void {
  const cx = load<usize>(level + CX), cy = load<usize>(level + CY), cz = load<usize>(level + CZ);
  const rows = load<i32>(level + ROWS), stride = load<i32>(level + STRIDE);
  memory.fill(out, 0, 32);
  for (let row = 0; row < rows; row++) {
    const from = entry(level, FROM, row), to = entry(level, TO, row);
    if (from >= to) continue;
    const b = entry(level, BASE, row), south = entry(level, BASE, row - 1), north = entry(level, BASE, row + 1);
    const below = entry(level, BASE, row - stride), above = entry(level, BASE, row + stride);
    let sum = f32x4.splat(0);
    for (let i = from; i < to; i++) {
      const value = f32x4.neg(flow(p, cx, cy, cz, i, b, south, north, below, above));
      v128.store(lanes(q, b + i), value);
      sum = f32x4.add(sum, f32x4.mul(value, v128.load(lanes(p, b + i))));
    }
    addTo(out, sum);
  }
}

/** out (20 doubles): sums of z, r, q, then r·z and q·z. */
export function sums(level: usize, q: usize, out: usize): void {
  const z = load<usize>(level + Z), r = load<usize>(level + R), rows = load<i32>(level + ROWS);
  memory.fill(out, 0, 160);
  for (let row = 0; row < rows; row++) {
    const from = entry(level, FROM, row), to = entry(level, TO, row);
    if (from >= to) continue;
    const b = entry(level, BASE, row);
    let s0 = f32x4.splat(0), s1 = f32x4.splat(0), s2 = f32x4.splat(0), s3 = f32x4.splat(0), s4 = f32x4.splat(0);
    for (let i = from; i < to; i++) {
      const zi = v128.load(lanes(z, b + i)), ri = v128.load(lanes(r, b + i)), qi = v128.load(lanes(q, b + i));
      s0 = f32x4.add(s0, zi);
      s1 = f32x4.add(s1, ri);
      s2 = f32x4.add(s2, qi);
      s3 = f32x4.add(s3, f32x4.mul(ri, zi));
      s4 = f32x4.add(s4, f32x4.mul(qi, zi));
    }
    addTo(out, s0);
    addTo(out + 32, s1);
    addTo(out + 64, s2);
    addTo(out + 96, s3);
    addTo(out + 128, s4);
  }
}

/** x += alpha p, r -= alpha q over `count` nodes; alpha: four lanes. */
export function step(x: usize, r: usize, p: usize, q: usize, alpha: usize, count: i32): void {
  const a = v128.load(alpha);
  for (let i = 0; i < count; i++) {
    const xi = lanes(x, i), ri = lanes(r, i);
    v128.store(xi, f32x4.add(v128.load(xi), f32x4.mul(a, v128.load(lanes(p, i)))));
    v128.store(ri, f32x4.sub(v128.load(ri), f32x4.mul(a, v128.load(lanes(q, i)))));
  }
}

/** p := z - mean + beta p on the conducting nodes; factors: four lanes of beta, four of the mean. */
export function turn(level: usize, p: usize, factors: usize): void {
  const z = load<usize>(level + Z), inverse = load<usize>(level + INVERSE), rows = load<i32>(level + ROWS);
  const beta = v128.load(factors), mean = v128.load(factors, 16), none = f32x4.splat(0);
  for (let row = 0; row < rows; row++) {
    const to = entry(level, TO, row), b = entry(level, BASE, row);
    for (let i = entry(level, FROM, row); i < to; i++) {
      const o = lanes(p, b + i);
      const value = f32x4.add(f32x4.sub(v128.load(lanes(z, b + i)), mean), f32x4.mul(beta, v128.load(o)));
      v128.store(o, v128.bitselect(value, none, f32x4.ne(splat(inverse, b + i), none)));
    }
  }
}
