import type { Choices } from '../../state/choices';
import type { LevelId } from '../../state/viewStore';
import type { LevelMemory } from './levelMemory';

/** Where a claim can be seen: a level, or the stage itself (`level` null), set up for it. */
export interface ClaimPlace {
  readonly where: string;
  readonly level: LevelId | null;
  readonly choices?: Partial<Choices>;
  readonly memory?: Partial<LevelMemory>;
}

const active: ClaimPlace = { where: 'Course: active beside sham', level: 'course', memory: { studyId: 'blumberger-2018' } };
const after = (patternId: string): ClaimPlace => ({
  where: 'After-effect',
  level: 'aftereffect',
  memory: { patternId, priorContraction: true, laterContraction: false },
});
const safety = (safetyPage: string, where: string): ClaimPlace => ({ where: `Safety: ${where}`, level: 'safety', memory: { safetyPage } });
const effects = safety('effects', 'side effects');
const metal = safety('metal', 'metal');
const seizures = safety('seizures', 'seizures');
const medicines = safety('medicines', 'medicines');
const screening = safety('screening', 'screening');

/** Claims that something on the screen shows; the others are words. */
export const CLAIM_PLACES: Readonly<Record<string, ClaimPlace>> = {
  I1: active,
  I3: { where: 'Stage', level: null },
  I4: after('itbs600'),
  I7: { where: 'Stage, with lines at half the peak', level: null, choices: { showContours: true } },
  H3: safety('sound', 'sound'),
  H4: { where: 'Stage', level: null, choices: { showMarks: true } },
  H7: after('ctbs600'),
  H8: after('itbs1200'),
  B1: active,
  B3: effects,
  B9: active,
  B10: active,
  C1: active,
  P1: { where: 'Course: calendar', level: 'course', memory: { courseId: 'hf10-standard' } },
  P2: { where: 'Protocol', level: 'protocol' },
  P3: { where: 'Course: calendar', level: 'course', memory: { courseId: 'snt' } },
  W1: effects,
  W2: effects,
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
};
