import { useId } from 'react';
import { Icon } from './Icon';
import type { Option } from './SegmentedControl';

/** One of a list: the platform's own select, which is known to work by touch, keyboard and screen reader. */
export function SelectControl<T extends string>(props: {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  const { label, options, value, onChange } = props;
  const id = useId();
  return (
    <div className="control">
      <label htmlFor={id} className="select-label">
        {label}
      </label>
      <span className="select">
        <select id={id} value={value} onChange={(event) => onChange(event.target.value as T)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron" />
      </span>
    </div>
  );
}
