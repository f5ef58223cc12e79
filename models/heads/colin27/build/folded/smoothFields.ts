import type { Dipoles } from '../../../../../src/physics/dipoles';
import { smoothAt } from '../../../../../src/physics/folded/applyTensors';
import { SMOOTH_NUMBERS } from '../../../../../src/physics/folded/foldedRows';
import { nodeDifferences, nodeNeighbors } from '../../../../../src/physics/folded/nodeDifferences';
import { gridCells } from '../../../../../src/physics/modes/gridCells';
import { typescriptEngine } from '../../../../../src/physics/modes/modesEngine';
import type { FoldedFields } from './solveFolded';

/** Three-shell fields of sets of dipoles at points with their differences along the axes: one array of stride 12 a set. */
export function smoothNumbers(
  { operator }: Pick<FoldedFields, 'operator'>,
  sets: readonly Dipoles[],
  points: ArrayLike<number>,
): Float32Array[] {
  const engine = typescriptEngine(operator);
  const cells = gridCells(operator.grid, points);
  const neighbors = nodeNeighbors(operator.grid);
  const nodes = new Float32Array(SMOOTH_NUMBERS * operator.grid.nodes.length);
  return sets.map((dipoles) => {
    nodeDifferences(engine.evaluate(dipoles), neighbors, nodes);
    const out = new Float32Array(4 * points.length);
    for (let p = 0; 3 * p < points.length; p++) out.set(smoothAt(nodes, cells, p), SMOOTH_NUMBERS * p);
    return out;
  });
}

/** The field alone of what `smoothNumbers` gives, stride 3. */
export function fieldPart(numbers: Float32Array): Float32Array {
  return Float32Array.from({ length: numbers.length / 4 }, (_, c) => numbers[SMOOTH_NUMBERS * Math.floor(c / 3) + (c % 3)]);
}

/** Three-shell fields at points, stride 3. */
export const smoothFields = (fields: Pick<FoldedFields, 'operator'>, sets: readonly Dipoles[], points: ArrayLike<number>): Float32Array[] =>
  smoothNumbers(fields, sets, points).map(fieldPart);

/** One over the root mean square of each field: relative errors count alike. */
export const inverseSizes = (fields: readonly Float32Array[]): Float64Array =>
  Float64Array.from(fields, (field) => 1 / Math.sqrt(field.reduce((sum, value) => sum + value * value, 0) / field.length));
