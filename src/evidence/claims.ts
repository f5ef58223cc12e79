import list from '../../models/evidence/claims.json';
import type { Sourced, Verification } from '../core/sourced';

/**
 * What the evidence says to a statement. `rhetoric`: neither true nor false. `unproven`: not shown in people. `omitted`: the explainer left
 * it out. `kept`: its disclaimer.
 */
export type ClaimVerdict = 'supported' | 'qualified' | 'corrected' | 'rhetoric' | 'unproven' | 'omitted' | 'kept';

export type ClaimGroup = 'introduction' | 'how-it-works' | 'benefits' | 'evidence' | 'practice' | 'warnings' | 'risks';

/** One statement of the explainer, paraphrased, with how it is shown and what has to be said with it. */
export interface Claim {
  readonly id: string;
  readonly group: ClaimGroup;
  readonly statement: string;
  readonly verdict: ClaimVerdict;
  /** Where the simulator shows it. */
  readonly shown: string;
  /** What is right, or what must be added. */
  readonly correction: string;
  /** Ids in the list of sources. */
  readonly sources: readonly string[];
  readonly verification: Verification;
  readonly figures: readonly (Sourced<number | readonly [number, number]> & { readonly label: string })[];
}

export const claims = list as unknown as readonly Claim[];

export const claimsOfGroup = (group: ClaimGroup): readonly Claim[] => claims.filter((claim) => claim.group === group);

export function claimById(id: string): Claim {
  const claim = claims.find((candidate) => candidate.id === id);
  if (claim === undefined) throw new Error(`no claim ${id}`);
  return claim;
}
