import { COHORT_SIZE, drawEventArray, type IconArray } from './iconArray';
import { type SeizureFigure, type SideEffect, safetyData } from './safetyData';

export function seizureFigure(id: string): SeizureFigure {
  const figure = safetyData.seizures.find((candidate) => candidate.id === id);
  if (figure === undefined) throw new Error(`no seizure figure ${id}`);
  return figure;
}

export function sideEffect(id: string): SideEffect {
  const effect = safetyData.sideEffects.find((candidate) => candidate.id === id);
  if (effect === undefined) throw new Error(`no side effect ${id}`);
  return effect;
}

/** 10 000 sessions or patients of one published rate. */
export const drawSeizureArray = (figure: SeizureFigure, seed: number, total = COHORT_SIZE): IconArray =>
  drawEventArray('seizure', 'no seizure', figure.rate.value, seed, total);

/** One array per arm of the study, so that active is never shown without its comparison. Each arm has its own seed. */
export const drawSideEffectArrays = (
  effect: SideEffect,
  seed: number,
  total = COHORT_SIZE,
): { readonly arm: string; readonly array: IconArray }[] =>
  effect.arms.map((arm, index) => ({
    arm: arm.label,
    array: drawEventArray(effect.label, `no ${effect.label}`, arm.share.value, seed + 7919 * index, total),
  }));

/**
 * Chance of at least one event in `sessions` sessions, `1 - (1 - rate)^sessions`, if sessions were independent. They are not: most events
 * fall in the first exposures, so this is an order of magnitude for a group.
 */
export const courseRisk = (ratePerSession: number, sessions: number): number => -Math.expm1(sessions * Math.log1p(-ratePerSession));
