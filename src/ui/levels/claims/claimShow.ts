import type { Choices } from '../../../state/choices';
import type { CoursePart, LevelMemory } from '../../../state/levelMemory';
import type { LevelId } from '../../../state/viewStore';

/** Where a claim can be seen: a level, or the stage itself (`level` null), set up for it. */
export interface ClaimPlace {
  readonly where: string;
  readonly level: LevelId | null;
  readonly choices?: Partial<Choices>;
  readonly memory?: Partial<LevelMemory>;
}

const course = (coursePart: CoursePart, where: string, memory: Partial<LevelMemory> = {}): ClaimPlace => ({
  where: `Course: ${where}`,
  level: 'course',
  memory: { ...memory, coursePart },
});
const active = course('curves', 'active beside sham', { studyId: 'blumberger-2018' });
const after = (patternId: string): ClaimPlace => ({
  where: 'After-effect',
  level: 'aftereffect',
  memory: { patternId, priorContraction: true, laterContraction: false },
});
const safety = (safetyPage: string, where: string, memory: Partial<LevelMemory> = {}): ClaimPlace => ({
  where: `Safety: ${where}`,
  level: 'safety',
  memory: { safetyPage, ...memory },
});
const stage = (where: string, choices: Partial<Choices> = {}): ClaimPlace => ({ where, level: null, choices });
const spread = stage('Stage, with lines at half the peak', { showContours: true });
const effects = safety('effects', 'side effects');
const metal = safety('metal', 'metal');
const seizures = safety('seizures', 'seizures');
const medicines = safety('medicines', 'medicines');
const screening = safety('screening', 'screening');
const studies = course('studies', 'response in every study');
const later = course('later', 'how long it lasts');
const protocol: ClaimPlace = { where: 'Protocol', level: 'protocol' };

/** Claims that something on the screen shows; the others are words. */
export const CLAIM_PLACES: Readonly<Record<string, ClaimPlace>> = {
  I1: active,
  I3: stage('Stage'),
  I4: after('itbs600'),
  I7: spread,
  I8: active,
  H2: spread,
  H3: safety('sound', 'sound'),
  H4: stage('Stage, with the target marked', { showMarks: true }),
  H5: { where: 'Pulse: the membrane', level: 'pulse' },
  H7: after('ctbs600'),
  H8: after('itbs1200'),
  B1: later,
  B2: active,
  B3: effects,
  B5: active,
  B9: course('ways', 'four ways of responding'),
  B10: later,
  C1: course('cohort', 'effect sizes of trials'),
  C2: active,
  C5: protocol,
  C6: { where: 'Threshold: people differ', level: 'threshold' },
  P1: course('calendar', 'calendar', { courseId: 'hf10-standard' }),
  P2: protocol,
  P3: course('calendar', 'calendar', { courseId: 'snt' }),
  P4: protocol,
  P5: course('calendar', 'calendar', { courseId: 'deep-h1' }),
  P7: studies,
  W1: effects,
  W2: safety('effects', 'side effects', { effectId: 'headache-sham-trial' }),
  W3: metal,
  W4: seizures,
  W5: screening,
  W6: medicines,
  W7: screening,
  R1: effects,
  R2: metal,
  R3: seizures,
  R4: medicines,
  'R+': effects,
  D: safety('screening', 'screening, and where to find help'),
};
