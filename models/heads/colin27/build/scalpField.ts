import { signedDistance } from './distanceTransform';
import { gaussianBlur } from './gaussianBlur';
import { closeMask, floodFrom, largestPart, openMask } from './morphology';
import { clamp, forEachVoxel, type Mask, makeMask, resample, smoothstep, type Volume, withData } from './volume';

export const SCALP_PARAMETERS = {
  /** Skin threshold on the smoothed scan (air 0, skin about 60). */
  threshold: 28,
  /** Closes nostrils, ear canals and the folds of the ear, mm. */
  closing: 4,
  /** Padding of the grid beyond the scan at the sides, front and back, and below, mm. */
  padding: [20, 16, 64],
  /** The brow is cut by a few mm only: a spherical cap of this radius, mm. */
  browRadius: 60,
  /** The other cuts end in half ellipsoids: height as a part of the half width of the cut face. */
  flattening: { side: 0.55, nose: 0.5, neck: 0.6 },
  /** Smoothing of the field over face and ears, and everywhere else, mm. */
  smoothingFine: 1,
  smoothingCalm: 3,
} as const;

/** First and last planes of the scan that are used, mm; the lowest slices carry ghosts. */
const CUT = { low: [-89, -124, -69], high: [89, 90, 109] } as const;

/** The head as one solid: signed distance in mm to the skin, continued beyond the cuts of the scan by rounded caps. */
export function scalpField(head: Volume): Volume {
  const [px, py, pz] = SCALP_PARAMETERS.padding;
  const low = [CUT.low[0] - px, CUT.low[1] - py, CUT.low[2] - pz];
  const high = [CUT.high[0] + px, CUT.high[1] + py, CUT.high[2] + 4];
  const grid = resample(gaussianBlur(head, 0.7), low, high, 1, 0);
  const extended = extendBeyondCuts(grid, solidHead(grid));
  const distance = withData(grid, signedDistance(grid, extended));
  const capped = addCaps(distance, extended);
  return blendSmoothing(grid, capped);
}

/** Everything inside the skin: threshold, closing, and filling of what the outside air cannot reach. */
function solidHead(grid: Volume): Mask {
  const skin = makeMask(grid, (value) => value > SCALP_PARAMETERS.threshold);
  const clean = largestPart(grid, openMask(grid, skin, 1.5));
  const closed = closeMask(grid, clean, SCALP_PARAMETERS.closing);
  const inScan = makeMask(grid, () => false);
  forEachVoxel(grid, (i, _x, _y, z) => {
    inScan[i] = !closed[i] && z >= CUT.low[2] ? 1 : 0;
  });
  const corner = grid.size[0] * grid.size[1] * (grid.size[2] - 1);
  const air = floodFrom(grid, inScan, [corner]);
  return air.map((value) => 1 - value);
}

/** Repeats the outermost planes of the scan outward, so that distances near a cut are those of an uncut body. */
function extendBeyondCuts(grid: Volume, solid: Mask): Mask {
  const [nx, ny] = grid.size;
  const out = new Uint8Array(solid.length);
  forEachVoxel(grid, (i, x, y, z) => {
    const cx = Math.round(clamp(x, CUT.low[0], CUT.high[0]) - grid.origin[0]);
    const cy = Math.round(clamp(y, CUT.low[1], CUT.high[1]) - grid.origin[1]);
    const cz = Math.round(clamp(z, CUT.low[2], CUT.high[2]) - grid.origin[2]);
    out[i] = solid[(cz * ny + cy) * nx + cx];
  });
  return out;
}

/** Beyond a cut the solid ends at a height over the cut face that continues the head by a rounded cap. */
function addCaps(distance: Volume, solid: Mask): Volume {
  const { side, nose, neck } = SCALP_PARAMETERS.flattening;
  const ellipsoid = (flattening: number) => (film: number) => flattening * Math.sqrt(2 * film);
  const brow = (film: number): number => film / SCALP_PARAMETERS.browRadius;
  const left = capHeight(distance, solid, 0, CUT.low[0], ellipsoid(side));
  const right = capHeight(distance, solid, 0, CUT.high[0], ellipsoid(side));
  const front = capHeight(distance, solid, 1, CUT.high[1], (film, z) => (z > -30 ? brow(film) : ellipsoid(nose)(film)));
  const below = capHeight(distance, solid, 2, CUT.low[2], ellipsoid(neck));
  const [nx, ny] = distance.size;
  const data = Float32Array.from(distance.data);
  forEachVoxel(distance, (i, x, y, z) => {
    const h = i % nx;
    const j = Math.floor(i / nx) % ny;
    const k = Math.floor(i / (nx * ny));
    if (x < CUT.low[0]) data[i] = Math.max(data[i], CUT.low[0] - x - left[k * ny + j]);
    if (x > CUT.high[0]) data[i] = Math.max(data[i], x - CUT.high[0] - right[k * ny + j]);
    if (y > CUT.high[1]) data[i] = Math.max(data[i], y - CUT.high[1] - front[k * nx + h]);
    if (z < CUT.low[2]) data[i] = Math.max(data[i], CUT.low[2] - z - below[j * nx + h]);
  });
  return withData(distance, data);
}

/**
 * The height [mm] of a cap over one cut plane. A film with Laplacian -2 inside the cut face and 0 outside it is (w² - s²)/2 over a disk of
 * half width w; `shape` turns that into a sphere or an ellipsoid of the same outline.
 */
function capHeight(grid: Volume, solid: Mask, axis: 0 | 1 | 2, plane: number, shape: (film: number, z: number) => number): Float64Array {
  const [a, b] = [0, 1, 2].filter((other) => other !== axis);
  const [na, nb] = [grid.size[a], grid.size[b]];
  const step = [1, grid.size[0], grid.size[0] * grid.size[1]];
  const base = Math.round((plane - grid.origin[axis]) / grid.spacing) * step[axis];
  const position = (other: number, index: number): number => grid.origin[other] + index * grid.spacing;
  const film = new Float64Array(na * nb);
  const inScan = (other: number, index: number): boolean =>
    position(other, index) >= CUT.low[other] && position(other, index) <= CUT.high[other];
  for (let round = 0; round < 600; round++) {
    for (let q = 1; q < nb - 1; q++) {
      for (let p = 1; p < na - 1; p++) {
        if (!solid[base + p * step[a] + q * step[b]] || !inScan(a, p) || !inScan(b, q)) continue;
        const i = q * na + p;
        const target = (film[i - 1] + film[i + 1] + film[i - na] + film[i + na] + 2 * grid.spacing ** 2) / 4;
        film[i] += 1.9 * (target - film[i]);
      }
    }
  }
  return film.map((value, i) => shape(value, position(b, Math.floor(i / na))));
}

/** Fine detail for face and ears; calm elsewhere, where the scan has hair and ghosts rather than relief. */
function blendSmoothing(scan: Volume, distance: Volume): Volume {
  const occupancy = withData(distance, softOccupancy(scan, distance));
  const fine = smoothedDistance(occupancy, SCALP_PARAMETERS.smoothingFine);
  const calm = smoothedDistance(occupancy, SCALP_PARAMETERS.smoothingCalm);
  const data = new Float32Array(fine.length);
  forEachVoxel(distance, (i, x, y, z) => {
    const face = smoothstep(30, 60, y) * (1 - smoothstep(-14, 4, z));
    const ear = smoothstep(70, 80, Math.abs(x)) * (1 - smoothstep(-20, -8, z)) * smoothstep(-58, -46, y) * (1 - smoothstep(-2, 14, y));
    const weight = Math.max(face, ear);
    data[i] = fine[i] * weight + calm[i] * (1 - weight);
  });
  return withData(distance, data);
}

/**
 * How much of every voxel is head, 0 to 1. At the skin it follows the intensity, which places the surface between voxels; without that the
 * nearly level top of the head becomes a staircase of 1 mm that no smoothing of a few millimetres removes.
 */
function softOccupancy(scan: Volume, distance: Volume): Float32Array {
  const { threshold } = SCALP_PARAMETERS;
  const out = new Float32Array(distance.data.length);
  forEachVoxel(distance, (i, x, y, z) => {
    const d = distance.data[i];
    const byDistance = clamp(0.5 - d / 2, 0, 1);
    const byIntensity = clamp(scan.data[i] / (2 * threshold), 0, 1);
    const scanned = Math.abs(x) < CUT.high[0] - 1 && y < CUT.high[1] - 1 && z > CUT.low[2] + 1;
    const contradicts = (d < -0.75 && byIntensity < 0.4) || (d > 0.75 && byIntensity > 0.6);
    out[i] = !scanned || contradicts || Math.abs(d) > 1.6 ? byDistance : byIntensity;
  });
  return out;
}

/** Distance in mm to the half-occupied level, right near the surface: a step smoothed by sigma has the slope 1 / (sigma √(2π)). */
function smoothedDistance(occupancy: Volume, sigma: number): Float32Array {
  const slope = Math.sqrt(2 * Math.PI) * sigma;
  return gaussianBlur(occupancy, sigma).data.map((value) => slope * (0.5 - value));
}
