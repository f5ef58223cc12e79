import { signedDistance } from '../distanceTransform';
import { gaussianBlur } from '../gaussianBlur';
import { largestPart } from '../morphology';
import { forEachVoxel, type Mask, makeMask, resample, sampleVolume, type Volume, withData } from '../volume';
import { closingExcess } from './closingExcess';
import { withoutSmallParts } from './smallParts';

export const LABEL_PARAMETERS = {
  /** Smoothing of the scan before thresholds, mm. */
  smoothing: 0.35,
  /** Intensities between fluid and grey matter, and between grey and white matter: their peaks are at 84 and 113. */
  brainThreshold: 64,
  whiteThreshold: 99.5,
  /** The second threshold follows this part of the local brightness of white matter, averaged over this distance (standard deviation, mm). */
  thresholdFollows: 0.8,
  brightnessRange: 7,
  /** Sulci too thin for the first threshold: darker by this than grey matter (its peak) within this half width (mm), and farther than this from white matter, mm. */
  greyPeak: 84,
  sulcusDepth: 8,
  sulcusReach: 3.5,
  sulcusFromWhite: 2.6,
  /** Where white matter borders on a ventricle, voxels between both look grey: grey nearer than this to both is white there, mm. */
  ventricleRim: 1,
  /** The brain stays this far inside the inner skull, mm. */
  insideSkull: 0.75,
  /** Specks of white or fluid with fewer voxels than this are noise. */
  leastVoxels: 60,
} as const;

/** Codes on the grid of the brain scan: 0 no brain, 1 white matter, 2 grey matter. */
export function brainTissue(scan: Volume, innerSkull: Mask): Uint8Array {
  const p = LABEL_PARAMETERS;
  const brain = gaussianBlur(scan, p.smoothing);
  const roomy = signedDistance(scan, innerSkull);
  const inside = largestPart(
    scan,
    makeMask(brain, (value, i) => value > p.brainThreshold && roomy[i] < -p.insideSkull),
  );
  const white = whiteMatter(brain, inside);
  const opened = openSulci(brain, inside, white);
  return withoutVentricleRims(
    scan,
    opened.map((value, i) => (value ? (white[i] ? 1 : 2) : 0)),
  );
}

function whiteMatter(brain: Volume, inside: Mask): Mask {
  const follow = localBrightness(brain);
  const [nx, ny] = brain.size;
  const { whiteThreshold, thresholdFollows, leastVoxels } = LABEL_PARAMETERS;
  const at = (i: number): number =>
    sampleVolume(
      follow,
      brain.origin[0] + brain.spacing * (i % nx),
      brain.origin[1] + brain.spacing * (Math.floor(i / nx) % ny),
      brain.origin[2] + brain.spacing * Math.floor(i / (nx * ny)),
    );
  const white = makeMask(brain, (value, i) => {
    if (!inside[i] || value < whiteThreshold - 15) return false;
    return value > whiteThreshold + thresholdFollows * at(i);
  });
  const noSpecks = withoutSmallParts(brain.size, white, leastVoxels);
  const gaps = withoutSmallParts(
    brain.size,
    noSpecks.map((value) => 1 - value),
    leastVoxels,
  );
  return gaps.map((value, i) => (inside[i] && !value ? 1 : 0));
}

/** How much brighter the white matter is than on average, on a grid of 2 mm; 0 where none is near. */
function localBrightness(brain: Volume): Volume {
  const { whiteThreshold, brightnessRange } = LABEL_PARAMETERS;
  const high = brain.size.map((side, axis) => brain.origin[axis] + brain.spacing * (side - 1));
  const coarse = resample(brain, brain.origin, high, 2, 0);
  const certain = makeMask(coarse, (value) => value > whiteThreshold + 4);
  const count = certain.reduce((sum, value) => sum + value, 0);
  const mean = coarse.data.reduce((sum, value, i) => sum + (certain[i] ? value : 0), 0) / count;
  const near = gaussianBlur(
    withData(
      coarse,
      coarse.data.map((value, i) => (certain[i] ? value - mean : 0)),
    ),
    brightnessRange,
  );
  const share = gaussianBlur(withData(coarse, Float32Array.from(certain)), brightnessRange);
  return withData(
    coarse,
    near.data.map((value, i) => (share.data[i] > 1e-3 ? value / share.data[i] : 0)),
  );
}

/** Takes the dark seams of closed sulci out of the brain; seams that are only specks stay. */
function openSulci(brain: Volume, inside: Mask, white: Mask): Mask {
  const { greyPeak, sulcusDepth, sulcusReach, sulcusFromWhite, leastVoxels } = LABEL_PARAMETERS;
  const asGrey = withData(
    brain,
    brain.data.map((value) => Math.min(value, greyPeak)),
  );
  const excess = closingExcess(asGrey, Math.round(sulcusReach / brain.spacing));
  const fromWhite = signedDistance(brain, white);
  const free = inside.map((value, i) => (!value || (excess[i] >= sulcusDepth && fromWhite[i] > sulcusFromWhite) ? 1 : 0));
  const kept = withoutSmallParts(brain.size, free, leastVoxels);
  return largestPart(
    brain,
    kept.map((value) => 1 - value),
  );
}

/** The rims of the ventricles from grey to white; the nuclei beside them are thicker and stay. */
function withoutVentricleRims(grid: Volume, codes: Uint8Array): Uint8Array {
  const { ventricleRim } = LABEL_PARAMETERS;
  const fromWhite = signedDistance(
    grid,
    codes.map((code) => (code === 1 ? 1 : 0)),
  );
  const fromFluid = signedDistance(
    grid,
    codes.map((code) => (code === 0 ? 1 : 0)),
  );
  const out = codes.slice();
  forEachVoxel(grid, (v, x, y, z) => {
    const nearBoth = fromWhite[v] < ventricleRim && fromFluid[v] < ventricleRim;
    if (codes[v] === 2 && nearBoth && aroundVentricles(x, y, z)) out[v] = 1;
  });
  return out;
}

/** An ellipsoid that holds the lateral ventricles but no cortex, mm. */
const aroundVentricles = (x: number, y: number, z: number): boolean => (x / 34) ** 2 + ((y + 12) / 52) ** 2 + ((z - 10) / 24) ** 2 < 1;
