import { scaleLog } from 'd3-scale';
import { useId } from 'react';
import { useTextSize } from '../../appContext';
import { useSize } from '../../controls/useSize';
import { formatDuration, TIME_RANGE, TIME_SECTIONS, type TimeSectionId } from './timeSections';

const TICKS = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 60, 600, 3600, 86_400, 604_800, 42 * 86_400];
/** Lists of labels, from many to few. */
const LABELS = [
  [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 60, 600, 3600, 86_400, 604_800, 42 * 86_400],
  [1e-6, 1e-4, 1e-2, 1, 60, 3600, 86_400, 42 * 86_400],
  [1e-6, 1e-3, 1, 60, 3600, 42 * 86_400],
  [1e-6, 1e-3, 1, 42 * 86_400],
];

export interface TimeAxisProps {
  readonly section: TimeSectionId | null;
  /** The stretch that the screen below looks at [s]. */
  readonly window: readonly [number, number] | null;
  readonly onSection: (id: TimeSectionId) => void;
}

/** The one axis of all levels, 1 µs to 6 weeks: its sections are radio buttons, so that arrows, touch and screen readers work as everywhere. */
export function TimeAxis({ section, window, onSection }: TimeAxisProps) {
  const [ref, { width }] = useSize<HTMLDivElement>();
  const name = useId();
  const textSize = useTextSize();
  const scale = scaleLog(TIME_RANGE, [0, Math.max(1, width)]).clamp(true);
  const share = (from: number, to: number): number => (Math.log10(to / from) / Math.log10(TIME_RANGE[1] / TIME_RANGE[0])) * 100;
  const labels = LABELS.find((list) => list.length * 4.4 * textSize <= width) ?? LABELS[LABELS.length - 1];
  return (
    <fieldset className="time-axis" data-silent={window === null || undefined}>
      <legend className="visually-hidden">Time axis, 1 µs to 6 weeks</legend>
      <div className="time-sections">
        {TIME_SECTIONS.map(({ id, label, from, to }) => (
          <label key={id} className="time-section" style={{ flexGrow: share(from, to) }}>
            <input
              className="covering-input"
              type="radio"
              name={name}
              checked={id === section}
              onChange={() => onSection(id)}
              // A press on the section that is chosen already changes nothing, and asks for it again.
              onClick={() => id === section && onSection(id)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <div className="time-scale" ref={ref}>
        {width > 60 && (
          <svg width={width} height={textSize + 18} aria-hidden="true">
            <line className="baseline" x1={0} x2={width} y1={5} y2={5} />
            {window && (
              <rect
                className="time-window"
                x={scale(window[0])}
                width={Math.max(4, scale(window[1]) - scale(window[0]))}
                y={2}
                height={6}
                rx={3}
              />
            )}
            {TICKS.map((tick) => (
              <line key={tick} className="tick" x1={scale(tick)} x2={scale(tick)} y1={5} y2={11} />
            ))}
            {labels.map((tick, n) => (
              <text
                key={tick}
                x={scale(tick)}
                y={12 + textSize}
                textAnchor={n === 0 ? 'start' : n === labels.length - 1 ? 'end' : 'middle'}
              >
                {formatDuration(tick)}
              </text>
            ))}
          </svg>
        )}
      </div>
    </fieldset>
  );
}
