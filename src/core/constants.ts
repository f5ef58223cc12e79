/** Magnetic constant divided by 4π, in T·m/A (CODATA 2018 gives 1.00000000055e-7; the classroom value is used). */
export const MU0_OVER_4PI = 1e-7;

/** Magnetic constant, in T·m/A. */
export const MU0 = 4 * Math.PI * MU0_OVER_4PI;
