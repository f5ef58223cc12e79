import { useRef } from 'react';
import type { Gesture } from '../../state/gestures';
import type { ParameterSpec } from '../../state/parameterSpec';
import { PARAMETERS, type ParameterId } from '../../state/parameters';
import { beginGesture, choose, undo } from '../../state/store';
import { useApp, useChoice } from '../appContext';
import { SliderField } from '../controls/SliderField';

export interface SliderControlProps {
  readonly parameter: ParameterId;
  /** Instead of the parameter's own label, where the group says the rest. */
  readonly label?: string;
  readonly mark?: number;
  /** What a new value changes, where that is more than the parameter. */
  readonly onChange?: (value: number) => void;
}

/** One adjustable number: label, box, slider. A drag or a held key makes one step of the history. */
export function SliderControl({ parameter, label, mark, onChange }: SliderControlProps) {
  const { simulation } = useApp();
  const { store } = simulation;
  const value = useChoice((choices) => choices[parameter]);
  const spec: ParameterSpec = PARAMETERS[parameter];
  const set = onChange ?? ((next: number): void => choose(store, { [parameter]: next }));
  const beforeDrag = useRef<{ time: number; value: number }>({ time: 0, value });

  const begin = (): Gesture => {
    if (performance.now() - beforeDrag.current.time > 400)
      beforeDrag.current = { time: performance.now(), value: store.getState()[parameter] };
    return beginGesture(store);
  };
  const reset = (): void => {
    // The first press of a double click may have moved the value: that step is taken back, so that the reset is the only one.
    const { time, value: before } = beforeDrag.current;
    if (performance.now() - time < 400 && before !== store.getState()[parameter]) undo(store);
    set(spec.initial);
  };

  return <SliderField {...{ spec, label, value, mark }} onChange={set} onBegin={begin} onReset={reset} />;
}
