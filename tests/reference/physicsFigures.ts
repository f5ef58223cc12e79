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

/**
 * Largest |E| [V/m] on the cortical sphere, half-value depth [m] and spread [m²] of each coil at gap 0, as this program first gave them: no proof of
 * correctness, but a changed number in a data file or a changed winding model cannot pass unseen.
 */
export const COIL_MEASURES: Readonly<Record<string, readonly [number, number, number]>> = {
  'magstim-70mm-figure8': [1.5429, 0.014084, 0.0014907],
  'magstim-90mm-circular': [1.6145, 0.017737, 0.0095181],
  'magstim-d50': [1.699, 0.0132, 0.0012937],
  'magstim-double-cone': [2.0973, 0.019759, 0.0033388],
  'magventure-c-b60': [1.3466, 0.01337, 0.0013344],
  'magventure-mc-b70': [1.6042, 0.013056, 0.0012901],
  'magventure-d-b80': [1.3774, 0.01601, 0.0020287],
  'magventure-cool-b35': [2.1771, 0.009839, 0.000713],
  'magventure-mri-b91': [1.1298, 0.013857, 0.0014591],
};
