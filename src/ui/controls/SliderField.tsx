import { useId } from 'react';
import { formatQuantity } from '../../core/format';
import type { Gesture } from '../../state/gestures';
import type { ParameterSpec } from '../../state/parameterSpec';
import { NumberBox } from './NumberBox';
import { SliderTrack } from './SliderTrack';

export interface SliderFieldProps {
  readonly spec: ParameterSpec;
  /** Instead of the parameter's own label, where the group says the rest. */
  readonly label?: string;
  readonly value: number;
  readonly mark?: number;
  readonly onChange: (value: number) => void;
  /** Asked for where changes are kept in a history: a drag or a held key is one step of it. */
  readonly onBegin?: () => Gesture;
  readonly onReset?: () => void;
}

/** One adjustable number, wherever it is kept: label, box, slider. */
export function SliderField({ spec, label = spec.label, value, mark, onChange, onBegin, onReset }: SliderFieldProps) {
  const id = useId();
  const reset = onReset ?? (() => onChange(spec.initial));
  return (
    <div className="control">
      <div className="control-head">
        <label htmlFor={id} title={spec.help} onDoubleClick={reset}>
          {label}
        </label>
        <NumberBox {...spec} label={label} value={value} onCommit={onChange} />
      </div>
      <SliderTrack
        id={id}
        spec={spec}
        value={value}
        valueText={formatQuantity(value, spec.display)}
        describedBy={`${id}-help`}
        mark={mark}
        onChange={onChange}
        onBegin={onBegin}
        onReset={reset}
      />
      <span id={`${id}-help`} className="visually-hidden">
        {spec.help}
      </span>
    </div>
  );
}
