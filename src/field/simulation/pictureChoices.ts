import { activationField } from '../../dose/threshold/activationCriterion';
import type { Choices, FieldComponent, FieldModel } from '../../state/choices';
import type { ViewState } from '../../state/viewStore';
import { criterionOfChoices } from '../measures/criterionOfChoices';
import type { FieldResult } from './fieldMessages';
import { shownModel, unitOfModel } from './modelLadder';

/**
 * The choices as the stage, its legend and its color scale take them: a level beside the stage lends it what it is about, and what the person
 * chose stays untouched. The pulse screen shows the arrows; the threshold screen greys what is not activated, where |E| is colored.
 */
export function pictureChoices(
  choices: Choices,
  { level, currentDirection }: Pick<ViewState, 'level' | 'currentDirection'>,
  field: Pick<FieldResult, 'model'> | null,
): Choices {
  if (level === 'pulse') return { ...choices, showArrows: true };
  if (level !== 'threshold' || !showsActivation(shownModel(field, choices), choices.fieldComponent)) return choices;
  return { ...choices, greyBelowThreshold: true, thresholdField: activationField(criterionOfChoices(choices, currentDirection)) };
}

/** Whether the rule of activation can be drawn: it is about |E|. */
export const showsActivation = (shown: FieldModel, component: FieldComponent): boolean =>
  unitOfModel(shown) === 'V/m' && component === 'magnitude';
