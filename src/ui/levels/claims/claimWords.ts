import { formatNumber, formatSignificant, THIN_SPACE } from '../../../core/format';
import type { Claim, ClaimGroup, ClaimGuess, ClaimVerdict } from '../../../evidence/claims';

export const VERDICTS: readonly (readonly [ClaimVerdict, string])[] = [
  ['supported', 'Supported'],
  ['qualified', 'Needs qualification'],
  ['corrected', 'Corrected'],
  ['unproven', 'Unproven'],
  ['rhetoric', 'Figure of speech'],
  ['omitted', 'Left out'],
  ['kept', 'Kept'],
];

/** Every verdict that a statement can be guessed to have, so that each card can be answered right. */
export const CLAIM_GUESSES = VERDICTS.filter((entry): entry is readonly [ClaimGuess, string] => rightGuess(entry[0]) !== null);

/** The guess that agrees with a verdict; null where there is nothing to guess. */
export function rightGuess(verdict: ClaimVerdict): ClaimGuess | null {
  return verdict === 'omitted' || verdict === 'kept' ? null : verdict;
}

/** How many cards were guessed, and how many of them right. */
export function claimScore(
  claims: readonly Claim[],
  guesses: Readonly<Record<string, ClaimGuess>>,
): { readonly right: number; readonly guessed: number } {
  const judged = claims.filter(({ id }) => guesses[id] !== undefined);
  return { guessed: judged.length, right: judged.filter(({ id, verdict }) => guesses[id] === rightGuess(verdict)).length };
}

/** How the figures that were computed follow from their sources. */
export const FIGURE_FORMULAS: Readonly<Record<string, string>> = {
  'no response': '43 people / 388 people',
  'rapid response': '73 people / 388 people',
  'intermittent theta burst': '20 trains · 10 s from train to train',
};

/** How a claim that is graded as computed follows: the formulas of its figures. */
export const claimFormula = ({ verification, figures }: Claim): string | undefined =>
  verification === 'computed' ? figures.flatMap(({ label }) => FIGURE_FORMULAS[label] ?? []).join('; ') : undefined;

export const CLAIM_GROUPS: readonly (readonly [ClaimGroup, string])[] = [
  ['introduction', 'Introduction'],
  ['how-it-works', 'How it works'],
  ['benefits', 'Benefits'],
  ['evidence', 'Evidence'],
  ['practice', 'In practice'],
  ['warnings', 'Warnings'],
  ['risks', 'Risks'],
];

export const verdictLabel = (verdict: ClaimVerdict): string => VERDICTS.find(([id]) => id === verdict)?.[1] ?? verdict;

/** How many claims have each verdict. */
export function verdictCounts(claims: readonly Claim[]): Readonly<Record<ClaimVerdict, number>> {
  const counts = Object.fromEntries(VERDICTS.map(([id]) => [id, 0])) as Record<ClaimVerdict, number>;
  for (const { verdict } of claims) counts[verdict]++;
  return counts;
}

/** SI units of the data file in the units in which people read them. */
const UNITS: Readonly<Record<string, readonly [factor: number, unit: string]>> = {
  'm²': [1e4, 'cm²'],
  m: [100, 'cm'],
  s: [1 / 60, 'min'],
  '1/session': [1e4, 'in 10\u202f000 sessions'],
  '1/patient': [1e4, 'in 10\u202f000 patients'],
  ratio: [1, ''],
};

/** A figure of a claim with its unit. Pure numbers are shares, written in percent, except correlations, which the label names. */
export function figureText({ label, value, unit }: Claim['figures'][number]): string {
  const share = unit === '1' && !label.startsWith('correlation');
  const [factor, name] = share ? [100, '%'] : (UNITS[unit] ?? [1, unit === '1' ? '' : unit]);
  const write = (x: number): string => {
    if (unit === 'ratio') return formatNumber(x, 2);
    return Math.abs(x * factor) >= 100 ? formatNumber(x * factor) : formatSignificant(x * factor, 2);
  };
  const text = typeof value === 'number' ? write(value) : value.map(write).join(' to ');
  return name === '' ? text : text + THIN_SPACE + name;
}
