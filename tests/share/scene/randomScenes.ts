import fc from 'fast-check';
import landmarks from '../../../models/heads/colin27/landmarks.json';
import { protocolChoiceFromPreset } from '../../../src/dose/protocol/protocolChoice';
import { PROTOCOL_IDS } from '../../../src/dose/protocol/protocolPresets';
import { safetyData } from '../../../src/dose/risk/safetyData';
import { screeningData } from '../../../src/dose/risk/screening';
import { claims } from '../../../src/evidence/claims';
import { DIFFERENCE_LIMITS } from '../../../src/field/simulation/comparison';
import { COMPARISON_VIEWS } from '../../../src/field/simulation/sceneSource';
import { knownIds } from '../../../src/share/scene/knownIds';
import { keptOf, type Scene } from '../../../src/share/scene/scene';
import { cameraPlace } from '../../../src/state/cameraPlace';
import { COLOR_MAPS, FIELD_COMPONENTS, FIELD_MODELS, INITIAL_CHOICES, PULSE_SHAPES, THEMES } from '../../../src/state/choices';
import { PARAMETER_IDS, PARAMETERS, type ParameterId } from '../../../src/state/parameters';
import { PULSE_DURATION } from '../../../src/state/typedPulseValue';
import { LEVEL_IDS, STRIP_TABS } from '../../../src/state/viewStore';
import { evenly } from '../../evenly';

/** Everything that can be chosen by id with what is shipped. */
export const KNOWN = knownIds(landmarks);
const of = (ids: Iterable<string>) => fc.constantFrom(...ids);

/** Where a hand leaves a number: at its first value, at a step of its slider, or anywhere at all with every digit that a number has. */
const anywhere = ({ minimum, maximum }: { minimum: number; maximum: number }) =>
  fc
    .tuple(evenly(0, 1), fc.integer({ min: 0, max: 2 ** 30 }))
    .map(([share, more]) => Math.min(maximum, minimum + (maximum - minimum) * (share + (more / 2 ** 30) * 1e-6)));

function numberOf(id: ParameterId) {
  const { minimum, maximum, initial, step } = PARAMETERS[id];
  const steps = fc.integer({ min: 0, max: Math.floor((maximum - minimum) / step) }).map((n) => Math.min(maximum, minimum + n * step));
  return fc.oneof(fc.constant(initial), steps, anywhere({ minimum, maximum }));
}

const part = fc.constantFrom(
  't',
  'pi',
  'sin(',
  'cos(',
  'exp(',
  '-t/0.0005',
  ')',
  '*',
  '+',
  '0.00031',
  '1e-4',
  '2',
  '/',
  'sqrt(',
  '37',
  'abs(t',
);
const formula = fc.oneof(
  fc.constant(INITIAL_CHOICES.typedPulse.expression),
  fc.array(part, { minLength: 1, maxLength: 120 }).map((parts) => parts.join('').slice(0, 400)),
);

const seconds = (most: number) => evenly(0.001, most).map((value) => Number(value.toFixed(3)));
const timing = fc.record({
  pulsesInBurst: fc.constantFrom(1, 3, 5),
  interPulseInterval: seconds(0.05),
  burstsInTrain: fc.integer({ min: 1, max: 50 }),
  interBurstInterval: seconds(0.9).map((value) => Number((0.3 + value).toFixed(3))),
  trains: fc.integer({ min: 1, max: 40 }),
  interTrainInterval: seconds(100).map((value) => Number((70 + value).toFixed(3))),
});
const segment = fc.record({
  side: of(['left', 'right']),
  target: of(['left dorsolateral prefrontal cortex', 'right dorsolateral prefrontal cortex']),
  intensity: evenly(0.1, 2).map((value) => Number(value.toFixed(2))),
  intensityReference: of(['rMT', 'aMT']),
  timing,
});
/** Each of several segments needs that many. */
const hasTwoPulses = ({
  timing: { pulsesInBurst, burstsInTrain, trains },
}: {
  timing: { pulsesInBurst: number; burstsInTrain: number; trains: number };
}) => pulsesInBurst * burstsInTrain * trains > 1;
const phase = fc.record({ daysPerWeek: fc.integer({ min: 1, max: 7 }), weeks: fc.integer({ min: 1, max: 4 }) });
const protocol = fc.oneof(
  fc.constantFrom(...PROTOCOL_IDS).map(protocolChoiceFromPreset),
  fc.record({
    presetId: fc.constantFrom(null, ...PROTOCOL_IDS),
    segments: fc.array(segment, { minLength: 1, maxLength: 4 }).filter((all) => all.length === 1 || all.every(hasTwoPulses)),
    plan: fc.record({ sessionsPerDay: fc.constant(1), phases: fc.array(phase, { minLength: 1, maxLength: 6 }) }),
  }),
);

const choices = fc.record({
  ...Object.fromEntries(PARAMETER_IDS.map((id) => [id, numberOf(id)])),
  coilId: of(KNOWN.coilId),
  currentReversed: fc.boolean(),
  stimulatorId: of(KNOWN.stimulatorId),
  targetId: of(KNOWN.targetId),
  anchorId: of(KNOWN.anchorId),
  fieldModel: of(FIELD_MODELS),
  pulseShape: of(PULSE_SHAPES),
  pulseExpression: formula,
  pulseDuration: anywhere(PULSE_DURATION),
  theme: of(THEMES),
  colorMap: of(COLOR_MAPS),
  fieldComponent: of(FIELD_COMPONENTS),
  ...Object.fromEntries(
    Object.entries(INITIAL_CHOICES)
      .filter(([, value]) => typeof value === 'boolean')
      .map(([key]) => [key, fc.boolean()]),
  ),
  protocol,
}) as unknown as fc.Arbitrary<Scene['choices']>;

const direction = fc.tuple(evenly(-1, 1), evenly(-1, 1), evenly(-1, 1)).filter(([x, y, z]) => Math.hypot(x, y, z) > 0.1);
const meters = evenly(-0.09, 0.09).map((value) => value + 1e-9 / 3);
const view = fc.record({
  camera: fc.tuple(direction, evenly(0.2, 1.6)).map(([towards, distance]) => cameraPlace(towards, distance)),
  stripTab: of(STRIP_TABS),
  level: fc.option(of(LEVEL_IDS)),
  pulseTime: fc.option(anywhere({ minimum: 0, maximum: 0.001 })),
  currentDirection: of(['posterior-anterior', 'anterior-posterior']),
  probe: fc.option(fc.tuple(meters, meters, meters)),
  segment: fc.integer({ min: 0, max: 7 }),
}) as unknown as fc.Arbitrary<Scene['view']>;

const seed = fc.integer({ min: 0, max: 100_000 });
const claimIds = claims.map(({ id }) => id);
const levels = fc.record({
  patternId: of(['own', 'edited', 'itbs1200', 'itbs600', 'ctbs300']),
  ownPattern: fc.record({
    burstsInTrain: fc.integer({ min: 1, max: 200 }),
    trains: fc.integer({ min: 1, max: 60 }),
    gapBetweenTrains: fc.integer({ min: 0, max: 120 }).map((n) => n / 2),
  }),
  priorContraction: fc.boolean(),
  laterContraction: fc.boolean(),
  courseId: of(PROTOCOL_IDS),
  coursePart: fc.constantFrom(null, 'calendar', 'curves', 'studies'),
  studyId: of(['blumberger-2018', 'levkovitz-2015', 'cole-2022']),
  cohortSeed: seed,
  benefitId: of(['berlim-2014', 'levkovitz-2015']),
  benefitOutcome: of(['response', 'remission']),
  safetyPage: of(['seizures', 'effects', 'sound', 'metal', 'screening', 'medicines']),
  seizureId: of(safetyData.seizures.map(({ id }) => id)),
  effectId: of(safetyData.sideEffects.map(({ id }) => id)),
  seizureSeed: seed,
  ringDistance: anywhere({ minimum: 0.005, maximum: 0.4 }),
  ringRadius: anywhere({ minimum: 0.003, maximum: 0.03 }),
  ringMaterial: of(safetyData.ringMaterials.map(({ id }) => id)),
  patientId: of(screeningData.patients.map(({ id }) => id)),
  asked: fc.subarray(screeningData.screeningItems.map(({ id }) => id)),
  chapter: of(['all', 'benefits', 'warnings']),
  verdict: of(['all', 'corrected', 'rhetoric']),
  turned: fc.subarray(claimIds),
  guesses: fc
    .tuple(fc.subarray(claimIds), fc.infiniteStream(fc.constantFrom('supported', 'qualified', 'corrected', 'unproven', 'rhetoric')))
    .map(([ids, guesses]) => Object.fromEntries(ids.map((id) => [id, guesses.next().value]))),
}) as unknown as fc.Arbitrary<Scene['levels']>;

const percent = fc.integer({ min: 1, max: 100 }).map((n) => n / 100);
const hunt: fc.Arbitrary<Scene['hunt']> = fc.record({
  seed,
  trials: fc.array(fc.tuple(percent, anywhere({ minimum: 0, maximum: 2 })), { maxLength: 40 }),
  answer: fc.option(fc.record({ estimate: percent, truth: anywhere({ minimum: 0.1, maximum: 2 }) })),
  motorThreshold: fc.record({ value: percent, found: fc.boolean() }),
});

const comparison = fc.record({
  kept: fc.option(choices.map(keptOf)),
  shown: of(COMPARISON_VIEWS),
  differenceLimit: fc.constantFrom(...DIFFERENCE_LIMITS),
}) as unknown as fc.Arbitrary<Scene['comparison']>;

/** Any scene made of shipped parts, each entry as likely its own as that of another scene. */
export const randomScene: fc.Arbitrary<Scene> = fc.record({
  choices,
  view,
  levels,
  hunt,
  comparison,
  ownCoils: fc.constant([]),
});
