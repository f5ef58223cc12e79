import { gaussianBlur } from './gaussianBlur';
import { forEachVoxel, type Mask, type Volume, withData } from './volume';

const CEREBRUM = 1;
const HINDBRAIN = 2;

/**
 * Which brain voxels belong to the cerebrum and which to cerebellum and brain stem: two marked regions grow over the brain, brightest
 * voxels first, and meet in the dark line of the tentorium (watershed). The stem has no such line and is cut by a plane through the midbrain.
 */
export function cerebrumMask(brain: Volume, inside: Mask): Mask {
  const labels = new Uint8Array(brain.data.length);
  forEachVoxel(brain, (i, x, y, z) => {
    if (inside[i]) labels[i] = marker(Math.abs(x), y, z);
  });
  growBrightestFirst(brain, inside, labels);
  const part = withData(
    brain,
    Float32Array.from(labels, (label) => (label === CEREBRUM ? 1 : label === HINDBRAIN ? -1 : 0)),
  );
  const smooth = gaussianBlur(part, 0.8);
  return Uint8Array.from(smooth.data, (value, i) => (inside[i] && value > 0 ? 1 : 0));
}

/** Places that are safely on one side; `side` is the distance from the midline. Read off the scan (mm). */
function marker(side: number, y: number, z: number): number {
  const belowMidbrainPlane = z < -9 + 0.55 * (y + 22);
  if (side < 17 && y < -8 && y > -46 && belowMidbrainPlane) return HINDBRAIN;
  if (z < -32 && y < -44 && side < 42) return HINDBRAIN;
  if (z < -20 && y < -48 && side < 25 && y > -80) return HINDBRAIN;
  if (side < 6 && y < -50 && y > -72 && z < -12) return HINDBRAIN;
  if (z > 6) return CEREBRUM;
  if (y > -6) return CEREBRUM;
  if (side > 30 && y > -26) return CEREBRUM;
  if (side > 52 && z > -14) return CEREBRUM;
  return 0;
}

/** Priority flood with one bucket per intensity. */
function growBrightestFirst(brain: Volume, inside: Mask, labels: Uint8Array): void {
  const buckets: number[][] = Array.from({ length: 256 }, () => []);
  const level = (i: number): number => Math.max(0, Math.min(255, Math.round(brain.data[i])));
  for (let i = 0; i < labels.length; i++) if (labels[i]) buckets[level(i)].push(i);
  const [nx, ny] = brain.size;
  const steps = [-1, 1, -nx, nx, -nx * ny, nx * ny];
  for (let current = 255; current >= 0; current--) {
    const bucket = buckets[current];
    for (let i = bucket.pop(); i !== undefined; i = bucket.pop()) {
      for (const step of steps) {
        const next = i + step;
        if (!inside[next] || labels[next]) continue;
        labels[next] = labels[i];
        buckets[Math.min(current, level(next))].push(next);
      }
    }
  }
}
