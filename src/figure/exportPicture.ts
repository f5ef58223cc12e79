import { addPngText } from '../core/pngText';
import { chosenColorScale } from '../field/color/chosenColorScale';
import { contourLevelsOf } from '../field/color/contourLevels';
import { componentSymbol } from '../field/grid/fieldComponents';
import { readouts, unitOfModel } from '../field/measures/readouts';
import type { Simulation } from '../field/simulation/simulation';
import type { StageHandle } from '../scene/Stage';
import { PICTURE_KEYWORD, writeChoices } from '../state/storedChoices';
import { captionLines } from './caption';
import { drawCaption, drawLegend, drawLegendLines } from './drawLegend';
import { renderPicture } from './renderPicture';

export const PICTURE_WIDTH = 3840;
export const PICTURE_HEIGHT = 2160;

export interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
  /** Nothing behind head and coil. */
  readonly transparent?: boolean;
}

/** The picture as a PNG: what is on the stage, with legend and caption burned in and the choices as text inside. */
export async function createPicture(
  stage: StageHandle,
  simulation: Simulation,
  version: string,
  { width = PICTURE_WIDTH, height = PICTURE_HEIGHT, transparent = false }: PictureOptions = {},
): Promise<Blob> {
  await document.fonts?.ready;
  const choices = simulation.store.getState();
  const snapshot = simulation.snapshot();
  const canvas = renderPicture(stage, width, height, transparent ? null : choices.theme);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gave no canvas for the picture.');
  const shown = readouts(snapshot, choices);
  const unit = unitOfModel(choices.fieldModel);
  const scale = chosenColorScale(choices, unit);
  drawLegend(context, scale, `${componentSymbol(choices.fieldComponent, unit)} in ${unit}`, shown?.atTarget ?? null, choices.theme);
  if (shown && choices.showContours) drawLegendLines(context, scale, contourLevelsOf(shown, choices.thresholdField));
  drawCaption(context, captionLines(snapshot, choices, shown, version), choices.theme);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The browser could not encode the picture.');
  const bytes = addPngText(new Uint8Array(await blob.arrayBuffer()), PICTURE_KEYWORD, writeChoices(choices));
  return new Blob([bytes], { type: 'image/png' });
}

/** Offers the picture as a download whose name says target and coil. */
export async function savePicture(stage: StageHandle, simulation: Simulation, version: string): Promise<void> {
  const { targetId, coilId } = simulation.store.getState();
  const url = URL.createObjectURL(await createPicture(stage, simulation, version));
  const link = document.createElement('a');
  link.href = url;
  link.download = `coilscope-${targetId}-${coilId}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
