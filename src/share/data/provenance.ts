import { largestRate } from '../../coil/coilRates';
import { modelDifference } from '../../coil/modelDifference';
import { stimulatorById } from '../../coil/stimulatorLibrary';
import { formatQuantity } from '../../core/format';
import { toMatrix } from '../../core/rigidTransform';
import type { Vec3 } from '../../core/vec3';
import { VERIFICATION_LABELS } from '../../evidence/verificationLabel';
import { anchorWords } from '../../field/measures/underCoil';
import type { FieldResult } from '../../field/simulation/fieldMessages';
import { rungOf } from '../../field/simulation/modelLadder';
import type { SimulationSnapshot } from '../../field/simulation/sceneSnapshot';
import { HEAD_CONDUCTIVITIES } from '../../physics/boundaryElements/headConductivities';
import { type SlopeTissue, STANDARD_FACTORS } from '../../physics/folded/foldedSlopes';
import type { Choices } from '../../state/choices';
import { PARAMETERS, type ParameterId } from '../../state/parameters';
import type { Provenance } from './dataTable';

/** What a header tells of. */
export interface ProvenanceOf {
  readonly snapshot: SimulationSnapshot;
  readonly choices: Choices;
  readonly headName: string;
  readonly program: string;
  /** The link that opens the scene. */
  readonly link: string;
  readonly now: Date;
}

const TISSUES_OF: Partial<Record<Choices['fieldModel'], readonly (keyof typeof HEAD_CONDUCTIVITIES)[]>> = {
  modes: ['scalp', 'skull', 'brain'],
  folded: ['scalp', 'skull', 'fluid', 'gray', 'white'],
};

const mm = (point: Vec3): string => point.map((value) => (1e3 * value).toFixed(2)).join(' ');

/** Where the numbers of a scene come from: program, link, head, model, coil, place, pulse; every number with its unit, and the limits. */
export function provenanceOf({ snapshot, choices, headName, program, link, now }: ProvenanceOf): Provenance {
  const { coil, target, place, pose, field } = snapshot;
  const write = (id: ParameterId): string => formatQuantity(choices[id], PARAMETERS[id].display);
  const stimulator = stimulatorById(choices.stimulatorId);
  const full = largestRate(stimulator, coil);
  const share = full ? `, ${((100 * choices.dIdt) / full.value).toFixed(1)} % of the largest known of this pair` : '';
  return [
    ['program', `Coilscope ${program}`],
    ['limits', 'Teaching model, computed for one head; not for clinical use.'],
    ['written', now.toISOString()],
    ['link', link],
    ['head', `${headName}, MNI-152 axes (x right, y anterior, z superior)`],
    ...modelLines(field ?? { model: choices.fieldModel, factors: STANDARD_FACTORS }),
    ['coil', `${coil.name} (${coil.id})${choices.currentReversed ? ', current reversed' : ''}`],
    ['coil model', modelDifference(coil)],
    ['stimulator', stimulator.name],
    [
      'pulse',
      `${choices.pulseShape}, first phase ${write('pulseWidth')}${choices.pulseShape === 'typed' ? `, dI/dt as ${choices.typedPulse.expression}` : ''}`,
    ],
    ['dI/dt', `${write('dIdt')}${share}`],
    ['target', `${target.label}, field read within 10 mm of ${mm(target.cortex)} mm`],
    [
      'position',
      `${write('offsetForward')} forward, ${write('offsetRight')} right of ${anchorWords(choices)}; scalp point ${mm(place.position)} mm; coil center ${mm(pose.origin)} mm`,
    ],
    [
      'orientation',
      `handle ${write('handleAngle')}, tilt ${write('tiltPitch')} and ${write('tiltRoll')}, casing ${write('coilDistance')} above the scalp`,
    ],
    [
      'pose (4x4 by rows, m, z into the head, handle toward -y)',
      toMatrix(pose)
        .map((value) => value.toFixed(9))
        .join(' '),
    ],
  ];
}

/** What a field was computed with. */
type ComputedWith = Pick<FieldResult, 'model' | 'factors'>;

const FACTOR_OF: Partial<Record<keyof typeof HEAD_CONDUCTIVITIES, SlopeTissue>> = { white: 'white', gray: 'grey', fluid: 'csf' };

/** The conductivities that a field was computed with, each with unit, source and grade; a chosen one says so. */
export const conductivitiesOf = ({ model, factors }: ComputedWith): readonly string[] =>
  (TISSUES_OF[model] ?? []).map((tissue) => {
    const { value, unit, source: from, verification } = HEAD_CONDUCTIVITIES[tissue];
    const slope = FACTOR_OF[tissue];
    const factor = model === 'folded' && slope ? factors[slope] : 1;
    if (factor !== 1) return `${tissue} ${Number((factor * value).toPrecision(3))} ${unit} (chosen; by slopes)`;
    return `${tissue} ${value} ${unit} (${from}, ${VERIFICATION_LABELS[verification]})`;
  });

function modelLines(field: ComputedWith): Provenance {
  const { inMethods, source } = rungOf(field.model);
  const conductivities = conductivitiesOf(field);
  return [
    ['model', `${inMethods}; ${source}`],
    ...(conductivities.length > 0 ? [['conductivities', conductivities.join(', ')] as const] : []),
    ['grade', 'computed'],
  ];
}
