import { cerebrumMask } from './cerebrumMask';
import { signedDistance } from './distanceTransform';
import { gaussianBlur } from './gaussianBlur';
import { closeMask, floodFrom, largestPart, openMask } from './morphology';
import { forEachVoxel, type Mask, makeMask, resample, type Volume, withData } from './volume';

export const CORTEX_PARAMETERS = {
  /** Grid of the cortical fields, mm. */
  spacing: 0.75,
  /** Intensities between fluid and grey, and between grey and white matter, of the 0.5 mm brain. */
  greyThreshold: 66,
  whiteThreshold: 96,
  /** The second threshold follows this part of the local brightness of white matter, averaged over this distance (standard deviation, mm). */
  thresholdFollows: 1,
  brightnessRange: 7,
  /** The surface is this far outside the white matter and this far inside the pial boundary, mm. */
  outsideWhite: 1.7,
  insidePial: 0.5,
  /** Strands at the base that a ball of this radius does not fit into are no cortex, mm. */
  strandRadius: 3,
  /** Final smoothing of the field, mm. */
  smoothing: 0.65,
} as const;

export interface BrainFields {
  /** Signed distance in mm to the displayed cortical surface, negative inside. */
  readonly cortex: Volume;
  /** The same for cerebellum and brain stem. */
  readonly hindbrain: Volume;
}

export function brainFields(brain: Volume): BrainFields {
  const { spacing, greyThreshold } = CORTEX_PARAMETERS;
  const grid = resample(gaussianBlur(brain, 0.35), [-78, -111, -73], [78, 81, 90], spacing, 0);
  const inside = largestPart(
    grid,
    makeMask(grid, (value) => value > greyThreshold),
  );
  const cerebrum = cerebrumMask(grid, inside);
  const filled = fillInterior(grid, cerebrum);
  return { cortex: cortexField(grid, filled), hindbrain: hindbrainField(grid, inside, cerebrum) };
}

/** Closes the ventricles and the deep clefts around the brain stem, which are no cortical surface. */
function fillInterior(grid: Volume, cerebrum: Mask): Mask {
  const solid = withoutStrands(grid, largestPart(grid, cerebrum));
  forEachVoxel(grid, (i, x, y, z) => {
    if (deepCore(x, y, z) < 1) solid[i] = 1;
  });
  const outside = solid.map((value) => 1 - value);
  const passable = openMask(grid, outside, 1);
  const air = floodFrom(grid, passable, [0]);
  const reached = signedDistance(grid, air);
  return solid.map((value, i) => (value || reached[i] > 1.6 ? 1 : 0));
}

/** Removes optic nerves, chiasm and stalk of the pituitary: what is thin in the middle of the base. */
function withoutStrands(grid: Volume, solid: Mask): Mask {
  const thick = openMask(grid, solid, CORTEX_PARAMETERS.strandRadius);
  const out = Uint8Array.from(solid);
  forEachVoxel(grid, (i, x, y, z) => {
    if (!thick[i] && Math.abs(x) < 20 && y > -20 && y < 14 && z < -6) out[i] = 0;
  });
  return largestPart(grid, out);
}

/** Below 1 inside an ellipsoid around ventricles, thalamus and basal ganglia. */
function deepCore(x: number, y: number, z: number): number {
  return (x / 27) ** 2 + ((y + 8) / 40) ** 2 + ((z - 7) / 17) ** 2;
}

function cortexField(grid: Volume, filled: Mask): Volume {
  const { outsideWhite, insidePial, smoothing } = CORTEX_PARAMETERS;
  const pial = signedDistance(grid, filled);
  const threshold = localThreshold(grid, pial);
  const core = makeMask(grid, (value, i) => filled[i] === 1 && (value > threshold[i] || pial[i] < -7));
  forEachVoxel(grid, (i, x, y, z) => {
    if (deepCore(x, y, z) < 1) core[i] = 1;
  });
  const white = signedDistance(grid, largestPart(grid, core));
  const field = withData(
    grid,
    white.map((value, i) => Math.max(value - outsideWhite, pial[i] + insidePial)),
  );
  return gaussianBlur(field, smoothing);
}

/** The threshold between grey and white matter, which follows the brightness of the white matter nearby: visual and motor cortex are brighter. */
function localThreshold(grid: Volume, pial: Float32Array): Float32Array {
  const { whiteThreshold, thresholdFollows, brightnessRange } = CORTEX_PARAMETERS;
  const weight = new Float32Array(grid.data.length);
  const weighted = new Float32Array(grid.data.length);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < weight.length; i++) {
    if (grid.data[i] <= whiteThreshold + 4 || pial[i] > -2.5) continue;
    weight[i] = 1;
    weighted[i] = grid.data[i];
    sum += grid.data[i];
    count++;
  }
  const mean = sum / count;
  const near = gaussianBlur(withData(grid, weighted), brightnessRange).data;
  const share = gaussianBlur(withData(grid, weight), brightnessRange).data;
  return near.map((value, i) => whiteThreshold + (share[i] > 1e-3 ? thresholdFollows * (value / share[i] - mean) : 0));
}

function hindbrainField(grid: Volume, inside: Mask, cerebrum: Mask): Volume {
  const rest = inside.map((value, i) => (value && !cerebrum[i] ? 1 : 0));
  const solid = closeMask(grid, largestPart(grid, openMask(grid, rest, 1.5)), 1);
  return gaussianBlur(withData(grid, signedDistance(grid, solid)), 1);
}
