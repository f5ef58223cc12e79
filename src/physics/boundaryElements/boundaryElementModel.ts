import { inputError } from '../../core/inputError';
import type { Dipoles } from '../dipoles';
import { primaryField } from '../primaryField';
import { distributeCharges } from './chargeDistribution';
import { addChargeField } from './chargeField';
import { fillChargeMatrixRows, multiplyMatrix } from './chargeMatrix';
import { checkShells } from './checkShells';
import type { ConductorShell } from './conductorShell';
import { collectFacets, type Facets } from './facets';
import { gmres } from './gmres';
import { collectFluxEdges, type FluxEdges, primaryFlux } from './primaryFlux';

/** The dense matrix takes 4 bytes × facets²: 2.3 GB at this many. */
export const FACET_LIMIT = 24_000;

/** Far below the discretization error (1e-3) and above what the single-precision matrix resolves. */
const SOLVER = { tolerance: 1e-7, maxIterations: 200 };

/** Shells made ready for any number of coil poses. */
export interface BoundaryElementModel {
  readonly facets: Facets;
  readonly fluxEdges: FluxEdges;
  /** Row-major, `facets.count`² entries; see `fillChargeMatrixRows`. */
  readonly matrix: Float32Array;
}

/** Checks the shells and builds the matrix: about 14 s and 0.94 GB for three shells of 5120 facets. */
export function createBoundaryElementModel(shells: readonly ConductorShell[]): BoundaryElementModel {
  const facetCount = shells.reduce((sum, shell) => sum + Math.floor(shell.triangles.length / 3), 0);
  if (facetCount > FACET_LIMIT) throw inputError('shells', `have at most ${FACET_LIMIT} triangles in all`, facetCount);
  checkShells(shells);
  const facets = collectFacets(shells);
  const matrix = new Float32Array(facets.count ** 2);
  fillChargeMatrixRows(facets, 0, facets.count, matrix);
  return { facets, fluxEdges: collectFluxEdges(shells), matrix };
}

/** Right-hand side of the charge equation, 2 K Φ per facet. */
export function chargeSource(facets: Facets, fluxEdges: FluxEdges, dipoles: Dipoles): Float64Array {
  const source = primaryFlux(fluxEdges, dipoles, new Float64Array(facets.count));
  for (let i = 0; i < source.length; i++) source[i] *= 2 * facets.contrasts[i];
  return source;
}

/** Charge of every facet per unit rate of the coil current, in units of ε0 [V·m per A/s]. */
export function solveCharges(model: BoundaryElementModel, dipoles: Dipoles): Float64Array {
  const source = chargeSource(model.facets, model.fluxEdges, dipoles);
  return gmres((x, out) => multiplyMatrix(model.matrix, x, out), source, SOLVER).solution;
}

/**
 * Total field E = E_primary + field of the charges per unit rate of the coil current [V/m per A/s].
 *
 * @param charges from `solveCharges` with the same dipoles
 * @param points stride 3 [m]; inside, between or outside the shells, not on a dipole
 */
export function boundaryElementField(facets: Facets, charges: Float64Array, dipoles: Dipoles, points: ArrayLike<number>): Float64Array {
  const out = new Float64Array(points.length);
  primaryField(dipoles, points, out);
  addChargeField(facets, distributeCharges(facets, charges), points, out);
  return out;
}
