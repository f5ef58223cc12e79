import { COIL_IDS } from '../../../../../src/coil/coilLibrary';
import type { Surface } from '../../../../../src/head/surface';
import { type PlacedCoil, randomPoses } from './randomPoses';

/** Neither the training set (seed 1) nor the test set of the whole operator (seed 2). All poses fit into one batch of the solver. */
export const COIL_TEST = { posesPerCoil: 21, seed: 3 };

/** Unseen poses of every shipped coil, coil after coil; every coil is held at the same places, so that coils can be compared. */
export const coilTestPoses = (scalp: Surface): PlacedCoil[] =>
  COIL_IDS.flatMap((id) => randomPoses(scalp, COIL_TEST.posesPerCoil, COIL_TEST.seed, [id]));
