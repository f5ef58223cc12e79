import type { Choices, FieldModel } from '../../state/choices';
import type { FieldResult } from './fieldMessages';
import type { DataState, HeadDataStates, NeededData } from './headData';

export type FieldUnit = 'V/m' | 'T';

/** One rung of the ladder of models: everything that depends on which model is shown, so that another rung is one more entry. */
export interface Rung {
  readonly model: FieldModel;
  readonly label: string;
  /** One or two sentences on what is computed and what is left out. */
  readonly says: string;
  /** The head model in a few words, for the legend. */
  readonly short: string;
  /** What the model is, in the words of a methods section. */
  readonly inMethods: string;
  /** Where the formula of this rung is from. */
  readonly source: string;
  readonly unit: FieldUnit;
  /** What the field per unit source is multiplied by: dI/dt, or the current. */
  readonly follows: 'rate' | 'current';
  /** The files that it is computed from, in the order in which they come; none for closed forms. */
  readonly needs: readonly NeededData[];
  /** What cuts and the coil's axis are read from, where that is not what the cortex is read from: until the blocks of tissue are there, and then; null where it is one and the same. */
  readonly inside: { readonly before: string; readonly after: string } | null;
}

export const MODEL_RUNGS: readonly Rung[] = [
  {
    model: 'magneticFluxDensity',
    label: 'Magnetic field in air, |B|',
    says: 'Flux density of the coil at the peak current. The head hardly changes it. It does not tell where neurons are driven.',
    short: 'coil in air',
    inMethods: 'magnetic flux density of the coil in air, at peak current',
    source: 'Field of magnetic dipoles that stand for the windings (Biot and Savart).',
    unit: 'T',
    follows: 'current',
    needs: [],
    inside: null,
  },
  {
    model: 'primaryField',
    label: 'Primary field, −dA/dt',
    says: 'What the coil alone would induce, without the charges that gather on the head’s surfaces. In the brain it is far too large: use it to see what they do.',
    short: 'no head, primary field only',
    inMethods: 'primary electric field alone (not the field in the brain)',
    source: 'Vector potential of magnetic dipoles that stand for the windings, times dI/dt.',
    unit: 'V/m',
    follows: 'rate',
    needs: [],
    inside: null,
  },
  {
    model: 'sphere',
    label: 'Sphere',
    says: 'Head model: best-fitting conducting sphere, exact formula. The folds of the cortex and the skull’s true shape do not enter.',
    short: 'best-fitting sphere',
    inMethods: 'total electric field in the best-fitting conducting sphere (exact)',
    source: 'Closed form for a conducting sphere: Heller & van Hulsteyn 1992, Biophys J 63:129.',
    unit: 'V/m',
    follows: 'rate',
    needs: [],
    inside: null,
  },
  {
    model: 'modes',
    label: 'Three shells',
    says: 'Head model: this head’s scalp, skull and brain surfaces by boundary elements. The folds of the cortex and the fluid over them are left out.',
    short: 'this head, three shells',
    inMethods: 'total electric field in the three-shell head (boundary elements)',
    source: 'Boundary elements on scalp, outer and inner skull, reduced to modes.',
    unit: 'V/m',
    follows: 'rate',
    needs: ['operator'],
    inside: null,
  },
  {
    model: 'folded',
    label: 'Folded cortex',
    says: 'Head model: scalp, skull, fluid, gray and white matter of this head in voxels of half a millimeter. Fiber directions, vessels and membranes are left out. Cut planes and the coil’s axis show blocks of 2 mm; volumes are those of three shells.',
    short: 'this head, folded cortex',
    inMethods: 'total electric field in gray matter of the five-tissue head (finite differences on voxels, reduced to rows per vertex)',
    source: 'Scalar-potential finite differences on five tissues (Laakso & Hirata 2012), reduced to rows per vertex of the cortex.',
    unit: 'V/m',
    follows: 'rate',
    needs: ['operator', 'rows'],
    inside: { before: 'three shells', after: 'blocks of 2 mm' },
  },
];

const _rungs = new Map(MODEL_RUNGS.map((rung) => [rung.model, rung]));

export function rungOf(model: FieldModel): Rung {
  const rung = _rungs.get(model);
  if (!rung) throw new Error(`There is no rung of the model ladder for ${model}.`);
  return rung;
}

/** What cuts and the coil's axis are read from, in words; null where it is what the cortex is read from. */
export function insideWords(model: FieldModel, blocks: object | null): string | null {
  const { inside } = rungOf(model);
  return inside && (blocks ? inside.after : inside.before);
}

/** What a model waits for: the first of its files that is not in use, else ready. */
export function dataState(model: FieldModel, states: HeadDataStates): DataState {
  for (const name of rungOf(model).needs) if (states[name].phase !== 'ready') return states[name];
  return { phase: 'ready' };
}

/**
 * The model that serves for a chosen one: itself once its files are there; the sphere while they are on their way, so that the value changes once; the highest that can be had
 * where they were refused.
 */
export function servedModel(model: FieldModel, states: HeadDataStates): FieldModel {
  const { phase } = dataState(model, states);
  if (phase === 'ready') return model;
  return phase === 'refused' && states.operator.phase === 'ready' ? 'modes' : 'sphere';
}

export const unitOfModel = (model: FieldModel): FieldUnit => rungOf(model).unit;

/** The model that is shown: that of the field that was computed. The chosen one counts only until there is a first field. */
export const shownModel = (field: Pick<FieldResult, 'model'> | null, choices: Pick<Choices, 'fieldModel'>): FieldModel =>
  field?.model ?? choices.fieldModel;
