import type { z } from 'zod';
import list from '../../models/evidence/claims.json';
import type { claimsSchema } from './claimsSchema';

/** One statement of the explainer, paraphrased, with how it is shown and what has to be said with it. */
export type Claim = z.output<typeof claimsSchema>[number];
export type ClaimVerdict = Claim['verdict'];
export type ClaimGroup = Claim['group'];
/** What a reader can guess a statement to be. */
export const CLAIM_GUESS_IDS = ['supported', 'qualified', 'corrected', 'unproven', 'rhetoric'] as const;
export type ClaimGuess = (typeof CLAIM_GUESS_IDS)[number];

export const claims = list as unknown as readonly Claim[];

export const claimsOfGroup = (group: ClaimGroup): readonly Claim[] => claims.filter((claim) => claim.group === group);

export function claimById(id: string): Claim {
  const claim = claims.find((candidate) => candidate.id === id);
  if (claim === undefined) throw new Error(`no claim ${id}`);
  return claim;
}
