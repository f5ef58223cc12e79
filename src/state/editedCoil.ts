import type { CoilDescription } from '../coil/coilDescription';
import { PARAMETRIC_LIMITS, type ParametricCoil, parametricCoil } from '../coil/parametricCoil';
import type { ParameterSpec } from './parameterSpec';

/** Id of the coil of the editor. */
export const EDITED_COIL_ID = 'edited';

const millimeters = { unit: 'mm', factor: 1e3, decimals: 1 };
const count = { unit: '', factor: 1, decimals: 0 };

function spec(key: keyof ParametricCoil, own: Omit<ParameterSpec, 'minimum' | 'maximum'>): ParameterSpec {
  const { least, most } = PARAMETRIC_LIMITS[key];
  return { ...own, minimum: least, maximum: most };
}

/** What the coil editor asks; it starts as a flat figure-8 of the usual size. */
export const EDITED_COIL_PARAMETERS = {
  editedWings: spec('wings', { label: 'Wings', help: 'One: a circular coil. Two: a figure-8.', initial: 2, step: 1, display: count }),
  editedInnerRadius: spec('innerRadius', {
    label: 'Inner radius',
    help: 'Radius of the innermost turn.',
    initial: 0.028,
    step: 0.0005,
    display: millimeters,
  }),
  editedOuterRadius: spec('outerRadius', {
    label: 'Outer radius',
    help: 'Radius of the outermost turn; at least the inner radius.',
    initial: 0.044,
    step: 0.0005,
    display: millimeters,
  }),
  editedTurns: spec('turns', { label: 'Turns', help: 'Turns of a layer of one wing.', initial: 9, step: 1, display: count }),
  editedLayers: spec('layers', { label: 'Layers', help: 'Layers of copper, in series.', initial: 1, step: 1, display: count }),
  editedLayerSpacing: spec('layerSpacing', {
    label: 'Layer spacing',
    help: 'Between the middles of neighboring layers.',
    initial: 0.004,
    step: 0.0005,
    display: millimeters,
  }),
  editedWingSpacing: spec('wingSpacing', {
    label: 'Wing spacing',
    help: 'Between the centers of the two wings.',
    initial: 0.09,
    step: 0.0005,
    display: millimeters,
  }),
  editedWingAngle: spec('wingAngle', {
    label: 'Wing angle',
    help: 'How far each wing is turned toward the head.',
    initial: 0,
    step: Math.PI / 180,
    display: { unit: '°', factor: 180 / Math.PI, decimals: 0 },
  }),
} satisfies Record<string, ParameterSpec>;

type EditedCoilChoices = Record<keyof typeof EDITED_COIL_PARAMETERS, number>;

/** The coil that the editor's choices describe; counts are rounded, and the outer radius is at least the inner one. */
export function editedCoil(choices: EditedCoilChoices): CoilDescription {
  return parametricCoil({
    wings: Math.round(choices.editedWings) as 1 | 2,
    innerRadius: choices.editedInnerRadius,
    outerRadius: Math.max(choices.editedOuterRadius, choices.editedInnerRadius),
    turns: Math.round(choices.editedTurns),
    layers: Math.round(choices.editedLayers),
    layerSpacing: choices.editedLayerSpacing,
    wingSpacing: choices.editedWingSpacing,
    wingAngle: choices.editedWingAngle,
  });
}

const KEYS = Object.keys(EDITED_COIL_PARAMETERS) as (keyof EditedCoilChoices)[];

/** Whether two states of the editor describe the same coil. */
export const sameEditedCoil = (a: EditedCoilChoices, b: EditedCoilChoices): boolean => KEYS.every((key) => a[key] === b[key]);
