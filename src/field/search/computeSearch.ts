import { InputError } from '../../core/inputError';
import { readOperator } from '../../physics/modes/readOperator';
import { createDistanceLattice } from '../../placement/distanceLattice';
import { createSurfaceQueries } from '../../placement/scalpQueries';
import { createScalpWalk } from '../../placement/scalpWalk';
import { type SearchProblem, type SearchResult, searchPoses } from '../../placement/searchPoses';
import { closedFormTargetField, modesTargetField, type TargetField } from '../grid/targetField';
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
  const { model, dipoles, sphereCenter, target, operator } = request;
  if (model !== 'modes') return closedFormTargetField(model, dipoles, sphereCenter, target);
  if (!operator) throw new InputError('The search in the realistic head needs its operator, which is not loaded.');
  return modesTargetField(await readOperator(operator, 'operator.bin', kernels), dipoles, target);
}
