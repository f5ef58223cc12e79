/**
 * Figures that the code must reproduce, with where they come from. "Prototype": an independent float64 program in another language, written before
 * this project; "closed form": follows from the equation named. Lengths in meters; sphere cases are for dI/dt = 1 A/µs.
 */
export const LOOP = {
  radius: 0.045,
  current: 1000,
  /** µ0 I / 2R; closed form. */
  centerField: 0.013962634,
  height: 0.095,
  pointRadius: 0.07,
  /** Polar angle [deg] and |dA/dt| [V/m] of the coaxial loop; prototype. */
  potentials: [
    [10, 0.054651],
    [20, 0.093801],
    [30, 0.103062],
    [40, 0.088553],
  ],
} as const;

/** Tangential dipole (1,0,0) A·m² at (0,0,0.3) m over the sphere about the origin; prototype, and Heller & van Hulsteyn 1992. */
export const TANGENTIAL_DIPOLE = {
  position: [0, 0, 0.3],
  moment: [1, 0, 0],
  cases: [
    { point: [0, 0, 0.09], field: [0, -0.340136, 0] },
    { point: [0, 0.05, 0.05], field: [0, -0.129462, 0.129462] },
    { point: [0, 0, 0], field: [0, 0, 0] },
  ],
} as const;

/** Magstim 70 mm, gap 0 on a head of 85 mm, dense winding: point [m], |E| [V/m]; prototype. */
export const MAGSTIM_70 = [
  { point: [0, 0, 0.07], magnitude: 1.543 },
  { point: [0, 0, 0.06], magnitude: 0.9424 },
  { point: [0, 0, 0.05], magnitude: 0.5763 },
  { point: [0.02, 0, 0.06708], magnitude: 0.8556 },
  { point: [0, 0.02, 0.06708], magnitude: 1.2245 },
] as const;

/** Summary measures of the same coil; prototype. */
export const MAGSTIM_70_FOCALITY = {
  halfValueDepth: 0.0141,
  depthTolerance: 0.0005,
  tangentialSpread: 15e-4,
  spreadTolerance: 1e-4,
} as const;

/** Measured waveform of MagPro X100 with MC-B70; digitized. */
export const X100_MC_B70 = {
  period: 303e-6,
  zeroCrossings: [73.7e-6, 225.2e-6],
  phaseAmplitudes: [1, -0.888, 0.786],
  peakCurrent: 7060,
  maxdIdt: 155.3e6,
} as const;
