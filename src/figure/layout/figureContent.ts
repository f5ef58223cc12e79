import type { ColorScale } from '../../field/color/colorScale';
import type { ContourLevels } from '../../field/color/contourLevels';
import type { Theme } from '../../state/choices';
import type { Box, Mark, Measure } from '../drawing/drawing';

/** A value that is marked on a scale. */
export interface LegendMark {
  readonly kind: 'target' | 'strongest' | 'halfPeak' | 'threshold';
  readonly text: string;
  readonly value: number;
}

export interface LegendContent {
  /** Quantity and unit, then what else must be known; each becomes one line or more. */
  readonly title: readonly string[];
  readonly scale: ColorScale;
  readonly unit: 'V/m' | 'T';
  readonly marks: readonly LegendMark[];
  /** What is drawn on the cortex crosses the bar as well. */
  readonly lines: ContourLevels | null;
}

/** A plot that draws itself into a box with letters of a size. */
export type PlotContent = (box: Box, textSize: number, theme: Theme, measure: Measure) => readonly Mark[];

/** A panel: a view of the stage, or a plot. */
export interface PanelContent {
  readonly title: string;
  /** Null for a view of the stage. */
  readonly plot: PlotContent | null;
}

export interface FigureContent {
  readonly panels: readonly PanelContent[];
  readonly legends: readonly LegendContent[];
  /** From long to short: the first that fits is taken. Of each the first line is strong. */
  readonly captions: readonly (readonly string[])[];
  readonly scaleMark: boolean;
  readonly theme: Theme;
  /** Smallest letters [pixels], where a printed size asks for more than a share of the height. */
  readonly smallest: number;
}
