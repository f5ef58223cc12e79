import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { formatNumber } from '../../core/format';

/** Angles from -180 to 180 degrees, whole. */
const wrapped = (degrees: number): number => {
  const turned = Math.round(degrees) % 360;
  return turned > 180 ? turned - 360 : turned <= -180 ? turned + 360 : turned;
};

const KEYS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 15, PageDown: -15 };

/** A direction on the scalp as seen from outside: 0° points back, which is down here; positive turns it clockwise. A slider that goes around. */
export function Dial(props: {
  readonly label: string;
  readonly value: number;
  readonly disabled: boolean;
  readonly onChange: (degrees: number) => void;
}) {
  const { label, value, disabled, onChange } = props;
  const face = useRef<HTMLDivElement>(null);
  const point = (event: PointerEvent): void => {
    const box = face.current?.getBoundingClientRect();
    if (!box || disabled || event.buttons === 0) return;
    const [x, y] = [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2];
    onChange(wrapped((Math.atan2(-x, y) * 180) / Math.PI));
  };
  const press = (event: KeyboardEvent): void => {
    const by = KEYS[event.key];
    if (by === undefined || disabled) return;
    event.preventDefault();
    onChange(wrapped(value + by * (Math.abs(by) === 1 && !event.shiftKey ? 5 : 1)));
  };
  return (
    <div className="dial-row">
      <div
        ref={face}
        className="dial"
        role="slider"
        tabIndex={disabled ? -1 : 0}
        aria-label={label}
        aria-valuemin={-180}
        aria-valuemax={180}
        aria-valuenow={value}
        aria-valuetext={`${formatNumber(value)}°`}
        aria-disabled={disabled || undefined}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          point(event);
        }}
        onPointerMove={point}
      >
        <svg viewBox="-50 -50 100 100" aria-hidden="true">
          <circle r="44" fill="none" stroke="currentColor" strokeOpacity="0.4" />
          <g fill="currentColor" fontSize="11" textAnchor="middle">
            <text y="-31">front</text>
            <text y="39">back</text>
          </g>
          <g transform={`rotate(${value})`} stroke="currentColor" strokeWidth="3" strokeLinecap="round">
            <path d="M0 0V38M-5 31 0 38 5 31" fill="none" />
          </g>
        </svg>
      </div>
      <output>{formatNumber(value)}°</output>
    </div>
  );
}
