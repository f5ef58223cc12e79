import { useId } from 'react';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly title?: string;
}

/** A few exclusive choices side by side: native radio buttons, so that arrows, groups and screen readers work as everywhere. */
export function SegmentedControl<T extends string>(props: {
  readonly legend: string;
  /** For assistive technology only, where the options say what they are. */
  readonly legendHidden?: boolean;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  const { legend, legendHidden, options, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className="control segmented">
      <legend className={legendHidden ? 'visually-hidden' : undefined}>{legend}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value} className="segment" title={option.title}>
            <input
              className="covering-input"
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
