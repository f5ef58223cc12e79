import { type ProtocolChoice, protocolChoiceFromPreset } from '../dose/protocol/protocolChoice';
import { TARGET_ANCHOR } from '../head/coilPlace';
import { PARAMETER_IDS, PARAMETERS, type ParameterId } from './parameters';
import { FIRST_TYPED_PULSE, type TypedPulse } from './typedPulseValue';

/** The rungs of the model ladder: what is computed of the coil's effect, from the field in air to the field in the shipped head. */
export const FIELD_MODELS = ['magneticFluxDensity', 'primaryField', 'sphere', 'modes', 'folded'] as const;
export type FieldModel = (typeof FIELD_MODELS)[number];

/** The last one is a formula that the person typed. */
export const PULSE_SHAPES = ['biphasic', 'halfsine', 'monophasic', 'rectangular', 'typed'] as const;
export type PulseShapeId = (typeof PULSE_SHAPES)[number];

/** Dark; light; light and large. */
export const THEMES = ['stage', 'light', 'projector'] as const;
export type Theme = (typeof THEMES)[number];

export const COLOR_MAPS = ['viridis', 'cividis'] as const;
export type ColorMapId = (typeof COLOR_MAPS)[number];

/** What of the field vector is colored: its magnitude, its part along the outward normal of the cortex (signed), or the rest. */
export const FIELD_COMPONENTS = ['magnitude', 'normal', 'tangential'] as const;
export type FieldComponent = (typeof FIELD_COMPONENTS)[number];

/** Everything the person chose, and nothing that follows from it. Numbers are SI. */
export interface Choices extends Record<ParameterId, number> {
  readonly coilId: string;
  /** Whether the current of the coil is turned around against its description. */
  readonly currentReversed: boolean;
  readonly stimulatorId: string;
  /** Where the field is read. */
  readonly targetId: string;
  /** What the offsets of the coil are measured from: the target's scalp point, or the id of a 10-20 position. */
  readonly anchorId: string;
  readonly fieldModel: FieldModel;
  readonly pulseShape: PulseShapeId;
  /** The pulse of the typed shape, as typed last. */
  readonly typedPulse: TypedPulse;
  readonly theme: Theme;
  readonly colorMap: ColorMapId;
  readonly showCoil: boolean;
  readonly showScalp: boolean;
  readonly showMarks: boolean;
  readonly fieldComponent: FieldComponent;
  readonly logScale: boolean;
  /** Grey below the threshold field instead of below a share of the scale. */
  readonly greyBelowThreshold: boolean;
  readonly showContours: boolean;
  readonly showElectrodes: boolean;
  /** Beam F3, 5 cm rule, F3 and the target's scalp point as dots on the scalp. */
  readonly showMethods: boolean;
  readonly showArrows: boolean;
  readonly showFluxLines: boolean;
  readonly cutSagittal: boolean;
  readonly cutCoronal: boolean;
  readonly cutAxial: boolean;
  /** Session and course; always one that can be run. */
  readonly protocol: ProtocolChoice;
}

const initialNumbers = Object.fromEntries(PARAMETER_IDS.map((id) => [id, PARAMETERS[id].initial])) as Record<ParameterId, number>;

/** The first picture: a figure-8 coil over the left dorsolateral prefrontal cortex, handle back and outward. */
export const INITIAL_CHOICES: Choices = {
  ...initialNumbers,
  coilId: 'magstim-d70',
  currentReversed: false,
  stimulatorId: 'magstim-rapid-d70',
  targetId: 'left-dlpfc-weigand2018',
  anchorId: TARGET_ANCHOR,
  fieldModel: 'folded',
  pulseShape: 'biphasic',
  typedPulse: FIRST_TYPED_PULSE,
  theme: 'stage',
  colorMap: 'viridis',
  showCoil: true,
  showScalp: true,
  showMarks: true,
  fieldComponent: 'magnitude',
  logScale: false,
  greyBelowThreshold: false,
  showContours: false,
  showElectrodes: false,
  showMethods: false,
  showArrows: false,
  showFluxLines: false,
  cutSagittal: false,
  cutCoronal: false,
  cutAxial: false,
  protocol: protocolChoiceFromPreset('itbs600'),
};
