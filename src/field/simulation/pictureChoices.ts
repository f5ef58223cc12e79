import { activationField } from '../../dose/threshold/activationCriterion';
import type { Choices, FieldComponent, FieldModel } from '../../state/choices';
import type { ViewState } from '../../state/viewStore';
import { criterionOfChoices } from '../measures/criterionOfChoices';
import type { FieldResult } from './fieldMessages';
import { shownModel, unitOfModel } from './modelLadder';

/**
 * The choices as the stage, its legend and its color scale take them: a level beside the stage lends it what it is about, and what the person
 * chose stays untouched. A lesson may keep the field back: nothing is colored then. The pulse screen shows the arrows; the threshold screen greys what is not activated, where |E| is colored.
 */
export function pictureChoices(
  choices: Choices,
  { level, currentDirection, lessonHold = null }: Pick<ViewState, 'level' | 'currentDirection'> & Partial<Pick<ViewState, 'lessonHold'>>,
  field: Pick<FieldResult, 'model'> | null,
): Choices {
  if (lessonHold?.hides === 'field') return { ...choices, ...UNCOLORED };
  if (level === 'pulse') return { ...choices, showArrows: true };
  if (level !== 'threshold' || !showsActivation(shownModel(field, choices), choices.fieldComponent)) return choices;
  return { ...choices, greyBelowThreshold: true, thresholdField: activationField(criterionOfChoices(choices, currentDirection)) };
}

/** A scale that no field reaches a fifth of leaves everything gray; what is drawn beside colors is left out. */
const UNCOLORED: Partial<Choices> = {
  fieldLimit: 1e12,
  fluxLimit: 1e12,
  fieldComponent: 'magnitude',
  logScale: false,
  greyBelowThreshold: false,
  showContours: false,
  showArrows: false,
  showFluxLines: false,
};

/** Whether the rule of activation can be drawn: it is about |E|. */
export const showsActivation = (shown: FieldModel, component: FieldComponent): boolean =>
  unitOfModel(shown) === 'V/m' && component === 'magnitude';
