import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import type { Gesture } from '../../state/gestures';
import type { ParameterSpec } from '../../state/parameterSpec';
import { dragValue, keyValue } from './sliderSteps';
import { useHeldKeys } from './useHeldKeys';

export interface SliderTrackProps {
  readonly id: string;
  readonly spec: Pick<ParameterSpec, 'minimum' | 'maximum' | 'initial' | 'step'>;
  readonly value: number;
  readonly valueText: string;
  readonly describedBy?: string;
  readonly disabled?: boolean;
  /** A further value marked on the track, such as the stimulator's maximum. */
  readonly mark?: number;
  readonly onChange: (value: number) => void;
  /** Asked for where changes are kept in a history: a drag or a held key is one step of it. */
  readonly onBegin?: () => Gesture;
  readonly onReset: () => void;
}

/** Two presses within this time and this distance are a double click, in milliseconds and pixels. */
const DOUBLE_CLICK = { time: 350, distance: 8 };
/** Movement of the pointer counts a tenth with Shift held. */
const FINE = 0.1;
/** A press this near the thumb takes hold of it without moving it, in pixels. */
const GRIP = 14;

/** A finger must have moved this far along the track before the slider takes it, in pixels: until then it may be scrolling. */
const TOUCH_SLOP = 6;

interface Drag {
  readonly pointer: number;
  /** Where the value goes as soon as the drag is meant; null where the thumb itself was pressed. */
  readonly pressedAt: number | null;
  /** Value without detent and rounding, so that slow drags get off the detent. */
  raw: number;
  x: number;
  /** Null while the pointer may still be scrolling. */
  meant: { readonly gesture: Gesture | undefined } | null;
}

/**
 * A slider: a native range input for the keyboard and for assistive technology, beneath a track that handles the pointer itself, because
 * the native one knows no detent, no fine drag and no grip.
 */
export function SliderTrack(props: SliderTrackProps) {
  const { id, spec, value, valueText, describedBy, disabled, mark, onChange, onBegin } = props;
  const share = (x: number): number => (x - spec.minimum) / (spec.maximum - spec.minimum);
  const pointer = usePointerDrag(props);
  const keys = useHeldKeys(onBegin);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = keyValue(spec, value, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    keys.down(event.code);
    onChange(next);
  };

  return (
    <div
      className="slider"
      data-disabled={disabled || undefined}
      style={{ '--share': share(value), '--zero': share(Math.min(Math.max(0, spec.minimum), spec.maximum)) } as React.CSSProperties}
      {...pointer}
    >
      <input
        id={id}
        className="covering-input"
        type="range"
        min={spec.minimum}
        max={spec.maximum}
        step="any"
        value={value}
        disabled={disabled}
        aria-valuetext={valueText}
        aria-describedby={describedBy}
        onChange={(event) => onChange(Number(event.target.value))}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => keys.up(event.code)}
        onBlur={keys.release}
      />
      <span className="slider-rail" />
      <span className="slider-fill" />
      <span className="slider-default" style={{ '--at': share(spec.initial) } as React.CSSProperties} />
      {mark !== undefined && mark < spec.maximum && <span className="slider-mark" style={{ '--at': share(mark) } as React.CSSProperties} />}
      <span className="slider-thumb" />
    </div>
  );
}

function usePointerDrag({ spec, value, disabled, onChange, onBegin, onReset }: SliderTrackProps) {
  const drag = useRef<Drag | null>(null);
  const lastPress = useRef({ time: Number.NEGATIVE_INFINITY, x: 0 });
  const span = spec.maximum - spec.minimum;

  const geometry = (element: HTMLElement): { left: number; width: number } => {
    const box = element.getBoundingClientRect();
    const inset = Number.parseFloat(getComputedStyle(element).getPropertyValue('--inset')) || 0;
    return { left: box.left + inset, width: Math.max(1, box.width - 2 * inset) };
  };

  const takeUp = (held: Drag): void => {
    held.meant = { gesture: onBegin?.() };
    if (held.pressedAt !== null) onChange(dragValue(spec, held.pressedAt, false));
  };

  const end = (event: PointerEvent): void => {
    const held = drag.current;
    if (held?.pointer !== event.pointerId) return;
    drag.current = null;
    // The browser took the pointer for something else, such as scrolling: what it moved here was not meant.
    if (event.type !== 'pointerup' && !held.meant) return;
    if (event.type === 'pointercancel') held.meant?.gesture?.cancel();
    else {
      // A tap.
      if (!held.meant) takeUp(held);
      held.meant?.gesture?.commit();
    }
  };
  // A slider that goes away under the pointer hears no more of it.
  useEffect(() => () => drag.current?.meant?.gesture?.commit(), []);

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (disabled || event.button !== 0 || (drag.current && drag.current.pointer !== event.pointerId)) return;
      drag.current?.meant?.gesture?.commit();
      drag.current = null;
      event.preventDefault();
      event.currentTarget.querySelector('input')?.focus({ preventScroll: true });
      const { time, x } = lastPress.current;
      lastPress.current = { time: event.timeStamp, x: event.clientX };
      if (event.timeStamp - time < DOUBLE_CLICK.time && Math.abs(event.clientX - x) < DOUBLE_CLICK.distance) {
        lastPress.current.time = Number.NEGATIVE_INFINITY;
        onReset();
        return;
      }
      const { left, width } = geometry(event.currentTarget);
      const pressed = Math.min(Math.max((event.clientX - left) / width, 0), 1);
      const held = (value - spec.minimum) / span;
      const onThumb = Math.abs(pressed - held) * width <= GRIP;
      event.currentTarget.setPointerCapture(event.pointerId);
      const raw = onThumb ? value : spec.minimum + pressed * span;
      drag.current = { pointer: event.pointerId, pressedAt: onThumb ? null : raw, raw, x: event.clientX, meant: null };
      if (event.pointerType !== 'touch') takeUp(drag.current);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const held = drag.current;
      if (held?.pointer !== event.pointerId) return;
      if (!held.meant) {
        if (Math.abs(event.clientX - held.x) < TOUCH_SLOP) return;
        takeUp(held);
      }
      const { width } = geometry(event.currentTarget);
      const moved = ((event.clientX - held.x) / width) * span * (event.shiftKey ? FINE : 1);
      held.x = event.clientX;
      held.raw += moved;
      if (moved !== 0) onChange(dragValue(spec, Math.min(Math.max(held.raw, spec.minimum), spec.maximum), event.shiftKey));
    },
    onPointerUp: end,
    onPointerCancel: end,
    onLostPointerCapture: end,
  };
}
