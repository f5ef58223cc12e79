import { HEAD_CONDUCTIVITIES } from '../boundaryElements/headConductivities';

/** What a voxel can be, in the order of the codes in a `LabelVolume`. */
export const TISSUES = ['air', 'white', 'grey', 'csf', 'bone', 'scalp'] as const;

export type Tissue = (typeof TISSUES)[number];

export type Conductor = Exclude<Tissue, 'air'>;

/** Conductivities [S/m] of the five tissues. */
export type TissueConductivities = Readonly<Record<Conductor, number>>;

const { white, gray, fluid, skull, scalp } = HEAD_CONDUCTIVITIES;

/** Those of `models/evidence/conductivities.json`, where the source stands [S/m]. */
export const TISSUE_CONDUCTIVITIES: TissueConductivities = {
  white: white.value,
  grey: gray.value,
  csf: fluid.value,
  bone: skull.value,
  scalp: scalp.value,
};

export const tissueCode = (tissue: Tissue): number => TISSUES.indexOf(tissue);
