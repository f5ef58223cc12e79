import { existsSync, writeFileSync } from 'node:fs';
import type { LabelVolume } from '../../../../../src/physics/voxels/labelVolume';
import { type Tissue, tissueCode } from '../../../../../src/physics/voxels/tissues';
import { packLabels } from './labelCache';

/** A border moved by one voxel of the labels (0.5 mm): tissue `into`, where it touches `from`, becomes `from`. */
export interface BorderShift {
  readonly name: string;
  readonly from: Tissue;
  readonly into: Tissue;
}

export const BORDER_SHIFTS: readonly BorderShift[] = [
  { name: 'pialOut', from: 'grey', into: 'csf' },
  { name: 'pialIn', from: 'csf', into: 'grey' },
  { name: 'whiteOut', from: 'white', into: 'grey' },
  { name: 'whiteIn', from: 'grey', into: 'white' },
];

/** The file of the labels with one border moved; written once beside the labels. */
export function shiftedLabelsFile(labels: LabelVolume, file: string, shift: BorderShift): string {
  const out = file.replace(/\.gz$/, `-${shift.name}.gz`);
  if (!existsSync(out)) writeFileSync(out, packLabels({ ...labels, codes: shifted(labels, shift) }));
  return out;
}

function shifted({ codes, size: [nx, ny, nz] }: LabelVolume, { from, into }: BorderShift): Uint8Array {
  const [own, other] = [tissueCode(from), tissueCode(into)];
  const out = codes.slice();
  const steps = [1, nx, nx * ny];
  for (let k = 1; k < nz - 1; k++)
    for (let j = 1; j < ny - 1; j++)
      for (let i = 1; i < nx - 1; i++) {
        const n = i + nx * (j + ny * k);
        if (codes[n] === other && steps.some((step) => codes[n - step] === own || codes[n + step] === own)) out[n] = own;
      }
  return out;
}
