import { inputError } from '../core/inputError';
import type { StageHandle } from '../scene/Stage';
import { FIRST_FIGURE, readFigureOptions } from '../share/figure/figureOptions';
import { saveFile } from '../ui/share/saveFile';
import type { FigureOf } from './content/figureSubject';
import { createFigure, drawFigureNow, figureName, planFigure } from './createFigure';
import { FIGURE_KINDS, type FigureKind, figureFile } from './figureFiles';

/** A figure that was asked for from outside: options in part, checked; an `InputError` says which does not fit. */
export async function askedFigure(stage: StageHandle, of: FigureOf, version: string, given: unknown, kind: string = 'png'): Promise<Blob> {
  if (!FIGURE_KINDS.includes(kind as FigureKind)) throw inputError('the kind of a figure', `be one of ${FIGURE_KINDS.join(', ')}`, kind);
  const options = readFigureOptions(given, quickOptions(of));
  return figureFile(stage, of, version, options, kind as FigureKind);
}

/** The composer's quick way: what is on the stage as a slide, saved at once. */
export async function saveQuickFigure(stage: StageHandle, of: FigureOf, version: string): Promise<void> {
  saveFile(figureName(of, 'png'), await createFigure(stage, of, version, quickOptions(of)), 'image/png');
}

/** The first figure, of both scenes where both are seen. */
export function quickOptions({ scene }: Pick<FigureOf, 'scene'>): typeof FIRST_FIGURE {
  const { shown } = scene.comparison.getState();
  return shown === 'both' || shown === 'difference' ? { ...FIRST_FIGURE, panels: 'compare' } : FIRST_FIGURE;
}

/** What stands in the stage's place on paper: the figure of what is seen, on light ground, with its legend. */
export function printedFigure(stage: StageHandle, of: FigureOf, version: string): HTMLCanvasElement {
  const options = { ...quickOptions(of), ...PRINTED, theme: 'light' as const };
  const drawn = drawFigureNow(stage, planFigure(stage, of, version, options));
  // A canvas that was read from is printed without what was put into it; one that only got a picture is printed whole.
  const printed = document.createElement('canvas');
  [printed.width, printed.height] = [drawn.width, drawn.height];
  printed.getContext('2d')?.drawImage(drawn, 0, 0);
  return printed;
}

/** As wide as the page at twice the pixels of CSS. */
const PRINTED = { width: 1440, height: 900 };
