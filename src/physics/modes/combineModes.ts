/** Rows that are stored together: for each mode the values of 16 consecutive rows, then the next mode; after the last mode the next 16 rows. */
export const TILE_ROWS = 16;

/** Position of (row, mode) in the tiled array. */
export const tileIndex = (row: number, mode: number, modeCount: number): number =>
  (Math.floor(row / TILE_ROWS) * modeCount + mode) * TILE_ROWS + (row % TILE_ROWS);

/**
 * `out` = U c for the modes in tiles of 16-bit integers; the step of the integers is already in `coefficients`. Rows beyond `out` are not computed.
 */
export function combineModes(tiles: Int16Array, coefficients: Float64Array, out: Float32Array): Float32Array {
  const modeCount = coefficients.length;
  for (let row = 0; row < out.length; row += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let o = tileIndex(row, 0, modeCount);
    for (let k = 0; k < modeCount; k++, o += TILE_ROWS) {
      const factor = coefficients[k];
      a += factor * tiles[o];
      b += factor * tiles[o + 1];
      c += factor * tiles[o + 2];
      d += factor * tiles[o + 3];
    }
    out[row] = a;
    if (row + 1 < out.length) out[row + 1] = b;
    if (row + 2 < out.length) out[row + 2] = c;
    if (row + 3 < out.length) out[row + 3] = d;
  }
  return out;
}
