import { signedDistance } from './distanceTransform';
import { gaussianBlur } from './gaussianBlur';
import { icosphere } from './icosphere';
import { closeMask, largestPart, openMask } from './morphology';
import { smoothValues } from './taubinSmoothing';
import type { TriangleMesh } from './triangleMesh';
import { clamp, makeMask, resample, sampleVolume, smoothstep, type Volume, withData } from './volume';

export const SHELL_PARAMETERS = {
  /** Centre from which the shells are star-shaped, mm. */
  center: [0, -18, 8],
  /** Closing of the brain mask, then the layer of fluid and dura outside it, then smoothing of the distance field, mm. */
  brainClosing: 16,
  fluid: 2.1,
  brainSmoothing: 4,
  /** Where that smoothing cuts corners (tips of the lobes), at least this layer outside a less smoothed brain, mm. */
  leastFluid: 1.5,
  leastSmoothing: 1.5,
  /** Opening that removes nose and ears from the scalp shell, how far a surface may stand out of it, smoothing, and how far it stays below the display scalp, mm. */
  scalpOpening: 14,
  scalpMargin: 1.2,
  scalpSmoothing: 2,
  scalpInset: 0.3,
  /** Skull thickness along the ray: bounds and the value where the scan does not show it, mm. */
  thickness: { least: 4, most: 9, assumed: 6.5 },
  /** Rounds of smoothing of the thickness on the sphere of level 5. */
  thicknessRounds: 40,
  /** Least layer between outer skull and scalp along the ray, mm. */
  leastScalp: 3,
} as const;

const FINEST = 5;

/** Steps of the stored positions: 2 to this power along the longest extent, about 4 µm. */
export const SHELL_POSITION_BITS = 16;

export interface Shells {
  readonly scalp: TriangleMesh;
  readonly outerSkull: TriangleMesh;
  readonly innerSkull: TriangleMesh;
}

/** Radii of the three shells in mm along the directions of the finest sphere. */
export interface ShellRadii {
  readonly scalp: Float64Array;
  readonly outerSkull: Float64Array;
  readonly innerSkull: Float64Array;
  /** 1 where the outer skull was read from the scan, 0 where the assumed thickness was used. */
  readonly read: Float64Array;
}

/** The three boundary surfaces with 20·4^level triangles each, by radial projection. */
export function shellsAtLevel(radii: ShellRadii, level: number): Shells {
  const sphere = icosphere(level);
  const project = (radius: Float64Array): TriangleMesh => ({
    positions: sphere.positions.map((value, i) => SHELL_PARAMETERS.center[i % 3] + value * radius[Math.floor(i / 3)]),
    triangles: sphere.triangles,
  });
  return { scalp: project(radii.scalp), outerSkull: project(radii.outerSkull), innerSkull: project(radii.innerSkull) };
}

export function measureShellRadii(head: Volume, brain: Volume, scalpDistance: Volume): ShellRadii {
  const sphere = icosphere(FINEST);
  const innerField = innerSkullField(brain);
  const scalpField = scalpShellField(scalpDistance);
  const innerSkull = crossings(sphere, innerField, 125);
  const scalp = crossings(sphere, scalpField, 145);
  const { thickness, read } = skullThickness(sphere, head, innerSkull, scalp);
  const outerSkull = innerSkull.map((radius, i) => {
    const most = scalp[i] - SHELL_PARAMETERS.leastScalp;
    return Math.min(radius + thickness[i], Math.max(most, radius + 3));
  });
  const scalpOutside = scalp.map((radius, i) => Math.max(radius, outerSkull[i] + SHELL_PARAMETERS.leastScalp));
  return { scalp: scalpOutside, outerSkull, innerSkull, read };
}

/** Brain with its sulci closed, grown by the layer of fluid. */
function innerSkullField(brain: Volume): Volume {
  const grid = resample(brain, [-95, -130, -95], [95, 100, 110], 1, 0);
  const mask = largestPart(
    grid,
    makeMask(grid, (value) => value > 40),
  );
  const closed = closeMask(grid, mask, SHELL_PARAMETERS.brainClosing);
  const { brainSmoothing, fluid, leastSmoothing, leastFluid } = SHELL_PARAMETERS;
  const distance = withData(grid, signedDistance(grid, closed));
  const smooth = gaussianBlur(distance, brainSmoothing);
  const close = gaussianBlur(distance, leastSmoothing);
  return withData(
    grid,
    smooth.data.map((value, i) => Math.min(value - fluid, close.data[i] - leastFluid)),
  );
}

/** The display scalp without nose and ears; nowhere outside the display scalp. */
function scalpShellField(display: Volume): Volume {
  const solid = makeMask(display, (value) => value < 0);
  const opened = signedDistance(display, openMask(display, solid, SHELL_PARAMETERS.scalpOpening));
  const field = withData(
    display,
    opened.map((value, i) => Math.max(value - SHELL_PARAMETERS.scalpMargin, display.data[i])),
  );
  const smooth = gaussianBlur(field, SHELL_PARAMETERS.scalpSmoothing);
  return withData(
    smooth,
    smooth.data.map((value, i) => Math.max(value, display.data[i]) + SHELL_PARAMETERS.scalpInset),
  );
}

/** Outermost zero of the field along every direction, mm from the centre. */
function crossings(sphere: TriangleMesh, field: Volume, farthest: number): Float64Array {
  const [cx, cy, cz] = SHELL_PARAMETERS.center;
  const p = sphere.positions;
  return Float64Array.from({ length: p.length / 3 }, (_, i) => {
    const at = (r: number): number => sampleVolume(field, cx + r * p[3 * i], cy + r * p[3 * i + 1], cz + r * p[3 * i + 2]);
    let r = farthest;
    while (r > 0 && at(r) > 0) r -= 0.5;
    let low = r;
    let high = r + 0.5;
    for (let step = 0; step < 20; step++) {
      const middle = (low + high) / 2;
      if (at(middle) > 0) high = middle;
      else low = middle;
    }
    return low;
  });
}

/**
 * Thickness of the skull along the rays. Bone is dark and the fat and muscle outside it bright, so the outer skull is where the intensity,
 * seen from the scalp, falls halfway from the brightest layer to the darkest bone. Below the brow and ears the skull has no such outline
 * and the assumed thickness is used; so it is where the reading falls outside the bounds.
 */
function skullThickness(
  sphere: TriangleMesh,
  head: Volume,
  inner: Float64Array,
  scalp: Float64Array,
): { thickness: Float64Array; read: Float64Array } {
  const { least, most, assumed } = SHELL_PARAMETERS.thickness;
  const smooth = gaussianBlur(head, 0.6);
  const [cx, cy, cz] = SHELL_PARAMETERS.center;
  const p = sphere.positions;
  const read = new Float64Array(inner.length);
  const raw = inner.map((start, i) => {
    const [dx, dy, dz] = p.subarray(3 * i, 3 * i + 3);
    const value = (r: number): number => sampleVolume(smooth, cx + r * dx, cy + r * dy, cz + r * dz);
    const found = outerEdge(value, start, scalp[i]) - start;
    const z = cz + start * dz;
    const y = cy + start * dy;
    const trusted = smoothstep(0, 15, z - 0.12 * (y + 20));
    if (found < least || found > most || trusted === 0) return assumed;
    read[i] = trusted;
    return trusted * found + (1 - trusted) * assumed;
  });
  const smoothed = smoothValues(sphere, medianOnSphere(sphere, raw), SHELL_PARAMETERS.thicknessRounds);
  return { thickness: smoothed.map((value) => clamp(value, least, most)), read };
}

function outerEdge(value: (r: number) => number, inner: number, scalp: number): number {
  let bright = inner + 3;
  for (let r = inner + 3; r < scalp - 2; r += 0.25) if (value(r) > value(bright)) bright = r;
  let dark = inner + 1;
  for (let r = inner + 1; r < bright; r += 0.25) if (value(r) < value(dark)) dark = r;
  const half = (value(bright) + value(dark)) / 2;
  let r = bright;
  while (r > dark && value(r) > half) r -= 0.1;
  return r;
}

/** Every value replaced by the median of itself and its neighbors, twice. */
function medianOnSphere(sphere: TriangleMesh, values: Float64Array): Float64Array {
  let result = values;
  for (let round = 0; round < 2; round++) {
    const around: number[][] = Array.from(result, (value) => [value]);
    const t = sphere.triangles;
    for (let i = 0; i < t.length; i++) around[t[i]].push(result[t[i % 3 === 2 ? i - 2 : i + 1]]);
    result = Float64Array.from(around, (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]);
  }
  return result;
}
