import { InputError } from '../core/inputError';
import { coloringOf } from '../field/color/coloring';
import { readouts } from '../field/measures/readouts';
import { fieldUnderCoil } from '../field/measures/underCoil';
import { isAnswered } from '../field/simulation/isCurrent';
import { pictureChoices } from '../field/simulation/pictureChoices';
import type { SceneSource } from '../field/simulation/sceneSource';
import type { StageHandle } from '../scene/Stage';
import { captureScene } from '../share/scene/captureScene';
import { addSceneToPng } from '../share/scene/sceneFile';
import type { ViewStore } from '../state/viewStore';
import { captionLines } from './caption';
import { drawCaption, drawLegend } from './drawLegend';
import { renderPicture } from './renderPicture';

export const PICTURE_WIDTH = 3840;
export const PICTURE_HEIGHT = 2160;

export interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
  /** Nothing behind head and coil. */
  readonly transparent?: boolean;
}

/** What the picture is of: the present scene, and the view that may lend it something (`pictureChoices`). */
export interface PictureOf {
  readonly scene: SceneSource;
  readonly view: ViewStore;
}

/** The picture as a PNG: what is on the stage, with legend and caption burned in and the scene as text inside. */
export async function createPicture(
  stage: StageHandle,
  { scene, view }: PictureOf,
  version: string,
  { width = PICTURE_WIDTH, height = PICTURE_HEIGHT, transparent = false }: PictureOptions = {},
): Promise<Blob> {
  await document.fonts?.ready;
  if (scene.comparison.getState().shown !== 'b')
    throw new InputError('The picture is of the present scene alone; choose “B, now” on the Compare page first.');
  const snapshot = scene.snapshot();
  const chosen = scene.store.getState();
  const choices = pictureChoices(chosen, view.getState(), snapshot.field);
  const shown = readouts(snapshot, choices);
  // Coil and field of one picture belong together.
  if (!shown || !isAnswered(snapshot))
    throw new InputError('The picture needs the field of this place, which is still being computed; try again in a moment.');
  const coloring = coloringOf(snapshot, choices, null);
  const canvas = renderPicture(stage, width, height, transparent ? null : choices.theme);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gave no canvas for the picture.');
  drawLegend(context, coloring, shown.atTarget, choices.theme);
  drawCaption(
    context,
    captionLines(
      { snapshot, choices, coloring, shown, underCoil: fieldUnderCoil(snapshot, scene.head.cortex, choices) ?? Number.NaN },
      version,
    ),
    choices.theme,
  );
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The browser could not encode the picture.');
  const bytes = addSceneToPng(new Uint8Array(await blob.arrayBuffer()), captureScene(scene, view), version);
  return new Blob([bytes], { type: 'image/png' });
}

/** Offers the picture as a download whose name says coil and target, or the 10-20 position near to which the coil is. */
export async function savePicture(stage: StageHandle, of: PictureOf, version: string): Promise<void> {
  const { targetId, coilId } = of.scene.store.getState();
  const { nearTarget, electrode } = of.scene.snapshot().under;
  const url = URL.createObjectURL(await createPicture(stage, of, version));
  const link = document.createElement('a');
  link.href = url;
  link.download = `coilscope-${nearTarget ? targetId : `near-${electrode.id}`}-${coilId}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
