import type { z } from 'zod';
import data from '../../../models/evidence/screening.json';
import type { SourcedText } from '../../core/sourced';
import type { screeningSchema } from './screeningSchema';

export type ScreeningData = z.output<typeof screeningSchema>;
export type Contraindication = ScreeningData['contraindications'][number];
export type ScreeningItem = ScreeningData['screeningItems'][number];
export type MedicationGroup = ScreeningData['medications']['groups'][number];
export type FictionalPatient = ScreeningData['patients'][number];

export const screeningData = data as unknown as ScreeningData;

export type ScreeningAnswer = 'yes' | 'no' | 'unsure' | 'not-asked';

/**
 * What a screening can say. There is no "cleared" and no "excluded": a raised item starts a conversation between the patient and a qualified
 * clinician, and no raised item does not end it.
 */
export interface ScreeningResult {
  readonly result: 'needs-discussion' | 'no-item-raised';
  readonly raised: readonly { readonly item: ScreeningItem; readonly answer: 'yes' | 'unsure' | 'not-asked' }[];
  /** What cannot wait for that conversation. */
  readonly urgent: readonly SourcedText[];
}

/** Raises every item that was answered with yes or not surely, or was not asked. */
export function screen(answers: Readonly<Record<string, ScreeningAnswer | undefined>>): ScreeningResult {
  const raised = screeningData.screeningItems.flatMap((item) => {
    const answer = answers[item.id] ?? 'not-asked';
    return answer === 'no' ? [] : [{ item, answer }];
  });
  const urgent = raised.flatMap(({ item, answer }) => (answer !== 'not-asked' && item.urgent ? [item.urgent] : []));
  return { result: raised.length > 0 ? 'needs-discussion' : 'no-item-raised', raised, urgent };
}

/** The answers of a fictional patient to all items. */
export function answersOf(patient: FictionalPatient): Record<string, ScreeningAnswer> {
  return Object.fromEntries(
    screeningData.screeningItems.map(({ id }) => [id, patient.yes.includes(id) ? 'yes' : patient.unsure.includes(id) ? 'unsure' : 'no']),
  );
}
