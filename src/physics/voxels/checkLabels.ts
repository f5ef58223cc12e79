import { inputError } from '../../core/inputError';
import { countTissues, type LabelVolume, MOST_CODES } from './labelVolume';
import { TISSUES, tissueCode } from './tissues';

/** Largest number of voxels along an axis. */
export const LARGEST_SIDE = 512;

/** Refuses, by name, labels that can be no head: `field` names the volume in the sentence. */
export function checkLabels(labels: LabelVolume, field: string): void {
  const { codes, size } = labels;
  const [nx, ny, nz] = size;
  if (!size.every((side) => Number.isInteger(side) && side >= 1 && side <= LARGEST_SIDE))
    throw inputError(field, `have 1 to ${LARGEST_SIDE} voxels along each axis`, size.join(' × '));
  if (codes.length !== nx * ny * nz) throw inputError(field, `hold ${nx * ny * nz} labels`, `${codes.length}`);
  const counts = countTissues(codes);
  const unknown = counts.findIndex((count, code) => code >= MOST_CODES && count > 0);
  if (unknown >= 0) throw inputError(field, `hold no labels but 0 to ${MOST_CODES - 1} (${TISSUES.join(', ')})`, unknown);
  if (counts[tissueCode('grey')] === 0 || counts[tissueCode('white')] === 0)
    throw inputError(field, 'hold a brain: voxels of grey and of white matter', missing(counts));
  const touching = touchedFace(codes, size);
  if (touching !== null) throw inputError(field, 'leave a layer of air on all six faces of its box', touching);
}

const missing = (counts: Uint32Array): string =>
  ['grey', 'white']
    .filter((name) => counts[tissueCode(name as 'grey')] === 0)
    .map((name) => `no ${name} matter`)
    .join(' and ');

/** Tissue and face of the first voxel that is no air and lies on a face of the box. */
function touchedFace(codes: Uint8Array, size: readonly [number, number, number]): string | null {
  const steps = [1, size[0], size[0] * size[1]];
  for (let face = 0; face < 6; face++) {
    const [axis, last] = [face >> 1, (face & 1) === 1];
    const [a, b] = [(axis + 1) % 3, (axis + 2) % 3];
    const start = last ? (size[axis] - 1) * steps[axis] : 0;
    for (let p = 0; p < size[a] * size[b]; p++) {
      const code = codes[start + (p % size[a]) * steps[a] + Math.floor(p / size[a]) * steps[b]];
      if (code !== 0) return `${TISSUES[code]} on the ${last ? 'last' : 'first'} ${'xyz'[axis]} face`;
    }
  }
  return null;
}
