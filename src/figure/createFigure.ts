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
import { type DrawInto, renderTiles, tilesOf } from './picture/renderView';

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

/** A canvas with the views of a figure on it, at `factor` times its pixels, over its background or over nothing; no words. Says after every tile what share is drawn. */
function* drawTiles(
  stage: StageHandle,
  { subject, composed: { width, height, views } }: PlannedFigure,
  transparent: boolean,
  factor: number,
): Generator<number, HTMLCanvasElement> {
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
  for (const { view, viewpoint, window, place } of placed) {
    const camera = cameraOf(viewpoint, window, place.width, place.height);
    const draw: DrawInto = (target, through) => stage.drawStaging(target, through, view.staging);
    const feather = FEATHER * Math.min(place.width, place.height);
    for (const _ of renderTiles(stage, draw, camera, context, place, feather)) yield ++done / total;
  }
  return canvas;
}

/** Draws the views of a figure; the page lives on between tiles, and may end the work there. */
export async function drawViews(
  stage: StageHandle,
  planned: PlannedFigure,
  { transparent }: Pick<FigureOptions, 'transparent'>,
  { progress, signal }: FigureHooks = {},
  factor = 1,
): Promise<HTMLCanvasElement> {
  const tiles = drawTiles(stage, planned, transparent, factor);
  try {
    for (;;) {
      const { done, value } = tiles.next();
      if (done) return value;
      progress?.(value);
      await new Promise((resolve) => setTimeout(resolve, 0));
      signal?.throwIfAborted();
    }
  } finally {
    // Ends a half-drawn view, which gives its target back.
    tiles.return(document.createElement('canvas'));
  }
}

/** A figure with its words at once, for a printer, which does not wait. */
export function drawFigureNow(stage: StageHandle, planned: PlannedFigure): HTMLCanvasElement {
  const tiles = drawTiles(stage, planned, false, 1);
  let step = tiles.next();
  while (!step.done) step = tiles.next();
  const context = step.value.getContext('2d');
  if (context) drawMarks(context, planned.composed.marks, 1);
  return step.value;
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
