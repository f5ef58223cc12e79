import { COIL_IDS, coilById } from '../../src/coil/coilLibrary';
import { coilDipoles } from '../../src/coil/windings/windingsToDipoles';
import { createFieldGrid } from '../../src/field/grid/fieldGrid';
import { modesTargetField, targetCells } from '../../src/field/grid/targetField';
import { findTarget } from '../../src/head/landmarks';
import { readOperator } from '../../src/physics/modes/readOperator';
import { type SearchResult, searchPoses } from '../../src/placement/searchPoses';
import { searchProblem } from '../placement/searchProblem';
import { readShippedHead } from '../readShippedHead';
import { readShippedOperator } from '../readShippedOperator';

const TARGET = 'left-dlpfc-weigand2018';
const rate = ({ poses, seconds }: SearchResult): string =>
  `${Math.round(poses / seconds)} poses per second (${poses} in ${seconds.toFixed(2)} s)`;

/** Poses per second of the whole search (grid, contact, field, refinement): each coil for the first time, and again with a filled lattice. */
export async function benchSearch(): Promise<void> {
  const head = await readShippedHead();
  for (const coilId of COIL_IDS) {
    const problem = searchProblem(head, coilId, TARGET);
    const [first, again] = [searchPoses(problem), searchPoses(problem)];
    console.log(`search, sphere, ${coilId}: ${rate(first)}; again ${rate(again)}`);
  }
  const operator = await readOperator(readShippedOperator(), 'operator.bin');
  const cells = targetCells(head.cortex, createFieldGrid(head.shells.innerSkull), findTarget(head.landmarks, TARGET).position);
  for (const coilId of ['magstim-70mm-figure8', 'magventure-mc-b70']) {
    const valueAt = modesTargetField(operator, coilDipoles(coilById(coilId)), cells);
    const problem = { ...searchProblem(head, coilId, TARGET), valueAt };
    console.log(`search, realistic head, ${coilId}: ${rate(searchPoses(problem))}; again ${rate(searchPoses(problem))}`);
  }
}
