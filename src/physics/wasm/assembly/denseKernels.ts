// Dense single-precision linear algebra for the operator builder (AssemblyScript, not TypeScript). All arguments named like pointers are byte
// offsets into the imported memory; matrices are row-major, `ld…` is the row length in elements. The callers own the memory and the threads.

// Columns in a packed strip: two vectors of four.
const STRIP: i32 = 8;

/**
 * Packs `depth` rows × `columns` columns (a multiple of 8) into strips: strip s holds columns 8s … 8s+7, row after row.
 */
export function packStrips(source: usize, ldSource: i32, depth: i32, columns: i32, packed: usize): void {
  for (let s = 0; s < columns; s += STRIP) {
    for (let p = 0; p < depth; p++) {
      const from = source + (((<usize>p) * ldSource + s) << 2);
      v128.store(packed, v128.load(from));
      v128.store(packed, v128.load(from, 16), 16);
      packed += 32;
    }
  }
}

/**
 * C += sign · A B with B packed by `packStrips`: A is rows × depth, C is rows × columns; rows a multiple of 4, columns a multiple of 8.
 */
export function multiplyPacked(a: usize, ldA: i32, packed: usize, c: usize, ldC: i32, rows: i32, columns: i32, depth: i32, sign: f32): void {
  const strideA = (<usize>ldA) << 2;
  const strideC = (<usize>ldC) << 2;
  const factor = f32x4.splat(sign);
  for (let s = 0; s < columns; s += STRIP) {
    const strip = packed + (((<usize>s) * depth) << 2);
    for (let r = 0; r < rows; r += 4) {
      let a0 = a + (<usize>r) * strideA;
      let a1 = a0 + strideA;
      let a2 = a1 + strideA;
      let a3 = a2 + strideA;
      let b = strip;
      const end = strip + ((<usize>depth) << 5);
      let s00 = f32x4.splat(0), s01 = f32x4.splat(0), s10 = f32x4.splat(0), s11 = f32x4.splat(0);
      let s20 = f32x4.splat(0), s21 = f32x4.splat(0), s30 = f32x4.splat(0), s31 = f32x4.splat(0);
      while (b < end) {
        const b0 = v128.load(b);
        const b1 = v128.load(b, 16);
        const x0 = v128.load32_splat(a0);
        s00 = f32x4.add(s00, f32x4.mul(x0, b0));
        s01 = f32x4.add(s01, f32x4.mul(x0, b1));
        const x1 = v128.load32_splat(a1);
        s10 = f32x4.add(s10, f32x4.mul(x1, b0));
        s11 = f32x4.add(s11, f32x4.mul(x1, b1));
        const x2 = v128.load32_splat(a2);
        s20 = f32x4.add(s20, f32x4.mul(x2, b0));
        s21 = f32x4.add(s21, f32x4.mul(x2, b1));
        const x3 = v128.load32_splat(a3);
        s30 = f32x4.add(s30, f32x4.mul(x3, b0));
        s31 = f32x4.add(s31, f32x4.mul(x3, b1));
        a0 += 4;
        a1 += 4;
        a2 += 4;
        a3 += 4;
        b += 32;
      }
      let t = c + (<usize>r) * strideC + ((<usize>s) << 2);
      accumulate(t, s00, s01, factor);
      t += strideC;
      accumulate(t, s10, s11, factor);
      t += strideC;
      accumulate(t, s20, s21, factor);
      t += strideC;
      accumulate(t, s30, s31, factor);
    }
  }
}

// @ts-ignore: decorator
@inline
function accumulate(target: usize, low: v128, high: v128, factor: v128): void {
  v128.store(target, f32x4.add(v128.load(target), f32x4.mul(factor, low)));
  v128.store(target, f32x4.add(v128.load(target, 16), f32x4.mul(factor, high)), 16);
}

/** LU factors of a size × size block in place, without pivoting: unit lower triangle below the diagonal, U on and above it. */
export function factorBlock(a: usize, ldA: i32, size: i32): void {
  const stride = (<usize>ldA) << 2;
  for (let k = 0; k < size; k++) {
    const pivotRow = a + (<usize>k) * stride;
    const inverse: f32 = 1 / load<f32>(pivotRow + ((<usize>k) << 2));
    for (let i = k + 1; i < size; i++) {
      const row = a + (<usize>i) * stride;
      const factor: f32 = load<f32>(row + ((<usize>k) << 2)) * inverse;
      store<f32>(row + ((<usize>k) << 2), factor);
      for (let j = k + 1; j < size; j++) {
        const o = (<usize>j) << 2;
        store<f32>(row + o, load<f32>(row + o) - factor * load<f32>(pivotRow + o));
      }
    }
  }
}

// Row `target` minus factor times row `source`, columns a multiple of 4.
// @ts-ignore: decorator
@inline
function subtractRow(target: usize, source: usize, factor: f32, columns: i32): void {
  const f = f32x4.splat(factor);
  const end = target + ((<usize>columns) << 2);
  while (target < end) {
    v128.store(target, f32x4.sub(v128.load(target), f32x4.mul(f, v128.load(source))));
    target += 16;
    source += 16;
  }
}

/** B := L⁻¹ B for the unit lower triangle of a factored block; B is size × columns, columns a multiple of 4. */
export function solveLower(block: usize, ldBlock: i32, size: i32, b: usize, ldB: i32, columns: i32): void {
  for (let i = 1; i < size; i++) {
    for (let k = 0; k < i; k++) {
      const factor = load<f32>(block + (((<usize>i) * ldBlock + k) << 2));
      subtractRow(b + (((<usize>i) * ldB) << 2), b + (((<usize>k) * ldB) << 2), factor, columns);
    }
  }
}

/** B := U⁻¹ B for the upper triangle of a factored block; B is size × columns, columns a multiple of 4. */
export function solveUpper(block: usize, ldBlock: i32, size: i32, b: usize, ldB: i32, columns: i32): void {
  for (let i = size - 1; i >= 0; i--) {
    const row = b + (((<usize>i) * ldB) << 2);
    for (let k = i + 1; k < size; k++) {
      const factor = load<f32>(block + (((<usize>i) * ldBlock + k) << 2));
      subtractRow(row, b + (((<usize>k) * ldB) << 2), factor, columns);
    }
    const inverse = f32x4.splat(1 / load<f32>(block + (((<usize>i) * ldBlock + i) << 2)));
    for (let j = 0; j < columns; j += 4) {
      const o = row + ((<usize>j) << 2);
      v128.store(o, f32x4.mul(v128.load(o), inverse));
    }
  }
}

/** B := B U⁻¹ for the upper triangle of a factored block; B is rows × size. */
export function solveUpperRight(block: usize, ldBlock: i32, size: i32, b: usize, ldB: i32, rows: i32): void {
  for (let r = 0; r < rows; r++) {
    const row = b + (((<usize>r) * ldB) << 2);
    for (let k = 0; k < size; k++) {
      const pivotRow = block + (((<usize>k) * ldBlock) << 2);
      const value: f32 = load<f32>(row + ((<usize>k) << 2)) / load<f32>(pivotRow + ((<usize>k) << 2));
      store<f32>(row + ((<usize>k) << 2), value);
      const f = f32x4.splat(value);
      let j = k + 1;
      for (; j < size && (j & 3) != 0; j++) {
        const o = (<usize>j) << 2;
        store<f32>(row + o, load<f32>(row + o) - value * load<f32>(pivotRow + o));
      }
      for (; j < size; j += 4) {
        const o = (<usize>j) << 2;
        v128.store(row + o, f32x4.sub(v128.load(row + o), f32x4.mul(f, v128.load(pivotRow + o))));
      }
    }
  }
}
