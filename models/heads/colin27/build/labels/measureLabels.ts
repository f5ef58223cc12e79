import type { LabelVolume } from '../../../../../src/physics/voxels/labelVolume';
import { countTissues, voxelEdges } from '../../../../../src/physics/voxels/labelVolume';
import { TISSUES, tissueCode } from '../../../../../src/physics/voxels/tissues';
import { signedDistance } from '../distanceTransform';
import type { Volume } from '../volume';

export interface LabelMeasures {
  /** Volume of each tissue, ml. */
  readonly milliliters: Readonly<Record<string, number>>;
  /** Thickness of the cortex of the cerebrum, mm: 5th percentile, median, 95th. */
  readonly thickness: readonly [number, number, number];
}

/** The part of the head where grey matter is cortex of the cerebrum rather than nuclei, stem or cerebellum, mm. */
const isCerebralCortex = (x: number, y: number, z: number): boolean =>
  (x / 36) ** 2 + ((y + 8) / 48) ** 2 + ((z - 5) / 24) ** 2 > 1 && z > (y < -20 ? -6 : -20);

/** Volumes, and the thickness halfway through the cortex: the distances to white matter and to the nearest voxel outside the brain, added. */
export function measureLabels(labels: LabelVolume): LabelMeasures {
  const { codes, size, toHead } = labels;
  const edge = 1000 * voxelEdges(labels)[0];
  const counts = countTissues(codes);
  const milliliters = Object.fromEntries(TISSUES.slice(1).map((tissue, t) => [tissue, (counts[t + 1] * edge ** 3) / 1000]));
  const grid: Volume = { data: new Float32Array(0), size, spacing: edge, origin: [1000 * toHead[3], 1000 * toHead[7], 1000 * toHead[11]] };
  const [white, grey] = [tissueCode('white'), tissueCode('grey')];
  const fromWhite = signedDistance(
    grid,
    codes.map((code) => (code === white ? 1 : 0)),
  );
  const intoBrain = signedDistance(
    grid,
    codes.map((code) => (code === white || code === grey ? 1 : 0)),
  );
  const found: number[] = [];
  const [nx, ny] = size;
  for (let v = 0; v < codes.length; v++) {
    if (codes[v] !== grey || Math.abs(fromWhite[v] + intoBrain[v]) > 0.3) continue;
    const place = [v % nx, Math.floor(v / nx) % ny, Math.floor(v / (nx * ny))].map((index, axis) => grid.origin[axis] + edge * index);
    if (isCerebralCortex(place[0], place[1], place[2])) found.push(fromWhite[v] - intoBrain[v]);
  }
  const sorted = Float64Array.from(found).sort();
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))];
  return { milliliters, thickness: [at(0.05), at(0.5), at(0.95)] };
}
