import type { Verification } from '../core/sourced';

/** How each grade is worded beside a number. */
export const VERIFICATION_LABELS: Readonly<Record<Verification, string>> = {
  verified: 'read in the source',
  secondary: 'read in a text that cites the source',
  computed: 'computed from the numbers named',
  fitted: 'fitted to published figures',
  assumed: 'chosen for this simulator',
  unverified: 'from memory, not verified',
};

/** Grades that have to be marked wherever the number appears. */
export const needsWarning = (verification: Verification): boolean => verification === 'unverified' || verification === 'assumed';
