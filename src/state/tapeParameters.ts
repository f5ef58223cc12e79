import type { ParameterSpec } from './parameterSpec';

const centimeters = { unit: 'cm', factor: 100, decimals: 1 };

/** The three measures that Beam F3 asks for; they start as the tape measures of the shipped head (a test compares them). */
export const TAPE_PARAMETERS = {
  tapeTragus: {
    label: 'Tragus to tragus',
    help: 'Tape from the left tragus over the vertex to the right one.',
    minimum: 0.28,
    maximum: 0.48,
    initial: 0.393,
    step: 0.001,
    display: centimeters,
  },
  tapeNasionInion: {
    label: 'Nasion to inion',
    help: 'Tape from the nasion over the vertex to the inion.',
    minimum: 0.28,
    maximum: 0.48,
    initial: 0.39,
    step: 0.001,
    display: centimeters,
  },
  tapeCircumference: {
    label: 'Circumference',
    help: 'Tape around the head, just above brow and inion.',
    minimum: 0.46,
    maximum: 0.7,
    initial: 0.62,
    step: 0.001,
    display: centimeters,
  },
} as const satisfies Record<string, ParameterSpec>;
