import type { ThetaBurstPattern } from '../dose/aftereffect/thetaBurstAftereffect';
import type { ClaimGuess } from '../evidence/claims';

/** Parts of the course, by their class. */
export type CoursePart = 'calendar' | 'curves' | 'cohort' | 'ways' | 'later' | 'studies';

/** What is looked at in the levels from the after-effect to the claims: passing, like the probe, and kept while other levels are shown. */
export interface LevelMemory {
  readonly patternId: string;
  readonly ownPattern: ThetaBurstPattern;
  readonly priorContraction: boolean;
  readonly laterContraction: boolean;
  readonly courseId: string;
  /** The part of the course that is to be brought into view; null once it was. */
  readonly coursePart: CoursePart | null;
  readonly studyId: string;
  readonly cohortSeed: number;
  /** The trial and the outcome whose benefit is shown as people. */
  readonly benefitId: string;
  readonly benefitOutcome: 'response' | 'remission';
  readonly safetyPage: string;
  readonly seizureId: string;
  readonly effectId: string;
  readonly seizureSeed: number;
  /** Metres from the face of the coil to the ring. */
  readonly ringDistance: number;
  readonly ringRadius: number;
  readonly ringMaterial: string;
  readonly patientId: string;
  readonly asked: readonly string[];
  readonly chapter: string;
  readonly verdict: string;
  readonly turned: readonly string[];
  /** The first guess at each claim, by its id. */
  readonly guesses: Readonly<Record<string, ClaimGuess>>;
}

export const FIRST_LEVEL_MEMORY: LevelMemory = {
  patternId: 'itbs600',
  ownPattern: { burstsInTrain: 10, trains: 40, gapBetweenTrains: 8 },
  priorContraction: true,
  laterContraction: false,
  courseId: 'hf10-standard',
  coursePart: null,
  studyId: 'blumberger-2018',
  cohortSeed: 1,
  benefitId: 'berlim-2014',
  benefitOutcome: 'response',
  safetyPage: 'seizures',
  seizureId: 'us-clinics-sessions',
  effectId: 'headache-sham-trial',
  seizureSeed: 1,
  ringDistance: 0.05,
  ringRadius: 0.01,
  ringMaterial: 'titanium',
  patientId: 'p01',
  asked: [],
  chapter: 'all',
  verdict: 'all',
  turned: [],
  guesses: {},
};
