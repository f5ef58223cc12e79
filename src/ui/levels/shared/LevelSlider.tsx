import { useId } from 'react';
import { formatQuantity } from '../../../core/format';
import type { ParameterSpec } from '../../../state/parameterSpec';
import { NumberBox } from '../../controls/NumberBox';
import { SliderTrack } from '../../controls/SliderTrack';

/** A number that belongs to a level and is not part of the scene: label, box, slider. */
export function LevelSlider(props: {
  readonly spec: ParameterSpec;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly mark?: number;
}) {
  const { spec, value, onChange, mark } = props;
  const id = useId();
  return (
    <div className="control">
      <div className="control-head">
        <label htmlFor={id} title={spec.help}>
          {spec.label}
        </label>
        <NumberBox {...spec} value={value} onCommit={onChange} />
      </div>
      <SliderTrack
        id={id}
        spec={spec}
        value={value}
        valueText={formatQuantity(value, spec.display)}
        describedBy={`${id}-help`}
        mark={mark}
        onChange={onChange}
        onReset={() => onChange(spec.initial)}
      />
      <span id={`${id}-help`} className="visually-hidden">
        {spec.help}
      </span>
    </div>
  );
}
