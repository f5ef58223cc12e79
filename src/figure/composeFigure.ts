import { THEME_STYLES } from '../core/themeStyles';
import { dot, normalize, subtract, type Vec3 } from '../core/vec3';
import type { HeadModel } from '../head/loadHead';
import { LETTER_HEIGHT, LETTERS } from '../scene/bodies/marks';
import { HEAD_CENTER } from '../scene/camera/CameraRig';
import type { FigureOptions } from '../share/figure/figureOptions';
import { START_DISTANCE } from '../state/cameraPlace';
import type { FigureSubject, FigureView } from './content/figureSubject';
import { STANDARD_VIEWS } from './content/standardViews';
import type { Box, Mark, Measure } from './drawing/drawing';
import { layoutFigure } from './layout/layoutFigure';
import { type Label, placeLabels } from './layout/placeLabels';
import { scaleMark } from './layout/scaleMark';
import { placeIn, type Viewpoint, type Window, windowAround } from './picture/frameCamera';
import { convexOutline, isInside, type Place } from './picture/silhouette';
import { coilPoints, headPoints } from './picture/subjectPoints';

/** From where the stage is seen now: direction from the middle of the head, distance [m], and the height of what it shows on the plane at distance 1. */
export interface StageEye extends Viewpoint {
  readonly window: number;
}

/** A view with its place in the figure. */
export interface PlacedView {
  readonly view: FigureView;
  readonly frame: Box;
  readonly viewpoint: Viewpoint;
  readonly window: Window;
}

export interface ComposedFigure {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  readonly views: readonly PlacedView[];
  /** Boxes of the panels that are plots. */
  readonly plots: readonly Box[];
  readonly marks: readonly Mark[];
  readonly leftOut: readonly string[];
}

/** A letter's height in its square, as on the stage. */
const LETTER_SHARE = 52 / 64;
/** From the middle of a letter to where nothing else should be [m]. */
const LETTER_ROOM = 0.011;
/** Names of places are left out where the scalp turns away. */
const FACING = 0.17;

/** Lays a figure out and frames its views: everything but the drawing. `width`, `height`: pixels. */
export function composeFigure(
  subject: FigureSubject,
  options: Pick<FigureOptions, 'framing' | 'letters'>,
  head: HeadModel,
  eye: StageEye,
  width: number,
  height: number,
  measure: Measure,
): ComposedFigure {
  const { content } = subject;
  const layout = layoutFigure(content, width, height, measure);
  const isView = (n: number): boolean => content.panels[n].plot === null;
  const frames = layout.frames.filter((_, n) => isView(n));
  const rows = layout.scaleRows.filter((_, n) => isView(n));
  const views = frameViews(subject.views, frames, options, head, eye);
  const marks = views.flatMap((placed, n): Mark[] => {
    const row = rows[n];
    const meters = (placed.viewpoint.distance * placed.window.height) / placed.frame.height;
    const scale = row ? scaleMark(row, meters, layout.textSize, content.theme, measure) : [];
    return [...scale, ...placeLabels(labelsOf(placed, head, options.letters, layout.textSize), placed.frame, measure)];
  });
  return {
    width,
    height,
    textSize: layout.textSize,
    views,
    plots: layout.frames.filter((_, n) => !isView(n)),
    marks: [...layout.marks, ...marks],
    leftOut: [...subject.leftOut, ...layout.leftOut],
  };
}

/** Corners of the room that a letter takes. */
const roundAbout = ([x, y, z]: Vec3): number[] =>
  [-1, 1].flatMap((side) => [x + side * LETTER_ROOM, y, z, x, y + side * LETTER_ROOM, z, x, y, z + side * LETTER_ROOM]);

/** Views with head and coil in their middle, all at one scale; or each as near as on the stage. */
function frameViews(
  views: readonly FigureView[],
  frames: readonly Box[],
  { framing, letters }: Pick<FigureOptions, 'framing' | 'letters'>,
  head: HeadModel,
  eye: StageEye,
): PlacedView[] {
  const asStage = framing === 'stage' && views.every(({ from }) => from === null);
  // What lies on any of the stages is framed in all, so that they can be compared.
  const points = headPoints(head, views[0].staging).concat(
    // Six views of one staging have one coil.
    [...new Set(views.map(({ staging }) => staging))].flatMap(coilPoints),
    letters ? LETTERS.flatMap(([, place]) => roundAbout(place)) : [],
  );
  const framed = views.map((view, n): PlacedView => {
    const frame = frames[n];
    const direction = view.from === null ? eye.direction : STANDARD_VIEWS[view.from].direction;
    const viewpoint = { direction, distance: asStage ? eye.distance : START_DISTANCE };
    const window = asStage ? { u: 0, v: 0, height: eye.window } : windowAround(viewpoint, points, frame.width / frame.height);
    return { view, frame, viewpoint, window };
  });
  const coarsest = Math.max(...framed.map(({ window, frame }) => window.height / frame.height));
  return framed.map((placed) => ({ ...placed, window: { ...placed.window, height: coarsest * placed.frame.height } }));
}

/** Letters of the sides and names of places in a view, the nearest first; those behind the head are left out. */
function labelsOf({ view: { staging }, frame, viewpoint, window }: PlacedView, head: HeadModel, letters: boolean, size: number): Label[] {
  const { stage } = THEME_STYLES[staging.choices.theme];
  const toward = normalize(viewpoint.direction);
  const labels: (Label & { readonly depth: number })[] = [];
  if (letters) {
    const outline = outlineOf(head, frame, viewpoint, window);
    for (const [text, point] of LETTERS) {
      const { x, y, depth, pixelsPerMeter } = placeIn(viewpoint, window, frame, point);
      const behind = dot(subtract(point, HEAD_CENTER), toward) < 0 && isInside(outline, [x, y]);
      const high = Math.max(LETTER_HEIGHT * LETTER_SHARE * pixelsPerMeter, size);
      if (!behind) labels.push({ text, x, y, depth, size: high, color: stage.letter, halo: stage.labelHalo, dot: false });
    }
  }
  labels.sort((a, b) => a.depth - b.depth);
  return staging.choices.showElectrodes
    ? [...labels, ...namesOf(head, { frame, viewpoint, window }, stage.label, stage.labelHalo, size)]
    : labels;
}

type Framed = Pick<PlacedView, 'frame' | 'viewpoint' | 'window'>;

function namesOf(head: HeadModel, { frame, viewpoint, window }: Framed, color: string, halo: string, size: number): Label[] {
  const toward = normalize(viewpoint.direction);
  const facing = (normal: Vec3): number => dot(normal, toward);
  return head.landmarks.electrodes
    .filter(({ normal }) => facing(normal) > FACING)
    .sort((a, b) => facing(b.normal) - facing(a.normal))
    .map(({ id, position }) => ({ text: id, ...placeIn(viewpoint, window, frame, position), size, color, halo, dot: true }));
}

function outlineOf(head: HeadModel, frame: Box, viewpoint: Viewpoint, window: Window): readonly Place[] {
  const { positions } = head.scalp.positions.length > 0 ? head.scalp : head.cortex;
  const places: Place[] = [];
  for (let n = 0; n + 2 < positions.length; n += 150) {
    const { x, y } = placeIn(viewpoint, window, frame, [positions[n], positions[n + 1], positions[n + 2]]);
    places.push([x, y]);
  }
  return convexOutline(places);
}
