import { COIL_PROSE, FOCALITY_EXPLANATIONS } from './coilProse';
import type { FittedWinding } from './fitWinding';
import type { MeasuredCoil } from './measuredCoils';
import { type GroupNumbers, SUBLAYERS, sublayerDepths, turnRadii, type WindingPlan } from './windingPlan';

/** How far the casing reaches beyond the outermost turn and behind the copper [mm]; no drawing was available. */
const MARGIN = 4;
const BACK = 8;

const round = (value: number, digits = 4): number => Number(value.toFixed(digits));
const percent = (share: number): string => `${(100 * Math.abs(share)).toFixed(1)} %`;

/** A coil file in the form of `coilDescriptionSchema`: millimeters and degrees, every number with its source and grade. */
export function coilFile(plan: WindingPlan, { numbers, comparison }: FittedWinding, measured: MeasuredCoil): object {
  const prose = COIL_PROSE[plan.id];
  const note = `fitted to ${measured.points.length} reference points and the turn area: |A| within ${percent(comparison.largest)}, area within ${percent(comparison.turnArea)}`;
  const fitted = <T>(value: T, unit: string) => ({ value, unit, source: 'drakaki-2022', verification: 'fitted', note });
  const given = <T>(value: T, unit: string, why: string) => ({ value, unit, source: 'coil-frame', verification: 'computed', note: why });
  const chosen = <T>(value: T, unit: string, why: string) => ({
    value,
    unit,
    source: 'project-choice',
    verification: 'assumed',
    note: why,
  });
  const turns = (group: GroupNumbers) => {
    const radii = turnRadii(group);
    if (group.aspect === 1)
      return {
        kind: 'circles',
        radii: fitted(
          radii.map((radius) => round(radius)),
          'mm',
        ),
      };
    return {
      kind: 'ellipses',
      semiAxesX: fitted(
        radii.map((radius) => round(radius * group.aspect)),
        'mm',
      ),
      semiAxesY: fitted(
        radii.map((radius) => round(radius)),
        'mm',
      ),
    };
  };
  const layers = (group: GroupNumbers) =>
    sublayerDepths(numbers).map((depth) => ({
      depth: fitted(round(depth), 'mm'),
      currentShare: given(1 / SUBLAYERS, '1', 'three sub-layers stand for the height of the copper'),
      turns: turns(group),
    }));
  const sides = plan.pattern === 'circular' ? [1] : [1, -1];
  const sense =
    plan.pattern === 'circular' ? 'positive current turns from x to y' : 'for a rising current the field under the center points along +y';
  const wings = sides.flatMap((side) =>
    numbers.groups.map((group) => ({
      center: fitted([round(side * group.x), round(group.y)], 'mm'),
      sense: given(side, '1', sense),
      tilt: group.tilt === 0 ? given(0, 'deg', 'flat winding') : fitted(round(group.tilt), 'deg'),
      hinge: group.hinge === 0 ? given(0, 'mm', 'turned about the midline, if at all') : fitted(round(group.hinge), 'mm'),
      layers: layers(group),
    })),
  );
  const pitch = Math.min(...numbers.groups.map(({ turns: n, inner, outer }) => Math.abs(outer - inner) / Math.max(1, n - 1)));
  return {
    id: plan.id,
    name: prose.name,
    manufacturer: prose.manufacturer,
    fieldPattern: plan.pattern,
    description: prose.description,
    wings,
    conductor: {
      width: chosen(round(Math.min(3, Math.max(0.3, 0.8 * pitch)), 2), 'mm', 'within the pitch of the turns'),
      height: fitted(round(numbers.height), 'mm'),
    },
    casing: {
      margin: chosen(MARGIN, 'mm', 'no drawing was available'),
      thickness: chosen(round(numbers.front + numbers.height + BACK, 2), 'mm', 'no drawing was available'),
    },
    focality: { explanation: FOCALITY_EXPLANATIONS[plan.id] ?? '' },
    notes: [
      'Turns, radii and depths are fitted to the field of the measured coil; they are not read from a drawing.',
      ...(prose.notes ?? []),
    ],
  };
}
