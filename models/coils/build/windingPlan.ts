import type { CoilDescription, Wing } from '../../../src/coil/coilDescription';
import type { Sourced } from '../../../src/core/sourced';

/** A number that is given, or one that is fitted within bounds: [start, least, most]. Millimeters and degrees. */
export type Planned = number | readonly [number, number, number];

/** Turns about one center; a wing whose turns do not share a center is planned as several groups. */
export interface GroupPlan {
  /** Whole turns, evenly spaced from `inner` to `outer`. */
  readonly turns: number;
  /** Radii of the innermost and the outermost turn, along y. */
  readonly inner: Planned;
  readonly outer: Planned;
  /** Semi-axis along x over that along y; 1 for circles. */
  readonly aspect: Planned;
  /** Center in the unbent plane, for the wing at x > 0. */
  readonly x: Planned;
  readonly y: Planned;
  readonly tilt: Planned;
  readonly hinge: Planned;
}

export interface WindingPlan {
  readonly id: string;
  readonly pattern: 'figure8' | 'circular';
  readonly groups: readonly GroupPlan[];
  /** From the face of the casing to the front of the copper, in the frame of a wing. */
  readonly front: Planned;
  /** Of the copper along the axis of the turns: one tall strip or several layers in series, which the figures cannot tell apart. */
  readonly height: Planned;
}

const GROUP_KEYS = ['inner', 'outer', 'aspect', 'x', 'y', 'tilt', 'hinge'] as const;
export type GroupNumbers = Record<(typeof GROUP_KEYS)[number], number> & { readonly turns: number };

/** A plan with a number in every place. */
export interface WindingNumbers {
  readonly groups: readonly GroupNumbers[];
  readonly front: number;
  readonly height: number;
}

/** Sub-layers that stand for the height of the copper. */
export const SUBLAYERS = 3;

/** What is to be fitted, in the order in which `fillPlan` takes it. */
export function openNumbers(plan: WindingPlan): (readonly [number, number, number])[] {
  const all: Planned[] = [...plan.groups.flatMap((group) => GROUP_KEYS.map((key) => group[key])), plan.front, plan.height];
  return all.filter((planned): planned is readonly [number, number, number] => typeof planned !== 'number');
}

export function fillPlan(plan: WindingPlan, values: ArrayLike<number>): WindingNumbers {
  let next = 0;
  const take = (planned: Planned): number => (typeof planned === 'number' ? planned : values[next++]);
  const groups = plan.groups.map((group) => {
    const numbers = Object.fromEntries(GROUP_KEYS.map((key) => [key, take(group[key])]));
    return { ...numbers, turns: group.turns } as GroupNumbers;
  });
  return { groups, front: take(plan.front), height: take(plan.height) };
}

/** Radii along y, from the inside out. */
export const turnRadii = ({ turns, inner, outer }: GroupNumbers): number[] =>
  Array.from({ length: turns }, (_, i) => (turns > 1 ? inner + ((outer - inner) * i) / (turns - 1) : outer));

/** z of the sub-layers' middles, negative. */
export const sublayerDepths = ({ front, height }: WindingNumbers): number[] =>
  Array.from({ length: SUBLAYERS }, (_, i) => -front - ((i + 0.5) * height) / SUBLAYERS);

/** The wings in SI units, as far as the field is concerned; a figure-8 has every group twice, mirrored. */
export function wingsOf(plan: WindingPlan, numbers: WindingNumbers): Pick<CoilDescription, 'wings'> {
  const plain = <T>(value: T): Sourced<T> => ({ value, unit: '1', source: 'coil-builder', verification: 'computed' });
  const sides = plan.pattern === 'circular' ? [1] : [1, -1];
  const wing = (group: GroupNumbers, side: number): Wing => {
    const radii = turnRadii(group).map((radius) => radius * 1e-3);
    const turns: Wing['layers'][number]['turns'] =
      group.aspect === 1
        ? { kind: 'circles', radii: plain(radii) }
        : { kind: 'ellipses', semiAxesX: plain(radii.map((radius) => radius * group.aspect)), semiAxesY: plain(radii) };
    return {
      center: plain([side * group.x * 1e-3, group.y * 1e-3] as const),
      sense: plain(side),
      tilt: plain((group.tilt * Math.PI) / 180),
      hinge: plain(group.hinge * 1e-3),
      layers: sublayerDepths(numbers).map((depth) => ({ depth: plain(depth * 1e-3), currentShare: plain(1 / SUBLAYERS), turns })),
    };
  };
  return { wings: sides.flatMap((side) => numbers.groups.map((group) => wing(group, side))) };
}
