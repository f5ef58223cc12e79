import type { PerspectiveCamera } from 'three';
import { norm, subtract, type Vec3 } from '../core/vec3';
import { HEAD_CENTER } from '../scene/camera/CameraRig';
import type { StageHandle } from '../scene/Stage';
import { formatById } from '../share/figure/figureFormats';
import { type FigureOptions, figureSize } from '../share/figure/figureOptions';
import { captureScene } from '../share/scene/captureScene';
import { addSceneToPng } from '../share/scene/sceneFile';
import { type ComposedFigure, composeFigure, type StageEye } from './composeFigure';
import { type FigureOf, type FigureSubject, figureSubject } from './content/figureSubject';
import { canvasMeasure, drawMarks } from './drawing/drawCanvas';
import type { Measure } from './drawing/drawing';
import { paintBackground } from './picture/background';
import { cameraOf } from './picture/frameCamera';
import { renderView, tilesOf } from './picture/renderView';

/** Share of a view over which it fades to its edges. */
const FEATHER = 0.03;
/** Points of print per inch. */
const POINTS = 72;

export interface FigureHooks {
  /** Hears the share that is drawn, 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Ends the drawing between two tiles. */
  readonly signal?: AbortSignal;
}

export interface PlannedFigure {
  readonly subject: FigureSubject;
  readonly composed: ComposedFigure;
}

/** Pixels that a point of print takes; 0 where a figure is for screens. */
function pixelsPerPoint(options: FigureOptions): number {
  const { printed } = formatById(options.format);
  return printed && options.width === undefined ? figureSize(options).width / ((printed.width / 25.4) * POINTS) : 0;
}

/** From where a camera sees the head. */
export function eyeOf(camera: PerspectiveCamera): StageEye {
  const { x, y, z } = camera.position;
  const away = subtract([x, y, z] satisfies Vec3, HEAD_CENTER);
  return { direction: away, distance: norm(away), window: (2 * Math.tan((camera.fov * Math.PI) / 360)) / camera.zoom };
}

/** Lays out a figure of what is on the stage now; an `InputError` says why it cannot be had. */
export function planFigure(stage: StageHandle, of: FigureOf, version: string, options: FigureOptions, measure?: Measure): PlannedFigure {
  const { width, height } = figureSize(options);
  const subject = figureSubject(of, options, version, pixelsPerPoint(options));
  const composed = composeFigure(subject, options, of.scene.head, eyeOf(stage.camera), width, height, measure ?? screenMeasure());
  return { subject, composed };
}

/** Widths of the page's own letters. */
export function screenMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('The browser gave no canvas for the figure.');
  return canvasMeasure(context);
}

/** Draws the views of a figure, at `factor` times its pixels, over its background or over nothing; no words. */
export async function drawViews(
  stage: StageHandle,
  { subject, composed: { width, height, views } }: PlannedFigure,
  { transparent }: Pick<FigureOptions, 'transparent'>,
  { progress, signal }: FigureHooks = {},
  factor = 1,
): Promise<HTMLCanvasElement> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * factor));
  canvas.height = Math.max(1, Math.round(height * factor));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('The browser gave no canvas for the figure.');
  if (!transparent) paintBackground(context, canvas.width, canvas.height, subject.theme);
  const placed = views.map(({ frame, ...view }) => {
    const [x, y] = [Math.round(frame.x * factor), Math.round(frame.y * factor)];
    const [right, bottom] = [Math.round((frame.x + frame.width) * factor), Math.round((frame.y + frame.height) * factor)];
    return { ...view, place: { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) } };
  });
  const total = placed.reduce((sum, { place }) => sum + tilesOf(place), 0);
  let done = 0;
  const pause = async (): Promise<void> => {
    progress?.(++done / total);
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
  };
  for (const { view, viewpoint, window, place } of placed) {
    const camera = cameraOf(viewpoint, window, place.width, place.height);
    await renderView(
      stage,
      (target, through) => stage.drawStaging(target, through, view.staging),
      camera,
      context,
      place,
      pause,
      FEATHER * Math.min(place.width, place.height),
    );
  }
  return canvas;
}

/** A figure with its words, drawn at `factor` times its pixels. */
export async function drawFigure(
  stage: StageHandle,
  planned: PlannedFigure,
  options: Pick<FigureOptions, 'transparent'>,
  hooks?: FigureHooks,
  factor = 1,
): Promise<HTMLCanvasElement> {
  const canvas = await drawViews(stage, planned, options, hooks, factor);
  const context = canvas.getContext('2d');
  if (context) drawMarks(context, planned.composed.marks, factor);
  return canvas;
}

/** The figure as a PNG that carries the scene. */
export async function createFigure(
  stage: StageHandle,
  of: FigureOf,
  version: string,
  options: FigureOptions,
  hooks?: FigureHooks,
): Promise<Blob> {
  await document.fonts?.ready;
  const scene = captureScene(of.scene, of.view);
  const canvas = await drawFigure(stage, planFigure(stage, of, version, options), options, hooks);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The browser could not encode the figure.');
  return new Blob([addSceneToPng(new Uint8Array(await blob.arrayBuffer()), scene, version)], { type: 'image/png' });
}

/** What the files of a figure are called: coil and target, or the 10-20 position near to which the coil is. */
export function figureName({ scene }: FigureOf, end: string): string {
  const { targetId, coilId } = scene.store.getState();
  const { nearTarget, electrode } = scene.snapshot().under;
  return `coilscope-${nearTarget ? targetId : `near-${electrode.id}`}-${coilId}.${end}`;
}
