import { InputError } from '../../core/inputError';
import { bendTensors } from '../../physics/folded/foldedSlopes';
import { readRows } from '../../physics/folded/rowsFile';
import { readSlopes } from '../../physics/folded/slopesFile';
import { readOperator } from '../../physics/modes/readOperator';
import { createDistanceLattice } from '../../placement/distanceLattice';
import { createSurfaceQueries } from '../../placement/scalpQueries';
import { createScalpWalk } from '../../placement/scalpWalk';
import { type SearchProblem, type SearchResult, searchPoses } from '../../placement/searchPoses';
import { closedFormTargetField, foldedTargetField, modesTargetField, type TargetField } from '../grid/targetField';
import type { SearchRequest } from './searchMessages';

/** The whole search; the same code in the worker and in the tests. `kernels`: the bytes of fieldKernels.wasm, to read the operator faster. */
export async function computeSearch(
  request: SearchRequest,
  kernels: BufferSource | null,
  progress: (share: number) => void,
): Promise<SearchResult> {
  return searchPoses(await searchProblem(request, kernels), progress);
}

/** Head, coil and field of a request, ready to try poses on. */
export async function searchProblem(request: SearchRequest, kernels: BufferSource | null): Promise<SearchProblem> {
  const scalp = createSurfaceQueries(request.drawnScalp);
  return {
    scalp,
    lattice: createDistanceLattice(scalp, request.sphereCenter),
    walk: createScalpWalk(createSurfaceQueries(request.smoothScalp), request.sphereCenter, request.start),
    casing: request.casing,
    hold: request.hold,
    valueAt: await targetField(request, kernels),
  };
}

async function targetField(request: SearchRequest, kernels: BufferSource | null): Promise<TargetField> {
  const { model, dipoles, sphereCenter, target, data } = request;
  if (model !== 'modes' && model !== 'folded') return closedFormTargetField(model, dipoles, sphereCenter, target);
  const operatorFile = data.get('operator');
  if (!operatorFile) throw new InputError('The search in this head needs its operator, which is not loaded.');
  const operator = await readOperator(operatorFile, 'operator.bin', kernels);
  if (model === 'modes') return modesTargetField(operator, dipoles, target);
  const rowsFile = data.get('rows');
  if (!rowsFile) throw new InputError('The search on the folded cortex needs its rows, which are not loaded.');
  const slopesFile = data.get('slopes');
  const bend = slopesFile ? bendTensors(readSlopes(slopesFile, 'foldedSlopes.bin'), request.factors) : null;
  return foldedTargetField(operator, readRows(rowsFile, 'folded.bin'), dipoles, target, bend);
}
