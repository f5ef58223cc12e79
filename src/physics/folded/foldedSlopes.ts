/** Tissues whose conductivities can be changed. */
export const SLOPE_TISSUES = ['white', 'grey', 'csf'] as const;

export type SlopeTissue = (typeof SLOPE_TISSUES)[number];
