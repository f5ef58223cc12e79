import { inputError } from '../core/inputError';
import type { StageHandle } from '../scene/Stage';
import { FIRST_FIGURE, readFigureOptions } from '../share/figure/figureOptions';
import { saveFile } from '../ui/share/saveFile';
import type { FigureOf } from './content/figureSubject';
import { createFigure, figureName } from './createFigure';
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
