import { InputError } from '../../core/inputError';
import { coloringOf } from '../../field/color/coloring';
import { canSubtract } from '../../field/color/differenceScale';
import { isAnswered } from '../../field/simulation/isCurrent';
import { insideWords } from '../../field/simulation/modelLadder';
import { pictureChoices } from '../../field/simulation/pictureChoices';
import type { SimulationSnapshot } from '../../field/simulation/sceneSnapshot';
import type { SceneSource } from '../../field/simulation/sceneSource';
import type { Staging } from '../../scene/Stage';
import type { FigureOptions } from '../../share/figure/figureOptions';
import type { Choices, Theme } from '../../state/choices';
import { shownMoment, type ViewStore } from '../../state/viewStore';
import type { FigureContent, LegendContent, PanelContent } from '../layout/figureContent';
import { layChart } from '../plots/chart';
import { depthChart, pulseChart } from '../plots/scenePlots';
import { type CaptionOf, captionsOf } from './captions';
import { type Colored, differenceLegend, legendOf } from './legends';
import { STANDARD_VIEWS, type ViewName } from './standardViews';

/** What figures are of: the present scene with the one that is kept beside it, and the view that may lend it something (`pictureChoices`). */
export interface FigureOf {
  readonly scene: SceneSource;
  readonly view: ViewStore;
}

/** A view of the stage in a figure; `from` null: from where the stage is seen. */
export interface FigureView {
  readonly staging: Staging;
  readonly from: ViewName | null;
}

export interface FigureSubject {
  readonly content: FigureContent;
  /** Those of the panels that are no plots, in their order. */
  readonly views: readonly FigureView[];
  readonly scenes: readonly CaptionOf[];
  readonly theme: Theme;
  /** One sentence for what was asked for and cannot be shown. */
  readonly leftOut: readonly string[];
}

const COMPUTING = 'The figure needs the field of this place, which is still being computed; try again in a moment.';

const PRINTED_POINTS = 6;

/** Panels of a figure with the views among them and what stands beside them. */
interface Parts {
  readonly panels: readonly PanelContent[];
  readonly views: readonly FigureView[];
  readonly legends: readonly LegendContent[];
  readonly leftOut: readonly string[];
}

/** Scenes, panels, legends and captions of a figure, as they are now. */
export function figureSubject(of: FigureOf, options: FigureOptions, version: string, pixelsPerPoint: number): FigureSubject {
  const scenes = scenesOf(of, options);
  const [first, second] = scenes;
  const moment = shownMoment(of.view.getState());
  const parts = second ? comparedParts(of, first, second, moment) : aloneParts(first, options.panels, moment);
  const captioned = scenes.map(({ name, scene }) => ({ name: second ? `${name}: ` : '', scene }));
  const { theme } = first.scene.choices;
  const content: FigureContent = {
    panels: parts.panels,
    legends: options.legend ? parts.legends : [],
    captions: captionsOf(captioned, options.caption, version),
    scaleMark: options.scaleMark,
    theme,
    smallest: PRINTED_POINTS * pixelsPerPoint,
  };
  return { content, views: parts.views, scenes: captioned, theme, leftOut: parts.leftOut };
}

const stagingOf = ({ scene: { snapshot, choices }, coloring }: Colored, moment: number | null): Staging => ({
  snapshot,
  choices,
  coloring,
  moment,
});

const viewPanel = (title: string): PanelContent => ({ title, plot: null });

/** A, B, and B − A where both are electric fields. */
function comparedParts(of: FigureOf, a: Colored, b: Colored, moment: number | null): Parts {
  const [seenA, seenB] = [stagingOf(a, moment), stagingOf(b, moment)];
  const own = a.coloring.scale === b.coloring.scale ? [legendOf([a, b])] : [legendOf([a]), legendOf([b])];
  const two = ['A', 'B'].map(viewPanel);
  const views = [seenA, seenB].map((staging): FigureView => ({ staging, from: null }));
  const { kept, differenceLimit } = of.scene.comparison.getState();
  const comparison = { kept, shown: 'difference' as const, differenceLimit };
  if (!canSubtract(comparison, b.scene.snapshot.field))
    return { panels: two, views, legends: own, leftOut: ['The difference is left out: it needs two electric fields on one grid.'] };
  const difference = coloringOf(b.scene.snapshot, b.scene.choices, comparison);
  return {
    panels: [...two, viewPanel('B − A')],
    views: [...views, { staging: { ...seenB, coloring: difference }, from: null }],
    legends: [...own, differenceLegend(a, b, difference)],
    leftOut: [],
  };
}

/** One scene: as it is seen, from six sides, or with its plots. */
function aloneParts(seen: Colored, set: FigureOptions['panels'], moment: number | null): Parts {
  const staging = stagingOf(seen, moment);
  const legends = [legendOf([seen])];
  if (set === 'views') {
    const names = Object.keys(STANDARD_VIEWS) as ViewName[];
    const panels = names.map((name) => viewPanel(STANDARD_VIEWS[name].title));
    return { panels, views: names.map((from) => ({ staging, from })), legends, leftOut: [] };
  }
  const views = [{ staging, from: null }];
  if (set !== 'plots') return { panels: [viewPanel('')], views, legends, leftOut: [] };
  const inside = insideWords(seen.coloring.model, seen.scene.snapshot.blocks);
  const plots = [
    [inside ? `Along the coil axis, ${inside}` : 'Along the coil axis', depthChart(seen.scene)],
    ['Pulse', pulseChart(seen.scene)],
  ] as const;
  const panels = plots.map(([title, chart]): PanelContent => ({ title, plot: (...given) => layChart(chart, ...given) }));
  return { panels: [viewPanel(''), ...panels], views, legends, leftOut: [] };
}

/** The scenes that a figure shows, with the choices that it asks for: one, or A and B. */
function scenesOf({ scene, view }: FigureOf, options: FigureOptions): Colored[] {
  const { kept, shown } = scene.comparison.getState();
  const color = (name: string, chosen: Choices, snapshot: SimulationSnapshot): Colored => {
    const { field, grid } = snapshot;
    // Coil and field of one picture belong together.
    if (!field || !grid || !isAnswered(snapshot)) throw new InputError(COMPUTING);
    const lent = pictureChoices(chosen, view.getState(), field);
    const choices = {
      ...lent,
      theme: themeOf(options, lent),
      showCoil: options.coil ?? lent.showCoil,
      showMarks: options.ring ?? lent.showMarks,
    };
    return {
      name,
      scene: { head: scene.head, choices, snapshot: { ...snapshot, field, grid } },
      coloring: coloringOf(snapshot, choices, null),
    };
  };
  const b = () => color('B', scene.store.getState(), scene.snapshot());
  const a = () => (kept ? color('A', kept.source.store.getState(), kept.source.snapshot()) : null);
  if (options.panels === 'compare') {
    const keptScene = a();
    if (!keptScene) throw new InputError('A, B and their difference need a kept scene; keep one on the Compare page first.');
    return [keptScene, b()];
  }
  return [(shown === 'a' && a()) || b()];
}

const themeOf = ({ theme }: FigureOptions, choices: Choices): Theme =>
  theme === 'dark' ? 'stage' : theme === 'light' ? 'light' : choices.theme;
