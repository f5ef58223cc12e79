import { formatNumber } from '../../core/format';
import type { Vec3 } from '../../core/vec3';
import type { Coloring } from '../../field/color/coloring';
import { componentSymbol } from '../../field/grid/fieldComponents';
import { meanAround } from '../../field/grid/targetPatch';
import { readouts, sourceAmplitude } from '../../field/measures/readouts';
import { rungOf } from '../../field/simulation/modelLadder';
import type { ComputedScene } from '../../share/data/sceneTables';
import type { LegendContent, LegendMark } from '../layout/figureContent';

/** A scene as it is colored; `name` where there are several. */
export interface Colored {
  readonly name: string;
  readonly scene: ComputedScene;
  readonly coloring: Coloring;
}

const numberOf = (value: number, unit: 'V/m' | 'T'): string => formatNumber(value, unit === 'T' ? 2 : 0);

/** The legend of one scale, with what is read off in each scene that has it. */
export function legendOf(of: readonly Colored[]): LegendContent {
  const { coloring } = of[0];
  const { scale, unit, component, lines } = coloring;
  const alone = of.length === 1;
  const marks = of.flatMap(({ name, scene }): LegendMark[] => {
    const shown = readouts(scene.snapshot, scene.choices);
    if (!shown) return [];
    const called = (word: string) => (alone ? word : `${name} ${word}`);
    return [
      { kind: 'target', text: `${called('target')} ${numberOf(shown.atTarget, unit)}`, value: shown.atTarget },
      { kind: 'strongest', text: `${called('strongest')} ${numberOf(shown.maximum, unit)}`, value: shown.maximum },
    ];
  });
  if (alone && lines) {
    marks.push({ kind: 'halfPeak', text: `50 % of peak ${numberOf(lines.halfPeak, unit)}`, value: lines.halfPeak });
    if (lines.threshold !== null)
      marks.push({ kind: 'threshold', text: `threshold ${numberOf(lines.threshold, unit)}`, value: lines.threshold });
  }
  return {
    title: [
      `${componentSymbol(component, unit)} in ${unit}`,
      rungOf(coloring.model).short,
      ...(component === 'normal' ? ['+ out of the cortex, − into it'] : []),
      ...(scale.logarithmic ? ['logarithmic'] : []),
    ],
    scale,
    unit,
    marks,
    lines,
  };
}

/** The legend of B − A. */
export function differenceLegend(a: Colored, b: Colored, difference: Coloring): LegendContent {
  const { cortex } = b.scene.snapshot.target;
  const value = sizeAround(b.scene, cortex) - sizeAround(a.scene, cortex);
  return {
    title: ['|E|, B − A in V/m', 'red: B is stronger, blue: A'],
    scale: difference.scale,
    unit: 'V/m',
    marks: [{ kind: 'target', text: `target ${numberOf(value, 'V/m')}`, value }],
    lines: null,
  };
}

function sizeAround({ head, choices, snapshot: { field, grid } }: ComputedScene, point: Vec3): number {
  return meanAround(head.cortex, grid, field, point) * sourceAmplitude(field.model, choices);
}
