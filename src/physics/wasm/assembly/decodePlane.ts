// Decoder of one component of one mode (AssemblyScript). Twin: visitPlane with the reader of rangeCoder.ts, in src/physics/modes.

const BITS: u32 = 12;
const LOWEST: u32 = 1 << 16;
const LARGEST: i32 = 126;
const ESCAPE: i32 = 253;

/**
 * `control`: state, address of the next word, address of the next escape (32 bits each, updated). `weights`: seven 32-bit integers. `values`, `sizes`,
 * `before`: 32-bit integers, count + 1 of each; `before` may be a plane of zeros. `entries` holds, for each context and slot, symbol | frequency << 8 | start << 20
 * (the frequency 4096 does not fit and is stored as 0). `contextOfSum`: 4096 bytes. The values also go into the 16-row tiles, rows axis, axis + 3, …
 */
export function decodePlane(
  control: usize,
  neighbors: usize,
  count: i32,
  weights: usize,
  values: usize,
  sizes: usize,
  before: usize,
  entries: usize,
  contextOfSum: usize,
  tiles: usize,
  mode: i32,
  modeCount: i32,
  axis: i32,
): void {
  let state = load<u32>(control);
  let word: usize = load<u32>(control, 4);
  let escape: usize = load<u32>(control, 8);
  const w0 = load<i32>(weights), w1 = load<i32>(weights, 4), w2 = load<i32>(weights, 8), w3 = load<i32>(weights, 12);
  const w4 = load<i32>(weights, 16), w5 = load<i32>(weights, 20), w6 = load<i32>(weights, 24);
  for (let n = 0; n < count; n++) {
    const a: i32 = load<u16>(neighbors), b: i32 = load<u16>(neighbors, 2), c: i32 = load<u16>(neighbors, 4);
    const d: i32 = load<u16>(neighbors, 6), e: i32 = load<u16>(neighbors, 8), f: i32 = load<u16>(neighbors, 10), g: i32 = load<u16>(neighbors, 12);
    neighbors += 14;
    const va = at(values, a), vb = at(values, b), vc = at(values, c);
    let predicted = 0;
    if (a < count && b < count && c < count && d < count && e < count && f < count && g < count) {
      const sum = w0 * va + w1 * vb + w2 * vc + w3 * at(values, d) + w4 * at(values, e) + w5 * at(values, f) + w6 * at(values, g);
      predicted = (sum + 32) >> 6;
    } else {
      const present = i32(a < count) + i32(b < count) + i32(c < count);
      if (present > 0) predicted = floorDivide(2 * (va + vb + vc) + present, 2 * present);
    }
    const around = 2 * (at(sizes, a) + at(sizes, b) + at(sizes, c) + at(before, n));
    const context: u32 = load<u8>(contextOfSum + <usize>min(around, 4095));
    const slot = state & 4095;
    const entry = load<u32>(entries + (<usize>((context << BITS) | slot) << 2));
    const stored = (entry >> 8) & 4095;
    const frequency = stored == 0 ? 4096 : stored;
    state = frequency * (state >> BITS) + slot - (entry >> 20);
    if (state < LOWEST) {
      state = (state << 16) | <u32>load<u16>(word);
      word += 2;
    }
    const symbol = <i32>(entry & 255);
    let value = predicted + symbol - LARGEST;
    if (symbol == ESCAPE) {
      value = load<i16>(escape);
      escape += 2;
    }
    store<i32>(values + (<usize>n << 2), value);
    store<i32>(sizes + (<usize>n << 2), abs(value - predicted));
    const row = 3 * n + axis;
    store<i16>(tiles + (((<usize>(row >> 4)) * modeCount + mode) << 5) + ((<usize>(row & 15)) << 1), <i16>value);
  }
  store<u32>(control, state);
  store<u32>(control, <u32>word, 4);
  store<u32>(control, <u32>escape, 8);
}

// @ts-ignore: decorator
@inline
function at(values: usize, index: i32): i32 {
  return load<i32>(values + (<usize>index << 2));
}

function floorDivide(a: i32, b: i32): i32 {
  const q = a / b;
  return a % b < 0 ? q - 1 : q;
}
