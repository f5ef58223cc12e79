import { useMemo } from 'react';
import type { ActivationCriterion } from '../../../dose/threshold/activationCriterion';
import { criterionOfChoices } from '../../../field/measures/criterionOfChoices';
import { pulseShapeKey } from '../../../field/pulse/pulseOfChoices';
import { useApp, useChoice, useView } from '../../appContext';

/** The rule of activation with the chosen pulse, threshold field and direction of the current: the one that the stage draws. */
export function useCriterion(): ActivationCriterion {
  const { store } = useApp().simulation;
  const key = useChoice((choices) => `${choices.thresholdField} ${pulseShapeKey(choices)}`);
  const direction = useView((view) => view.currentDirection);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the choices that the rule follows from.
  return useMemo(() => criterionOfChoices(store.getState(), direction), [key, direction, store]);
}
