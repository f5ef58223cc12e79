/**
 * The coils of the training and the test poses, fixed here so that another coil in the library changes no pose. The shipped operator saw these nine as
 * they were when it was built: since then the windings of all but the first three were fitted to measured coils, and the 90 mm coil has more
 * dipoles, so a build from the present files gives another file of the same kind, not the same bytes.
 */
export const OPERATOR_COILS: readonly string[] = [
  'magstim-70mm-figure8',
  'magstim-90mm-circular',
  'magstim-d50',
  'magstim-double-cone',
  'magventure-c-b60',
  'magventure-mc-b70',
  'magventure-d-b80',
  'magventure-cool-b35',
  'magventure-mri-b91',
];

/** The smallest and the largest coil come more often: the one has the finest field, the other reaches farthest round the head. */
export const TRAINING_COILS: readonly string[] = [...OPERATOR_COILS, 'magventure-cool-b35', 'magventure-cool-b35', 'magstim-double-cone'];
