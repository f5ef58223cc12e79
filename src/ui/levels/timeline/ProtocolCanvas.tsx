import { type PointerEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { ProtocolOutcome } from '../../../dose/protocol/protocolOutcome';
import { useChoice, usePulse, useTextSize } from '../../appContext';
import { useSize } from '../../controls/useSize';
import { drawTimeline, mostMarks, type TimelineInk, type TimelineLayout, timelineLayout, timelineRows } from './drawTimeline';
import type { TimelineMotion } from './timelineMotion';
import { courseLength } from './timelineWindow';

interface CanvasProps {
  readonly outcome: ProtocolOutcome;
  readonly motion: TimelineMotion;
}

/** The picture of the timeline. React says what is drawn; when, and in which window, the motion decides. */
export function ProtocolCanvas({ outcome, motion }: CanvasProps) {
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useChoice((choices) => choices.theme);
  const textSize = useTextSize();
  const { duration } = usePulse();
  const line = outcome.timeline;
  const length = courseLength(outcome);
  const rows = useMemo(() => timelineRows(line), [line]);
  const layout = useMemo(() => timelineLayout(width, height, textSize, rows.length), [width, height, textSize, rows]);
  const course = useMemo(
    () => line.marks(0, length, mostMarks(width - layout.left), line.levels.includes('day') ? 'day' : 'session'),
    [line, length, width, layout],
  );
  useWheel(canvas, motion, layout);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colors that are read from the page.
  useLayoutEffect(() => {
    const element = canvas.current;
    // Plain rectangles, so the processor draws them: waiting for the graphics system made 3 % of the frames of a drag late (bench timelineFrames).
    const context = element?.getContext('2d', { willReadFrequently: true });
    if (!element || !context || width < 100) return;
    const ratio = Math.min(3, globalThis.devicePixelRatio || 1);
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const scene = { line, rows, course, length, pulseDuration: duration, layout, ink: inkOf(element, textSize) };
    const draw = (): void => drawTimeline(context, scene, motion.window, motion.playhead);
    draw();
    return motion.onFrame(draw);
  }, [line, rows, course, length, duration, layout, theme, textSize, motion]);

  return (
    <div className="timeline-box" ref={box}>
      <canvas ref={canvas} {...useDrag(motion, layout, length)} />
    </div>
  );
}

function inkOf(element: HTMLElement, textSize: number): TimelineInk {
  const style = getComputedStyle(element);
  const color = (name: string): string => style.getPropertyValue(name);
  return {
    mark: color('--curve-flux'),
    accent: color('--accent'),
    line: color('--line-strong'),
    text: color('--text-2'),
    faint: color('--line-strong'),
    font: `${textSize}px ${style.fontFamily}`,
    textSize,
  };
}

const shareOf = (pixels: number, { left, width }: TimelineLayout): number => pixels / Math.max(1, width - left);

/** Closer together than this, two fingers no longer zoom, in pixels. */
const CLOSEST_FINGERS = 24;

const anchorAt = (x: number, layout: TimelineLayout): number => Math.min(1, Math.max(0, shareOf(x - layout.left, layout)));

/** Below, dragging moves the course under the pointer and two fingers zoom; on the strip the window goes where the pointer is. */
function useDrag(motion: TimelineMotion, layout: TimelineLayout, length: number) {
  const held = useRef({ onStrip: false, pointers: new Map<number, number>() });
  const inside = (event: PointerEvent<HTMLElement>): readonly [number, number] => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const toStrip = (x: number): void => motion.center(shareOf(x - layout.left, layout) * length);
  const pinch = (before: number, now: number, other: number): void => {
    const spread = (x: number): number => Math.max(CLOSEST_FINGERS, Math.abs(x - other));
    motion.pan(shareOf((before - now) / 2, layout));
    motion.zoom(spread(now) / spread(before), anchorAt((now + other) / 2, layout));
  };
  const end = ({ pointerId }: PointerEvent<HTMLElement>): void => {
    held.current.pointers.delete(pointerId);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const [x, y] = inside(event);
      held.current.pointers.set(event.pointerId, x);
      held.current.onStrip = y < (layout.stripBottom + layout.ladderTop) / 2;
      if (held.current.onStrip) toStrip(x);
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const { onStrip, pointers } = held.current;
      const before = pointers.get(event.pointerId);
      if (before === undefined) return;
      const [x] = inside(event);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (onStrip) toStrip(x);
      else if (other === undefined) motion.pan(shareOf(before - x, layout));
      else pinch(before, x, other);
      pointers.set(event.pointerId, x);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

/** The wheel zooms around the pointer; sideways or with Shift it pans. React's own listener could not keep the page from scrolling. */
function useWheel(canvas: RefObject<HTMLCanvasElement | null>, motion: TimelineMotion, layout: TimelineLayout): void {
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      if (event.shiftKey || Math.abs(sideways) > Math.abs(event.deltaY)) {
        motion.pan(shareOf(sideways, layout));
        return;
      }
      motion.zoom(2 ** (-event.deltaY / 200), anchorAt(event.offsetX, layout));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [canvas, motion, layout]);
}
