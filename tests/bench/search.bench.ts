import { COIL_IDS } from '../../src/coil/coilLibrary';
import { searchPoses } from '../../src/placement/searchPoses';
import { searchProblem } from '../placement/searchProblem';
import { readShippedHead } from '../readShippedHead';

/** Poses per second of the whole search (grid, contact, field, refinement), first run of each coil and a second one with a filled lattice. */
export async function benchSearch(): Promise<void> {
  const head = await readShippedHead();
  for (const coilId of COIL_IDS) {
    const problem = searchProblem(head, coilId, 'left-dlpfc-weigand2018');
    const [first, again] = [searchPoses(problem), searchPoses(problem)];
    const rate = ({ poses, seconds }: typeof first): string =>
      `${Math.round(poses / seconds)} poses per second (${poses} in ${seconds.toFixed(2)} s)`;
    console.log(`search, sphere, ${coilId}: ${rate(first)}; again ${rate(again)}`);
  }
}
