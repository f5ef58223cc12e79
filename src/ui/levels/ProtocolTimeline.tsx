import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatNumber } from '../../core/format';
import { pulsesBetween } from '../../dose/courseClock';
import { timeline } from '../../dose/timelineMarks';
import { useChoice, usePulse, useTextSize } from '../appContext';
import { Icon } from '../Icon';
import { useSize } from '../useSize';
import { drawTimeline, marksOfWindow } from './drawTimeline';
import { ProtocolPlayer } from './ProtocolPlayer';
import { useProtocol } from './protocolMemory';
import { courseLength, courseMoment, fitWindow, panWindow, sectionWindow, type TimelineWindow, zoomWindow } from './timelineWindow';
import { formatDuration, type TimeSectionId } from './timeSections';
import { useTimeWindow } from './timeWindow';

const ZOOM = 2;
const STEP = 0.25;
const SHORTCUTS: readonly { readonly id: TimeSectionId; readonly label: string }[] = [
  { id: 'pulse', label: 'Pulse' },
  { id: 'burst', label: 'Burst' },
  { id: 'train', label: 'Train' },
  { id: 'session', label: 'Session' },
  { id: 'day', label: 'Day' },
  { id: 'course', label: 'All' },
];

/** All pulses of the course on one line that zooms from weeks to microseconds. */
export function ProtocolTimeline() {
  const checked = useProtocol((state) => state.checked);
  const { asked, show } = useTimeWindow();
  const length = courseLength(checked);
  const line = useMemo(() => timeline(checked.course), [checked]);
  const presetId = useProtocol((state) => state.presetId);
  const [chosen, setWindow] = useState<TimelineWindow>(() => sectionWindow(asked.section ?? 'session', checked));
  // An edit that shortens the course leaves the window where it still can be.
  const window = useMemo(() => fitWindow(chosen, length), [chosen, length]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another protocol, or a section asked for anew, sets the window.
  useEffect(() => setWindow(sectionWindow(asked.section ?? 'session', checked)), [asked, presetId]);
  const span = window.to - window.from;
  useEffect(() => {
    show([span / 1000, span]);
    return () => show(null);
  }, [show, span]);
  const zoom = (factor: number, anchor = 0.5): void => setWindow((now) => zoomWindow(now, factor, anchor, length));
  const pan = (share: number): void => setWindow((now) => panWindow(now, share, length));
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = {
      '+': () => zoom(ZOOM),
      '=': () => zoom(ZOOM),
      '-': () => zoom(1 / ZOOM),
      ArrowLeft: () => pan(-STEP),
      ArrowRight: () => pan(STEP),
      Home: () => setWindow(({ to, from }) => ({ from: 0, to: to - from })),
      '0': () => setWindow({ from: 0, to: length }),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const { count, first } = pulsesBetween(checked.course, window.from, window.to);
  const words = `From ${courseMoment(window.from)}: ${formatDuration(span)} with ${formatNumber(count)} ${count === 1 ? 'pulse' : 'pulses'}${count > 0 ? `, number ${first + 1} first` : ''}`;
  return (
    <section className="level-block">
      <div className="level-row timeline-head">
        <h3>Every pulse of the course</h3>
        <fieldset className="timeline-tools" aria-label="Timeline">
          {SHORTCUTS.map(({ id, label }) => (
            <button key={id} type="button" onClick={() => setWindow(sectionWindow(id, checked))}>
              {label}
            </button>
          ))}
          <button type="button" className="icon-button" aria-label="Zoom out" onClick={() => zoom(1 / ZOOM)}>
            <Icon name="minus" />
          </button>
          <button type="button" className="icon-button" aria-label="Zoom in" onClick={() => zoom(ZOOM)}>
            <Icon name="plus" />
          </button>
        </fieldset>
      </div>
      <div
        className="timeline-view"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture takes the keys that zoom and pan.
        tabIndex={0}
        aria-label="Timeline. Plus and minus zoom, left and right move, zero shows the whole course."
        aria-describedby="timeline-words"
        onKeyDown={onKeyDown}
      >
        <TimelineCanvas line={line} window={window} onZoom={zoom} onPan={pan} />
      </div>
      <p id="timeline-words" className="timeline-words">
        {words}
      </p>
      <ProtocolPlayer from={window.from} course={checked.course} />
    </section>
  );
}

interface CanvasProps {
  readonly line: ReturnType<typeof timeline>;
  readonly window: TimelineWindow;
  readonly onZoom: (factor: number, anchor: number) => void;
  readonly onPan: (share: number) => void;
}

/** The drawing itself, made anew only when window, size, theme or protocol changed. */
function TimelineCanvas({ line, window, onZoom, onPan }: CanvasProps) {
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useChoice((choices) => choices.theme);
  const textSize = useTextSize();
  const { duration } = usePulse();
  useWheel(canvas, onZoom, onPan);
  const drag = useRef<number | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colors that are read from the page.
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || width < 20) return;
    const ratio = Math.min(3, globalThis.devicePixelRatio || 1);
    // Giving a canvas its size clears and renews it, so only when it changed.
    if (element.width !== Math.round(width * ratio)) element.width = Math.round(width * ratio);
    if (element.height !== Math.round(height * ratio)) element.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const style = getComputedStyle(element);
    const color = (name: string): string => style.getPropertyValue(name);
    drawTimeline(context, { width, height }, window, marksOfWindow(line, window, width, duration), duration, {
      mark: color('--curve-flux'),
      line: color('--line-strong'),
      text: color('--text-2'),
      font: `${textSize}px ${style.fontFamily}`,
      textSize,
    });
  }, [line, window, width, height, theme, textSize, duration]);

  return (
    <div className="timeline-box" ref={box}>
      <canvas
        ref={canvas}
        onPointerDown={(event) => {
          drag.current = event.clientX;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (drag.current === null) return;
          onPan((drag.current - event.clientX) / Math.max(1, width));
          drag.current = event.clientX;
        }}
        onPointerUp={() => {
          drag.current = null;
        }}
        onPointerCancel={() => {
          drag.current = null;
        }}
      />
    </div>
  );
}

/** The wheel zooms around the pointer; sideways or with Shift it pans. React's own listener could not keep the page from scrolling. */
function useWheel(canvas: React.RefObject<HTMLCanvasElement | null>, onZoom: CanvasProps['onZoom'], onPan: CanvasProps['onPan']): void {
  const latest = useRef({ onZoom, onPan });
  latest.current = { onZoom, onPan };
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    // A wheel may turn many times between two frames; the window changes once in each.
    const pending = { frame: 0, pan: 0, doublings: 0, anchor: 0.5 };
    const flush = (): void => {
      pending.frame = 0;
      if (pending.pan !== 0) latest.current.onPan(pending.pan);
      if (pending.doublings !== 0) latest.current.onZoom(2 ** pending.doublings, pending.anchor);
      Object.assign(pending, { pan: 0, doublings: 0 });
    };
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      const { left, width } = element.getBoundingClientRect();
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) pending.pan += sideways / Math.max(1, width);
      else pending.doublings -= event.deltaY / 200;
      pending.anchor = (event.clientX - left) / Math.max(1, width);
      pending.frame ||= requestAnimationFrame(flush);
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => {
      cancelAnimationFrame(pending.frame);
      element.removeEventListener('wheel', turn);
    };
  }, [canvas]);
}
