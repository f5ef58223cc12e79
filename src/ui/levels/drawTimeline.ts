import type { Timeline, TimelineMarks } from '../../dose/timelineMarks';
import { type TimelineWindow, windowTicks } from './timelineWindow';

export interface TimelineInk {
  readonly mark: string;
  readonly line: string;
  readonly text: string;
  readonly font: string;
  readonly textSize: number;
}

/** Never more marks than this, however wide the screen. */
const MOST_MARKS = 1200;
/** A mark is never thinner than this, in pixels. */
const THINNEST = 1.5;

/** The marks of a window: a pulse that began before it may still last. */
export function marksOfWindow(line: Timeline, { from, to }: TimelineWindow, width: number, pulseDuration: number): TimelineMarks {
  return line.marks(from - pulseDuration, to, Math.min(MOST_MARKS, Math.max(2, Math.floor(width / 3))));
}

/** Draws bars from the first to the last pulse of each mark, and the axis below. Work grows with the marks drawn, not with the pulses. */
export function drawTimeline(
  context: CanvasRenderingContext2D,
  size: { readonly width: number; readonly height: number },
  window: TimelineWindow,
  marks: TimelineMarks,
  pulseDuration: number,
  ink: TimelineInk,
): void {
  const { width, height } = size;
  const base = height - ink.textSize * 1.8;
  const scale = width / (window.to - window.from);
  context.clearRect(0, 0, width, height);
  context.fillStyle = ink.mark;
  for (let n = 0; n < marks.start.length; n++) {
    const left = Math.max(-2, (marks.start[n] - window.from) * scale);
    const right = Math.min(width + 2, (marks.end[n] + pulseDuration - window.from) * scale);
    context.fillRect(left, 6, Math.max(THINNEST, right - left), base - 6);
  }
  context.fillStyle = ink.line;
  context.fillRect(0, base, width, 1);
  context.fillStyle = ink.text;
  context.font = ink.font;
  const ticks = windowTicks(window, Math.max(2, Math.floor(width / (ink.textSize * 6))));
  ticks.forEach(({ after, label }, n) => {
    const x = after * scale;
    context.fillRect(x, base, 1, 5);
    context.textAlign = n === 0 ? 'left' : x > width - ink.textSize * 3 ? 'right' : 'center';
    context.fillText(label, Math.min(x, width), base + ink.textSize * 1.45);
  });
}
