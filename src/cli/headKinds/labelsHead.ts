import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { inputError } from '../../core/inputError';
import { readInput } from '../../core/readInput';
import { readLabelNifti } from '../../head/labels/readLabelNifti';
import type { Dipoles } from '../../physics/dipoles';
import { checkLabels, LARGEST_SIDE } from '../../physics/voxels/checkLabels';
import { solverBytes, storedNodes } from '../../physics/voxels/gridLevel';
import { codeAt, type LabelVolume } from '../../physics/voxels/labelVolume';
import { TISSUE_CONDUCTIVITIES } from '../../physics/voxels/tissues';
import { gridFromLabels, tissueFraction } from '../../physics/voxels/voxelGrid';
import { prepareReadout, readField } from '../../physics/voxels/voxelReadout';
import { createVoxelSolver } from '../../physics/voxels/voxelSolver';
import { readKernels } from '../../physics/wasm/readKernels';
import { readGivenFile } from '../sceneInput';
import type { HeadField } from './headKind';

const DEFAULT_SPACING = 1e-3;
/** Memory that a solution may take [bytes]. */
const MOST_MEMORY = 3 * 2 ** 30;
/** Bytes that a packed file may unpack to: labels of 4 bytes and a header. */
const MOST_UNPACKED = 4 * LARGEST_SIDE ** 3 + 2 ** 20;
/** Time between two lines of progress [ms]. */
const REPORT_EVERY = 3000;

const conductivity = z.number().min(1e-6).max(1e3);
const schema = z.strictObject({
  kind: z.literal('labels'),
  file: z.string().min(1).max(1000),
  conductivities: z
    .strictObject({ white: conductivity, grey: conductivity, csf: conductivity, bone: conductivity, scalp: conductivity })
    .partial()
    .optional(),
  spacing: z.number().min(0.25e-3).max(5e-3).optional(),
});

/** A head as a label volume of any origin, solved on voxels for the coil of the scene. */
export function labelsHead(head: unknown, folder: string): HeadField {
  const { file, conductivities, spacing = DEFAULT_SPACING } = readInput(schema, head, 'head', 'head');
  const labels = readLabelFile(file, folder);
  return {
    async electricField(dipoles, points) {
      const codes = codesOfPoints(labels, points);
      refuseDipolesInside(labels, dipoles);
      const grid = gridFromLabels(labels, spacing, { ...TISSUE_CONDUCTIVITIES, ...conductivities });
      const bytes = solverBytes(storedNodes(grid), 4);
      if (bytes > MOST_MEMORY)
        throw inputError(
          'head.spacing',
          `be large enough for the solution to fit into ${MOST_MEMORY} bytes`,
          `${spacing} m, which needs ${bytes}`,
        );
      const solver = await createVoxelSolver(grid, readKernels('voxelKernels'));
      const readout = prepareReadout(grid, solver, points, (point, i, j, k) => tissueFraction(grid, labels, codes[point], i, j, k));
      const potentials = await solver.solve([dipoles], { progress: reporter() });
      return readField(readout, potentials, 0, dipoles);
    },
  };
}

function readLabelFile(file: string, folder: string): LabelVolume {
  const field = `head.file ${file}`;
  const lower = file.toLowerCase();
  if (!lower.endsWith('.nii') && !lower.endsWith('.nii.gz')) throw inputError('head.file', 'end in .nii or .nii.gz', file);
  const bytes = readGivenFile(resolve(folder, file), field);
  const labels = readLabelNifti(lower.endsWith('.gz') ? unpacked(bytes, field) : bytes, field);
  checkLabels(labels, field);
  return labels;
}

function unpacked(bytes: Uint8Array, field: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw inputError(field, `unpack to at most ${MOST_UNPACKED} bytes`, 'more');
    throw inputError(field, 'be a whole gzip file', 'bytes that do not unpack');
  }
}

/** The field is read in the tissue of the point. */
function codesOfPoints(labels: LabelVolume, points: Float64Array): Uint8Array {
  return Uint8Array.from({ length: points.length / 3 }, (_, p) => {
    const [x, y, z] = points.subarray(3 * p, 3 * p + 3);
    const code = codeAt(labels, x, y, z);
    if (code === 0) throw inputError(`points[${p}]`, 'lie in a tissue of the labels', `${x}, ${y}, ${z}, which is air`);
    return code;
  });
}

function refuseDipolesInside(labels: LabelVolume, { positions }: Dipoles): void {
  for (let d = 0; d < positions.length; d += 3)
    if (codeAt(labels, positions[d], positions[d + 1], positions[d + 2]) !== 0)
      throw inputError('coil', 'lie outside the head', `dipole ${d / 3} inside it`);
}

/** Time left, on standard error, for work that takes longer than a few seconds. */
function reporter(): (share: number) => void {
  const start = performance.now();
  let last = start;
  return (share) => {
    const now = performance.now();
    if (now - last < REPORT_EVERY || share <= 0) return;
    last = now;
    process.stderr.write(`${Math.round(100 * share)} % solved, about ${Math.round(((now - start) * (1 - share)) / share / 1000)} s left\n`);
  };
}
