import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { alignedLabels, type LabelVolume } from '../../../../../src/physics/voxels/labelVolume';
import { LABEL_PARAMETERS } from '../labels/brainTissue';
import { headLabels } from '../labels/headLabels';
import type { HeadSurfaces } from '../operator/headShells';
import { readNifti } from '../readNifti';

/** Ignored by git; may be deleted at any time. */
export const CACHE_FOLDER = 'build-cache/folded';
/** Raised whenever a change of the builder changes the labels. */
const LABELS_VERSION = 1;

export interface CachedLabels {
  readonly labels: LabelVolume;
  /** Its name holds the checksum of sources, parameters and version. */
  readonly file: string;
}

/** The labels of this head, made from the templates once and kept packed. */
export function cachedLabels(templates: string, surfaces: HeadSurfaces): CachedLabels {
  const key = createHash('sha256')
    .update(JSON.stringify([LABELS_VERSION, LABEL_PARAMETERS, surfaces.shellsChecksum]))
    .digest('hex')
    .slice(0, 16);
  const file = join(CACHE_FOLDER, `labels-${key}.gz`);
  if (!existsSync(file)) {
    const labels = headLabels(readNifti(templates, 'ch2better.nii.gz'), surfaces);
    mkdirSync(CACHE_FOLDER, { recursive: true });
    writeFileSync(file, packLabels(labels));
  }
  return { labels: readLabels(file), file };
}

/** The bytes of a file of labels. */
export function packLabels(labels: LabelVolume): Uint8Array {
  const head = new Float64Array([...labels.size, labels.toHead[0], labels.toHead[3], labels.toHead[7], labels.toHead[11]]);
  return gzipSync(Buffer.concat([new Uint8Array(head.buffer), labels.codes]), { level: 6 });
}

/** The labels of a file that `packLabels` made. */
export function readLabels(file: string): LabelVolume {
  const bytes = new Uint8Array(gunzipSync(readFileSync(file)));
  const [nx, ny, nz, spacing, x, y, z] = new Float64Array(bytes.slice(0, 56).buffer);
  return alignedLabels(bytes.subarray(56), [nx, ny, nz], spacing, [x, y, z]);
}
