/** The choices that change the field per unit source; with the coil's own numbers they are all that reaches the worker. */
export const PLACEMENT_KEYS = [
  'targetId',
  'anchorId',
  'offsetForward',
  'offsetRight',
  'handleAngle',
  'tiltPitch',
  'tiltRoll',
  'coilDistance',
  'coilId',
  'currentReversed',
  'fieldModel',
  'conductivityFluid',
  'conductivityGray',
  'conductivityWhite',
] as const;
