/** What a voxel can be, in the order of the codes in a `LabelVolume`. */
export const TISSUES = ['air', 'white', 'grey', 'csf', 'bone', 'scalp'] as const;

export type Tissue = (typeof TISSUES)[number];

export type Conductor = Exclude<Tissue, 'air'>;

/** Conductivities [S/m] of the five tissues. */
export type TissueConductivities = Readonly<Record<Conductor, number>>;

/** Wagner et al. 2004, doi 10.1109/TBME.2004.827925, as used by SimNIBS [S/m]. */
export const TISSUE_CONDUCTIVITIES: TissueConductivities = { white: 0.126, grey: 0.275, csf: 1.654, bone: 0.01, scalp: 0.465 };

export const tissueCode = (tissue: Tissue): number => TISSUES.indexOf(tissue);
