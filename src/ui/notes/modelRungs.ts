import type { FieldModel } from '../../state/choices';

/** One rung of the ladder of models, as it is told. */
export interface Rung {
  readonly model: FieldModel;
  readonly label: string;
  /** One or two sentences on what is computed and what is left out. */
  readonly says: string;
  /** The head model in a few words, for the legend. */
  readonly short: string;
  /** Where the formula of this rung is from. */
  readonly source: string;
}

export const MODEL_RUNGS: readonly Rung[] = [
  {
    model: 'magneticFluxDensity',
    label: 'Magnetic field in air, |B|',
    says: 'Flux density of the coil at the peak current. The head hardly changes it. It does not tell where neurons are driven.',
    short: 'coil in air',
    source: 'Field of magnetic dipoles that stand for the windings (Biot and Savart).',
  },
  {
    model: 'primaryField',
    label: 'Primary field, −dA/dt',
    says: 'What the coil alone would induce, without the charges that gather on the head’s surfaces. In the brain it is far too large: use it to see what they do.',
    short: 'no head, primary field only',
    source: 'Vector potential of magnetic dipoles that stand for the windings, times dI/dt.',
  },
  {
    model: 'sphere',
    label: 'Sphere',
    says: 'Head model: best-fitting conducting sphere, exact formula. The folds of the cortex and the skull’s true shape do not enter.',
    short: 'best-fitting sphere',
    source: 'Closed form for a conducting sphere: Heller & van Hulsteyn 1992, Biophys J 63:129.',
  },
  {
    model: 'modes',
    label: 'Realistic head',
    says: 'Head model: this head’s scalp, skull and brain surfaces by boundary elements. The folded boundary of the cortex is left out.',
    short: 'realistic head, three shells',
    source: 'Boundary elements on scalp, outer and inner skull, reduced to modes.',
  },
];

export const rungOf = (model: FieldModel): Rung => MODEL_RUNGS.find((rung) => rung.model === model) ?? MODEL_RUNGS[2];
