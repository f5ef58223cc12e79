/** Lays premultiplied pixels (bottom row first) over opaque or empty ones (top row first, not premultiplied). */
export function compositePixels(over: Uint8Array, under: Uint8ClampedArray, width: number, height: number): void {
  for (let row = 0; row < height; row++) {
    let from = 4 * width * (height - 1 - row);
    let to = 4 * width * row;
    for (let column = 0; column < width; column++, from += 4, to += 4) {
      const opacity = over[from + 3] / 255;
      const rest = (1 - opacity) * (under[to + 3] / 255);
      const sum = opacity + rest;
      if (sum === 0) continue;
      for (let c = 0; c < 3; c++) under[to + c] = (over[from + c] + rest * under[to + c]) / sum;
      under[to + 3] = 255 * sum;
    }
  }
}
