import { CONDUCTIVITY_PARAMETERS } from './conductivityParameters';
import { EDITED_COIL_PARAMETERS } from './editedCoil';
import type { ParameterSpec } from './parameterSpec';
import { TAPE_PARAMETERS } from './tapeParameters';

const degree = Math.PI / 180;
const millimeters = { unit: 'mm', factor: 1e3, decimals: 0 };
const degreesOfArc = { unit: '°', factor: 180 / Math.PI, decimals: 0 };

/** Every adjustable number of the simulator. */
export const PARAMETERS = {
  offsetForward: {
    label: 'Forward – back',
    help: 'Distance of the coil’s center from where it is measured (the target’s scalp point or a 10-20 position), along the scalp, toward the front.',
    minimum: -0.06,
    maximum: 0.06,
    initial: 0,
    step: 0.0005,
    display: millimeters,
  },
  offsetRight: {
    label: 'Right – left',
    help: 'Distance of the coil’s center from where it is measured (the target’s scalp point or a 10-20 position), along the scalp, toward the subject’s right.',
    minimum: -0.06,
    maximum: 0.06,
    initial: 0,
    step: 0.0005,
    display: millimeters,
  },
  handleAngle: {
    label: 'Handle angle',
    help: '0° points the handle straight back; positive turns it clockwise as seen from outside the head.',
    minimum: -180 * degree,
    maximum: 180 * degree,
    initial: 45 * degree,
    step: degree,
    display: degreesOfArc,
  },
  tiltPitch: {
    label: 'Tilt, handle up',
    help: 'Rotation of the coil about its wing-to-wing axis; positive lifts the handle off the scalp.',
    minimum: -30 * degree,
    maximum: 30 * degree,
    initial: 0,
    step: degree,
    display: degreesOfArc,
  },
  tiltRoll: {
    label: 'Tilt, wing up',
    help: 'Rotation of the coil about its handle; positive lifts the wing on the coil’s +x side.',
    minimum: -30 * degree,
    maximum: 30 * degree,
    initial: 0,
    step: degree,
    display: degreesOfArc,
  },
  coilDistance: {
    label: 'Distance from scalp',
    help: 'Gap between the casing and the scalp; 0 mm means that the casing touches. Hair alone makes 2–5 mm.',
    minimum: 0,
    maximum: 0.04,
    initial: 0.004,
    step: 0.0005,
    display: { unit: 'mm', factor: 1e3, decimals: 1 },
  },
  dIdt: {
    label: 'Rate of current, dI/dt',
    help: 'Largest rate of change of the coil current during the pulse. The induced field is proportional to it.',
    minimum: 0,
    maximum: 180e6,
    initial: 75e6,
    step: 0.5e6,
    display: { unit: 'A/µs', factor: 1e-6, decimals: 1 },
  },
  pulseWidth: {
    label: 'Pulse width',
    help: 'Time from the start of the pulse to the end of the first phase of the induced field.',
    minimum: 20e-6,
    maximum: 300e-6,
    initial: 83e-6,
    step: 1e-6,
    display: { unit: 'µs', factor: 1e6, decimals: 0 },
  },
  fieldLimit: {
    label: 'Top of the color scale',
    help: 'The field that gets the brightest color. It never follows the data by itself.',
    minimum: 10,
    maximum: 400,
    initial: 120,
    step: 1,
    display: { unit: 'V/m', factor: 1, decimals: 0 },
  },
  fluxLimit: {
    label: 'Top of the color scale',
    help: 'The magnetic flux density that gets the brightest color. It never follows the data by itself.',
    minimum: 0.1,
    maximum: 4,
    initial: 0.6,
    step: 0.05,
    display: { unit: 'T', factor: 1, decimals: 2 },
  },
  thresholdField: {
    label: 'Threshold field',
    help: 'Field that is taken as enough to excite: the line on the cortex, and where gray ends if chosen. 60 V/m is a published reference for the motor cortex; no value holds for every cell.',
    minimum: 10,
    maximum: 300,
    initial: 60,
    step: 1,
    display: { unit: 'V/m', factor: 1, decimals: 0 },
  },
  cutX: {
    label: 'Sagittal cut',
    help: 'Where the sagittal plane cuts the head; positive is right of the midline.',
    minimum: -0.08,
    maximum: 0.08,
    initial: -0.03,
    step: 0.0005,
    display: millimeters,
  },
  cutY: {
    label: 'Coronal cut',
    help: 'Where the coronal plane cuts the head; positive is in front of the anterior commissure.',
    minimum: -0.11,
    maximum: 0.08,
    initial: 0.03,
    step: 0.0005,
    display: millimeters,
  },
  cutZ: {
    label: 'Axial cut',
    help: 'Where the axial plane cuts the head; positive is above the anterior commissure.',
    minimum: -0.05,
    maximum: 0.09,
    initial: 0.03,
    step: 0.0005,
    display: millimeters,
  },
  scalpOpacity: {
    label: 'Scalp',
    help: 'How much of the glassy scalp is drawn.',
    minimum: 0,
    maximum: 1,
    initial: 0.6,
    step: 0.05,
    display: { unit: '%', factor: 100, decimals: 0 },
  },
  ...CONDUCTIVITY_PARAMETERS,
  ...TAPE_PARAMETERS,
  ...EDITED_COIL_PARAMETERS,
} as const satisfies Record<string, ParameterSpec>;

export type ParameterId = keyof typeof PARAMETERS;
export const PARAMETER_IDS = Object.keys(PARAMETERS) as ParameterId[];

/** The nearest value that the parameter allows; never NaN. */
export function clampParameter(id: ParameterId, value: number): number {
  const { minimum, maximum, initial } = PARAMETERS[id];
  return Number.isFinite(value) ? Math.min(Math.max(value, minimum), maximum) : initial;
}
