import data from '../../../models/evidence/screening.json';
import type { Verification } from '../../core/sourced';
import type { SourcedText } from '../aftereffect/aftereffectData';

interface Graded {
  readonly source: string;
  readonly verification: Verification;
}

export interface Contraindication extends Graded {
  readonly id: string;
  readonly level: 'absolute' | 'relative';
  readonly item: string;
  readonly reason: string;
}

/** One question of the interview, in our own words after the published list of topics. */
export interface ScreeningItem extends Graded {
  readonly id: string;
  readonly topic: string;
  readonly reason: string;
}

/** Groups of substances, qualitatively: no dose, no number, no verdict. */
export interface MedicationGroup extends Graded {
  readonly id: string;
  readonly label: string;
  readonly effect: string;
  readonly members: readonly string[];
}

/** Invented for the role-play. */
export interface FictionalPatient {
  readonly id: string;
  readonly name: string;
  readonly fictional: true;
  readonly story: string;
  /** Ids of the items answered with yes, or with "I am not sure". All others are no. */
  readonly yes: readonly string[];
  readonly unsure: readonly string[];
}

export const screeningData = data as unknown as {
  readonly contraindications: readonly Contraindication[];
  readonly screeningItems: readonly ScreeningItem[];
  readonly medications: {
    readonly principle: SourcedText;
    readonly groups: readonly MedicationGroup[];
    readonly notes: readonly SourcedText[];
  };
  readonly patients: readonly FictionalPatient[];
  readonly checklistExample: SourcedText;
  readonly olderQuestionnaire: SourcedText;
  readonly meaning: SourcedText;
};

export type ScreeningAnswer = 'yes' | 'no' | 'unsure' | 'not-asked';

/**
 * What a screening can say. There is no "cleared" and no "excluded": a raised item starts a conversation between the patient and a qualified
 * clinician, and no raised item does not end it.
 */
export interface ScreeningResult {
  readonly result: 'needs-discussion' | 'no-item-raised';
  readonly raised: readonly { readonly item: ScreeningItem; readonly answer: 'yes' | 'unsure' | 'not-asked' }[];
}

/** Raises every item that was answered with yes or not surely, or was not asked. */
export function screen(answers: Readonly<Record<string, ScreeningAnswer | undefined>>): ScreeningResult {
  const raised = screeningData.screeningItems.flatMap((item) => {
    const answer = answers[item.id] ?? 'not-asked';
    return answer === 'no' ? [] : [{ item, answer }];
  });
  return { result: raised.length > 0 ? 'needs-discussion' : 'no-item-raised', raised };
}

/** The answers of a fictional patient to all items. */
export function answersOf(patient: FictionalPatient): Record<string, ScreeningAnswer> {
  return Object.fromEntries(
    screeningData.screeningItems.map(({ id }) => [id, patient.yes.includes(id) ? 'yes' : patient.unsure.includes(id) ? 'unsure' : 'no']),
  );
}
