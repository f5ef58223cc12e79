import { type GroupStatement, outcomeData } from './outcomeData';

/** Share of the initial responders who still respond, and its 95 % interval; `months` after the course. */
export interface DurabilityPoint extends GroupStatement {
  readonly months: number;
  readonly share: number;
  readonly interval: readonly [number, number];
}

/** The published points, with the end of the course, where all responders respond by definition. */
export function durabilityPoints(): DurabilityPoint[] {
  const published = outcomeData.durability.map(
    (point): DurabilityPoint => ({
      appliesTo: 'group',
      months: point.months.value,
      share: point.share.value,
      interval: point.interval.value,
    }),
  );
  return [{ appliesTo: 'group', months: 0, share: 1, interval: [1, 1] }, ...published];
}

/** Share of everyone who was treated, not only of responders: the product that the first number alone hides. */
export const shareOfAllTreated = (responseShare: number, point: DurabilityPoint): number => responseShare * point.share;
