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
  'magstim-d70': [1.3329, 0.014495, 0.0015955],
  'magstim-70mm-figure8': [1.5429, 0.014084, 0.0014907],
  'magstim-d50': [1.699, 0.0132, 0.0012937],
  'magventure-mc-b70': [1.6763, 0.012651, 0.0012094],
  'magventure-c-b60': [1.0799, 0.013295, 0.0013147],
  'magventure-c-b70': [1.4999, 0.012304, 0.0011675],
  'magventure-cool-b35': [0.93432, 0.010169, 0.00076256],
  'magventure-cool-b65': [1.0652, 0.013114, 0.0012907],
  'magventure-cool-b70': [1.2715, 0.011889, 0.001062],
  'magventure-mcf-b65': [0.99104, 0.012465, 0.0011702],
  'magventure-mri-b91': [0.83675, 0.014241, 0.0015384],
  'deymed-50bf': [1.5658, 0.012906, 0.0012419],
  'deymed-70bf': [1.4968, 0.01425, 0.0015352],
  'magandmore-pmd70': [1.0537, 0.014551, 0.0016013],
  'magandmore-pmd45-eeg': [1.0892, 0.012121, 0.0010885],
  'magandmore-pmd25': [1.0607, 0.009426, 0.00065988],
  'magstim-double-cone': [1.8, 0.019449, 0.003169],
  'magventure-d-b80': [0.97495, 0.016053, 0.002004],
  'deymed-120bfv': [1.4493, 0.019866, 0.0033533],
  'magstim-90mm-circular': [1.6147, 0.017733, 0.0095185],
  'magventure-mc-125': [1.22, 0.015755, 0.0077293],
  'magventure-c-100': [1.3176, 0.014183, 0.0064833],
  'magventure-mcf-75': [0.79495, 0.012824, 0.0055639],
  'magventure-mmc-140': [1.9618, 0.016363, 0.008158],
};
