import { newMarks, type Timeline, type TimelineLevel, type TimelineMarks } from '../../../dose/protocol/timelineMarks';
import { type TimelineWindow, windowTicks } from './timelineWindow';

export interface TimelineInk {
  readonly mark: string;
  readonly accent: string;
  readonly line: string;
  readonly text: string;
  readonly faint: string;
  readonly font: string;
  readonly textSize: number;
}

/** Where the parts stand, in pixels: the strip of the whole course, the lens that opens from it, a row for each level, the axis. */
export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  /** Left of it stand the names. */
  readonly left: number;
  readonly stripBottom: number;
  readonly ladderTop: number;
  readonly rowStep: number;
  readonly base: number;
}

/** One level of the nesting, coarse ones first. */
export interface TimelineRow {
  readonly level: TimelineLevel;
  readonly label: string;
  readonly marks: TimelineMarks;
}

/** Never more marks in a row than this, however wide the screen. */
const MOST_MARKS = 800;
/** A mark is never thinner than this, in pixels. */
const THINNEST = 1.5;
/** Marks that begin closer together than this run into each other, in pixels. */
const CLOSEST = 2.5;
const ROW_GAP = 3;
const STRIP_TOP = 4;
/** A level that cannot be told apart yet is drawn as the next coarser one, this pale. */
const UNRESOLVED = 0.22;

const LABELS: Readonly<Record<TimelineLevel, string>> = {
  pulse: 'Pulse',
  burst: 'Burst',
  train: 'Train',
  session: 'Session',
  day: 'Day',
  days: 'Day',
};

export const timelineRows = (line: Timeline): readonly TimelineRow[] =>
  line.levels.map((level) => ({ level, label: LABELS[level], marks: newMarks() })).reverse();

export function timelineLayout(width: number, height: number, textSize: number, rows: number): TimelineLayout {
  const stripBottom = STRIP_TOP + textSize * 1.3;
  const ladderTop = stripBottom + textSize;
  const base = height - textSize * 1.8;
  return { width, height, left: Math.ceil(textSize * 4.4), stripBottom, ladderTop, rowStep: (base - ladderTop) / rows, base };
}

/** Room for marks: about three pixels each. */
export const mostMarks = (width: number): number => Math.min(MOST_MARKS, Math.max(2, Math.floor(width / 3)));

/** The marks of a row in a window: a pulse that began before it may still last. Work grows with the marks, not with the pulses. */
export function fillRow(line: Timeline, row: TimelineRow, { from, to }: TimelineWindow, most: number, pulseDuration: number): void {
  line.marks(from - pulseDuration, to, most, row.level, row.marks);
}

/** Whether the marks of a row are its own level's and far enough apart to be told apart. */
export function isResolved({ level, marks }: TimelineRow, pixelsPerSecond: number): boolean {
  if (marks.level !== level) return false;
  for (let n = 1; n < marks.count; n++) if ((marks.start[n] - marks.start[n - 1]) * pixelsPerSecond < CLOSEST) return false;
  return true;
}

/** Bars from the first to the last pulse of each mark. */
function drawMarks(
  context: CanvasRenderingContext2D,
  marks: TimelineMarks,
  window: TimelineWindow,
  pulseDuration: number,
  { left: begin, width }: TimelineLayout,
  top: number,
  height: number,
): void {
  const scale = (width - begin) / (window.to - window.from);
  for (let n = 0; n < marks.count; n++) {
    const left = Math.max(0, (marks.start[n] - window.from) * scale);
    const right = Math.min(width - begin, (marks.end[n] + pulseDuration - window.from) * scale);
    context.fillRect(begin + left, top, Math.max(THINNEST, right - left), height);
  }
}

export interface TimelineScene {
  readonly line: Timeline;
  readonly rows: readonly TimelineRow[];
  /** The days of the whole course, which do not change with the window. */
  readonly course: TimelineMarks;
  readonly length: number;
  /** Seconds. */
  readonly pulseDuration: number;
  readonly layout: TimelineLayout;
  readonly ink: TimelineInk;
}

/** The whole picture, in one go for each frame. */
export function drawTimeline(
  context: CanvasRenderingContext2D,
  scene: TimelineScene,
  window: TimelineWindow,
  playhead: number | null,
): void {
  const { layout, ink } = scene;
  context.clearRect(0, 0, layout.width, layout.height);
  context.font = ink.font;
  drawStrip(context, scene, window);
  drawLadder(context, scene, window);
  drawAxis(context, scene, window);
  if (playhead === null || playhead < window.from || playhead > window.to) return;
  context.fillStyle = ink.accent;
  const x = layout.left + ((playhead - window.from) / (window.to - window.from)) * (layout.width - layout.left);
  context.fillRect(x - 1, layout.ladderTop, 2, layout.base - layout.ladderTop);
}

/** The whole course, the window in it, and the lens that opens from there. */
function drawStrip(context: CanvasRenderingContext2D, scene: TimelineScene, window: TimelineWindow): void {
  const { layout, ink, course, length } = scene;
  const { left, width, stripBottom, ladderTop } = layout;
  const whole = { from: 0, to: length };
  drawLabel(context, scene, 'Course', STRIP_TOP, stripBottom, true);
  context.fillStyle = ink.mark;
  context.globalAlpha = 0.55;
  drawMarks(context, course, whole, 0, layout, STRIP_TOP, stripBottom - STRIP_TOP);
  const from = left + (window.from / length) * (width - left);
  const to = Math.max(from + 3, left + (window.to / length) * (width - left));
  context.fillStyle = ink.accent;
  context.globalAlpha = 0.14;
  context.beginPath();
  context.moveTo(from, stripBottom + 2);
  context.lineTo(to, stripBottom + 2);
  context.lineTo(width, ladderTop - 2);
  context.lineTo(left, ladderTop - 2);
  context.fill();
  context.globalAlpha = 1;
  context.fillRect(from, STRIP_TOP - 3, to - from, 2);
  context.fillRect(from, stripBottom + 1, to - from, 2);
  context.fillRect(from - 1, STRIP_TOP - 3, 2, stripBottom - STRIP_TOP + 6);
  context.fillRect(to - 1, STRIP_TOP - 3, 2, stripBottom - STRIP_TOP + 6);
}

function drawLadder(context: CanvasRenderingContext2D, scene: TimelineScene, window: TimelineWindow): void {
  const { layout, ink, rows, line, pulseDuration } = scene;
  const most = mostMarks(layout.width - layout.left);
  const scale = (layout.width - layout.left) / (window.to - window.from);
  let shown = rows[0];
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n];
    const top = layout.ladderTop + n * layout.rowStep;
    fillRow(line, row, window, most, pulseDuration);
    const resolved = isResolved(row, scale);
    // The coarsest row has none above it to stand in.
    if (resolved || n === 0) shown = row;
    drawLabel(context, scene, row.label, top, top + layout.rowStep - ROW_GAP, resolved);
    context.fillStyle = ink.mark;
    // The finer, the brighter: what stimulates are the pulses.
    context.globalAlpha = resolved ? 0.45 + (0.55 * (n + 1)) / rows.length : UNRESOLVED;
    drawMarks(context, shown.marks, window, pulseDuration, layout, top, layout.rowStep - ROW_GAP);
    context.globalAlpha = 1;
  }
}

function drawLabel(context: CanvasRenderingContext2D, { ink }: TimelineScene, text: string, top: number, bottom: number, strong: boolean) {
  context.fillStyle = strong ? ink.text : ink.faint;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(text, 0, (top + bottom) / 2 + 1);
}

function drawAxis(context: CanvasRenderingContext2D, { layout, ink }: TimelineScene, window: TimelineWindow): void {
  const { left, width, base } = layout;
  const scale = (width - left) / (window.to - window.from);
  context.fillStyle = ink.line;
  context.fillRect(left, base, width - left, 1);
  context.fillStyle = ink.text;
  context.textBaseline = 'alphabetic';
  const ticks = windowTicks(window, Math.max(2, Math.floor((width - left) / (ink.textSize * 6))));
  for (let n = 0; n < ticks.length; n++) {
    const x = left + ticks[n].after * scale;
    context.fillRect(x, base, 1, 5);
    context.textAlign = n === 0 ? 'left' : x > width - ink.textSize * 3 ? 'right' : 'center';
    context.fillText(ticks[n].label, Math.min(x, width), base + ink.textSize * 1.45);
  }
}
