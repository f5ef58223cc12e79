import type { Choices, FieldComponent, FieldModel } from '../../state/choices';
import { readouts } from '../measures/readouts';
import { type FieldUnit, shownModel, unitOfModel } from '../simulation/modelLadder';
import type { SimulationSnapshot } from '../simulation/sceneSnapshot';
import type { ComparisonState, KeptScene } from '../simulation/sceneSource';
import { chosenColorScale } from './chosenColorScale';
import type { ColorScale } from './colorScale';
import { type ContourLevels, contourLevelsOf } from './contourLevels';
import { canSubtract, differenceScale } from './differenceScale';

/** What the picture colors: the one answer for surface, cuts, marks, legend and exported picture. */
export interface Coloring {
  readonly model: FieldModel;
  readonly unit: FieldUnit;
  readonly component: FieldComponent;
  readonly scale: ColorScale;
  /** The lines that are drawn; null where there are none. */
  readonly lines: ContourLevels | null;
  /** The scene that is subtracted from the present one, or null. */
  readonly subtracted: KeptScene | null;
}

/** `choices`: those of the picture (`pictureChoices`). Of a difference, magnitudes are colored, whatever component is chosen. */
export function coloringOf(
  snapshot: Pick<SimulationSnapshot, 'field' | 'target'>,
  choices: Choices,
  comparison: ComparisonState | null,
): Coloring {
  const model = shownModel(snapshot.field, choices);
  const unit = unitOfModel(model);
  if (comparison?.shown === 'difference' && canSubtract(comparison, snapshot.field)) {
    const scale = differenceScale(comparison.differenceLimit);
    return { model, unit, component: 'magnitude', scale, lines: null, subtracted: comparison.kept };
  }
  const shown = choices.showContours ? readouts(snapshot, choices) : null;
  return {
    model,
    unit,
    component: choices.fieldComponent,
    scale: chosenColorScale(choices, unit),
    lines: shown && contourLevelsOf(shown, choices.thresholdField),
    subtracted: null,
  };
}
