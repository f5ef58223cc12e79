// Kernels of the folded cortex; see fieldKernels.ts for the layout of memory. Twelve numbers a node or a point: the field and its differences along x, y and z.

const NODE_BYTES: usize = 48;

// @ts-ignore: decorator
@inline
function mix(a: v128, b: v128, t: v128): v128 {
  return f32x4.add(a, f32x4.mul(t, f32x4.sub(b, a)));
}

// @ts-ignore: decorator
@inline
function difference(field: usize, neighbors: usize, node: i32): v128 {
  const below = <i32>load<u16>(neighbors);
  const above = <i32>load<u16>(neighbors, 2);
  const share: f32 = below == node || above == node ? 1 : 0.5;
  const step = f32x4.sub(v128.load(field + <usize>above * 12), v128.load(field + <usize>below * 12));
  return f32x4.mul(f32x4.splat(share), step);
}

/**
 * Twelve numbers a node from a field of stride 3. Vectors of four are stored three numbers apart, each over the last number of the one before: `out` needs four spare
 * bytes, and so does `field`. Twin: src/physics/folded/nodeDifferences.ts.
 */
export function nodeDifferences(field: usize, neighbors: usize, count: i32, out: usize): void {
  for (let n = 0; n < count; n++) {
    v128.store(out, v128.load(field + <usize>n * 12));
    v128.store(out, difference(field, neighbors, n), 12);
    v128.store(out, difference(field, neighbors + 4, n), 24);
    v128.store(out, difference(field, neighbors + 8, n), 36);
    neighbors += 12;
    out += NODE_BYTES;
  }
}

/** Four of the twelve numbers at a point. */
// @ts-ignore: decorator
@inline
function sample(nodes: usize, corners: usize, u: v128, v: v128, w: v128): v128 {
  const low = mix(mix(corner(nodes, corners, 0), corner(nodes, corners, 2), u), mix(corner(nodes, corners, 4), corner(nodes, corners, 6), u), v);
  const high = mix(mix(corner(nodes, corners, 8), corner(nodes, corners, 10), u), mix(corner(nodes, corners, 12), corner(nodes, corners, 14), u), v);
  return mix(low, high, w);
}

// @ts-ignore: decorator
@inline
function corner(nodes: usize, corners: usize, offset: usize): v128 {
  return v128.load(nodes + <usize>load<u16>(corners + offset) * NODE_BYTES);
}

// @ts-ignore: decorator
@inline
function row(tensor: usize, a: v128, b: v128, c: v128): f32 {
  const sum = f32x4.add(f32x4.add(f32x4.mul(v128.load(tensor), a), f32x4.mul(v128.load(tensor, 16), b)), f32x4.mul(v128.load(tensor, 32), c));
  return f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
}

/** Adds T·(E, ΔE) to `out`, stride 3 over the points; `tensors`: 36 single numbers a point. Twin: src/physics/folded/applyTensors.ts. */
export function addTensorField(nodes: usize, corners: usize, fractions: usize, tensors: usize, count: i32, out: usize): void {
  for (let p = 0; p < count; p++) {
    const u = v128.load32_splat(fractions);
    const v = v128.load32_splat(fractions, 4);
    const w = v128.load32_splat(fractions, 8);
    const a = sample(nodes, corners, u, v, w);
    const b = sample(nodes + 16, corners, u, v, w);
    const c = sample(nodes + 32, corners, u, v, w);
    store<f32>(out, load<f32>(out) + row(tensors, a, b, c));
    store<f32>(out, load<f32>(out, 4) + row(tensors + 48, a, b, c), 4);
    store<f32>(out, load<f32>(out, 8) + row(tensors + 96, a, b, c), 8);
    corners += 16;
    fractions += 12;
    tensors += 144;
    out += 12;
  }
}
