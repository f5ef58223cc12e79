// Kernels of the field chain (AssemblyScript, not TypeScript), single precision, four points at a time. Arguments named like pointers are byte offsets into the
// memory, whose layout the caller owns. A dipole is eight numbers: position [m], 0, moment [A·m²/A], 0. Points are three planes of `count` values each,
// count a multiple of 4. Formulas and units: the TypeScript twins named at each function.

const MU0_OVER_4PI: f32 = 1e-7;

// @ts-ignore: decorator
@inline
function splat(value: f32): v128 {
  return f32x4.splat(value);
}

// @ts-ignore: decorator
@inline
function dot3(ax: v128, ay: v128, az: v128, bx: v128, by: v128, bz: v128): v128 {
  return f32x4.add(f32x4.add(f32x4.mul(ax, bx), f32x4.mul(ay, by)), f32x4.mul(az, bz));
}

/** Twin: src/physics/modes/normalFluxDensity.ts. `points` and `normals` are three planes each; `out` holds `count` values. */
export function normalFluxDensity(dipoles: usize, dipoleCount: i32, points: usize, normals: usize, count: i32, out: usize): void {
  const plane = (<usize>count) << 2;
  const end = dipoles + ((<usize>dipoleCount) << 5);
  for (let o: usize = 0; o < plane; o += 16) {
    const px = v128.load(points + o);
    const py = v128.load(points + o + plane);
    const pz = v128.load(points + o + 2 * plane);
    const nx = v128.load(normals + o);
    const ny = v128.load(normals + o + plane);
    const nz = v128.load(normals + o + 2 * plane);
    let sum = splat(0);
    for (let d = dipoles; d < end; d += 32) {
      const rx = f32x4.sub(px, v128.load32_splat(d));
      const ry = f32x4.sub(py, v128.load32_splat(d, 4));
      const rz = f32x4.sub(pz, v128.load32_splat(d, 8));
      const mx = v128.load32_splat(d, 16);
      const my = v128.load32_splat(d, 20);
      const mz = v128.load32_splat(d, 24);
      const inverseSquare = f32x4.div(splat(1), dot3(rx, ry, rz, rx, ry, rz));
      const inverseCube = f32x4.mul(inverseSquare, f32x4.sqrt(inverseSquare));
      const along = f32x4.mul(f32x4.mul(splat(3), inverseSquare), dot3(mx, my, mz, rx, ry, rz));
      const normal = f32x4.sub(f32x4.mul(along, dot3(rx, ry, rz, nx, ny, nz)), dot3(mx, my, mz, nx, ny, nz));
      sum = f32x4.add(sum, f32x4.mul(inverseCube, normal));
    }
    v128.store(out + o, f32x4.mul(sum, splat(MU0_OVER_4PI)));
  }
}

/** Twin: src/physics/vectorPotential.ts, times `factor` (-1 gives the primary field). `out`: three planes. */
export function vectorPotential(dipoles: usize, dipoleCount: i32, points: usize, count: i32, factor: f32, out: usize): void {
  const plane = (<usize>count) << 2;
  const end = dipoles + ((<usize>dipoleCount) << 5);
  const unit = splat(MU0_OVER_4PI * factor);
  for (let o: usize = 0; o < plane; o += 16) {
    const px = v128.load(points + o);
    const py = v128.load(points + o + plane);
    const pz = v128.load(points + o + 2 * plane);
    let ax = splat(0);
    let ay = splat(0);
    let az = splat(0);
    for (let d = dipoles; d < end; d += 32) {
      const rx = f32x4.sub(px, v128.load32_splat(d));
      const ry = f32x4.sub(py, v128.load32_splat(d, 4));
      const rz = f32x4.sub(pz, v128.load32_splat(d, 8));
      const mx = v128.load32_splat(d, 16);
      const my = v128.load32_splat(d, 20);
      const mz = v128.load32_splat(d, 24);
      const inverseSquare = f32x4.div(splat(1), dot3(rx, ry, rz, rx, ry, rz));
      const inverseCube = f32x4.mul(inverseSquare, f32x4.sqrt(inverseSquare));
      ax = f32x4.add(ax, f32x4.mul(inverseCube, f32x4.sub(f32x4.mul(my, rz), f32x4.mul(mz, ry))));
      ay = f32x4.add(ay, f32x4.mul(inverseCube, f32x4.sub(f32x4.mul(mz, rx), f32x4.mul(mx, rz))));
      az = f32x4.add(az, f32x4.mul(inverseCube, f32x4.sub(f32x4.mul(mx, ry), f32x4.mul(my, rx))));
    }
    v128.store(out + o, f32x4.mul(ax, unit));
    v128.store(out + o + plane, f32x4.mul(ay, unit));
    v128.store(out + o + 2 * plane, f32x4.mul(az, unit));
  }
}

/** Twin: src/physics/sphereElectricField.ts, with dipoles and points relative to the center of the sphere. `out`: three planes. */
export function sphereElectricField(dipoles: usize, dipoleCount: i32, points: usize, count: i32, out: usize): void {
  const plane = (<usize>count) << 2;
  const end = dipoles + ((<usize>dipoleCount) << 5);
  const unit = splat(MU0_OVER_4PI);
  for (let o: usize = 0; o < plane; o += 16) {
    const px = v128.load(points + o);
    const py = v128.load(points + o + plane);
    const pz = v128.load(points + o + 2 * plane);
    let sx = splat(0);
    let sy = splat(0);
    let sz = splat(0);
    for (let d = dipoles; d < end; d += 32) {
      const rx = v128.load32_splat(d);
      const ry = v128.load32_splat(d, 4);
      const rz = v128.load32_splat(d, 8);
      const mx = v128.load32_splat(d, 16);
      const my = v128.load32_splat(d, 20);
      const mz = v128.load32_splat(d, 24);
      const radius = f32x4.sqrt(dot3(rx, ry, rz, rx, ry, rz));
      const ax = f32x4.sub(rx, px);
      const ay = f32x4.sub(ry, py);
      const az = f32x4.sub(rz, pz);
      const squared = dot3(ax, ay, az, ax, ay, az);
      const a = f32x4.sqrt(squared);
      const ra = dot3(rx, ry, rz, ax, ay, az);
      const inverseF = f32x4.div(splat(1), f32x4.mul(a, f32x4.add(f32x4.mul(radius, a), ra)));
      const c1 = f32x4.add(f32x4.add(a, f32x4.add(radius, radius)), f32x4.div(ra, a));
      const c2 = f32x4.add(f32x4.add(c1, a), f32x4.div(squared, radius));
      const gradient = f32x4.sub(f32x4.mul(c2, dot3(mx, my, mz, rx, ry, rz)), f32x4.mul(c1, dot3(mx, my, mz, px, py, pz)));
      const slope = f32x4.mul(inverseF, gradient);
      sx = f32x4.add(sx, f32x4.mul(inverseF, f32x4.sub(f32x4.mul(slope, rx), mx)));
      sy = f32x4.add(sy, f32x4.mul(inverseF, f32x4.sub(f32x4.mul(slope, ry), my)));
      sz = f32x4.add(sz, f32x4.mul(inverseF, f32x4.sub(f32x4.mul(slope, rz), mz)));
    }
    v128.store(out + o, f32x4.mul(unit, f32x4.sub(f32x4.mul(py, sz), f32x4.mul(pz, sy))));
    v128.store(out + o + plane, f32x4.mul(unit, f32x4.sub(f32x4.mul(pz, sx), f32x4.mul(px, sz))));
    v128.store(out + o + 2 * plane, f32x4.mul(unit, f32x4.sub(f32x4.mul(px, sy), f32x4.mul(py, sx))));
  }
}

/** `out` = W b for a row-major matrix, columns a multiple of 4. Twin: src/physics/modes/multiplyRows.ts. */
export function multiplyRows(matrix: usize, vector: usize, rows: i32, columns: i32, out: usize): void {
  const width = (<usize>columns) << 2;
  for (let r = 0; r < rows; r++) {
    let sum = splat(0);
    for (let o: usize = 0; o < width; o += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(matrix + o), v128.load(vector + o)));
    store<f32>(
      out + ((<usize>r) << 2),
      f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3)),
    );
    matrix += width;
  }
}

/**
 * `out` = U c for modes in 16-bit integers, stored in tiles: 16 rows of mode 0, the same 16 rows of mode 1, and so on; then the next 16 rows.
 * The step of the integers is already in `coefficients`. Twin: src/physics/modes/combineModes.ts.
 */
export function combineModes(modes: usize, coefficients: usize, tiles: i32, modeCount: i32, out: usize): void {
  const end = coefficients + ((<usize>modeCount) << 2);
  for (let t = 0; t < tiles; t++) {
    let s0 = splat(0);
    let s1 = splat(0);
    let s2 = splat(0);
    let s3 = splat(0);
    for (let c = coefficients; c < end; c += 4) {
      const factor = v128.load32_splat(c);
      const low = v128.load(modes);
      const high = v128.load(modes, 16);
      s0 = f32x4.add(s0, f32x4.mul(factor, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(low))));
      s1 = f32x4.add(s1, f32x4.mul(factor, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(low))));
      s2 = f32x4.add(s2, f32x4.mul(factor, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(high))));
      s3 = f32x4.add(s3, f32x4.mul(factor, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(high))));
      modes += 32;
    }
    v128.store(out, s0);
    v128.store(out, s1, 16);
    v128.store(out, s2, 32);
    v128.store(out, s3, 48);
    out += 64;
  }
}

/**
 * Trilinear samples of a field with three components per node: `corners` eight 16-bit node numbers per point (x fastest), `fractions` three
 * numbers per point, `out` four numbers per point: the vector and its magnitude. Reads four bytes beyond the last node.
 */
export function sampleTrilinear(field: usize, corners: usize, fractions: usize, count: i32, out: usize): void {
  for (let p = 0; p < count; p++) {
    const u = v128.load32_splat(fractions);
    const v = v128.load32_splat(fractions, 4);
    const w = v128.load32_splat(fractions, 8);
    const low = mix(
      mix(node(field, corners, 0), node(field, corners, 2), u),
      mix(node(field, corners, 4), node(field, corners, 6), u),
      v,
    );
    const high = mix(
      mix(node(field, corners, 8), node(field, corners, 10), u),
      mix(node(field, corners, 12), node(field, corners, 14), u),
      v,
    );
    const sample = mix(low, high, w);
    const square = f32x4.mul(sample, sample);
    const magnitude = sqrt<f32>(f32x4.extract_lane(square, 0) + f32x4.extract_lane(square, 1) + f32x4.extract_lane(square, 2));
    v128.store(out, f32x4.replace_lane(sample, 3, magnitude));
    corners += 16;
    fractions += 12;
    out += 16;
  }
}

// @ts-ignore: decorator
@inline
function node(field: usize, corners: usize, offset: usize): v128 {
  return v128.load(field + (<usize>load<u16>(corners + offset)) * 12);
}

// @ts-ignore: decorator
@inline
function mix(a: v128, b: v128, t: v128): v128 {
  return f32x4.add(a, f32x4.mul(t, f32x4.sub(b, a)));
}

export { decodePlane } from './decodePlane';
export { addTensorField, nodeDifferences } from './foldedField';
