import { type Volume, withData } from './volume';

/** Gaussian smoothing, separable, standard deviation `sigma` in mm, kernel cut at 3 sigma, border values repeated. */
export function gaussianBlur(v: Volume, sigma: number): Volume {
  const kernel = gaussianKernel(sigma / v.spacing);
  const [nx, ny, nz] = v.size;
  const first = Float32Array.from(v.data);
  const second = new Float32Array(first.length);
  convolveLines(first, second, kernel, nx, 1, ny * nz, (line) => line * nx);
  convolveLines(second, first, kernel, ny, nx, nx * nz, (line) => (line % nx) + Math.floor(line / nx) * nx * ny);
  convolveLines(first, second, kernel, nz, nx * ny, nx * ny, (line) => line);
  return withData(v, second);
}

function gaussianKernel(sigma: number): Float64Array {
  const radius = Math.max(1, Math.ceil(3 * sigma));
  const kernel = new Float64Array(2 * radius + 1);
  let sum = 0;
  for (let i = -radius; i <= radius; i++) sum += kernel[i + radius] = Math.exp(-(i * i) / (2 * sigma * sigma));
  return kernel.map((weight) => weight / sum);
}

function convolveLines(
  source: Float32Array,
  target: Float32Array,
  kernel: Float64Array,
  count: number,
  stride: number,
  lines: number,
  start: (line: number) => number,
): void {
  const radius = (kernel.length - 1) / 2;
  const padded = new Float64Array(count + 2 * radius);
  for (let line = 0; line < lines; line++) {
    const base = start(line);
    for (let i = -radius; i < count + radius; i++) {
      padded[i + radius] = source[base + stride * Math.min(count - 1, Math.max(0, i))];
    }
    for (let i = 0; i < count; i++) {
      let sum = 0;
      for (let q = 0; q < kernel.length; q++) sum += kernel[q] * padded[i + q];
      target[base + stride * i] = sum;
    }
  }
}
