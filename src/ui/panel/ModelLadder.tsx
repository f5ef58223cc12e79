import { useId } from 'react';
import { formatNumber, THIN_SPACE } from '../../core/format';
import { showModelDifference } from '../../field/measures/modelDifference';
import { MODEL_RUNGS, rungOf } from '../../field/simulation/modelLadder';
import type { SimulationSnapshot } from '../../field/simulation/sceneSnapshot';
import type { FieldModel } from '../../state/choices';
import { choose } from '../../state/store';
import { useApp, useChoice, useShownModel, useSnapshot } from '../appContext';
import { ErrorBudget } from './ErrorBudget';

/** From the field in air to the field in this head, one rung at a time. `unavailable`: rungs that this head does not offer. */
export function ModelLadder({ unavailable }: { readonly unavailable: readonly FieldModel[] }) {
  const { store } = useApp().simulation;
  const name = useId();
  const model = useChoice((choices) => choices.fieldModel);
  const shown = useShownModel();
  const operator = useSnapshot('operator');
  const wait = shown === rungOf(model).standIn;
  return (
    <fieldset className="ladder">
      <legend className="visually-hidden">What is computed</legend>
      {MODEL_RUNGS.map((rung) => {
        const missing = unavailable.includes(rung.model);
        const note = missing ? 'not yet' : rung.standIn ? operatorNote(operator) : null;
        const refused = rung.standIn !== null && operator.phase === 'refused';
        return (
          <label
            key={rung.model}
            className="rung"
            data-missing={missing || refused || undefined}
            title={rungTitle(missing, refused, operator)}
          >
            <input
              className="covering-input"
              type="radio"
              name={name}
              checked={rung.model === model}
              disabled={missing || refused}
              onChange={() => choose(store, { fieldModel: rung.model })}
            />
            <span className="rung-dot" aria-hidden="true" />
            <span>{rung.label}</span>
            {note && <span className="rung-note">{note}</span>}
          </label>
        );
      })}
      <p className="ladder-says" aria-live="polite">
        {wait ? waitingSentence(operator) : rungOf(model).says}
      </p>
      {model === 'modes' && <ErrorBudget />}
      {(model === 'sphere' || model === 'primaryField') && operator.phase === 'ready' && <DifferenceButton />}
    </fieldset>
  );
}

/** Puts the chosen model's error on the stage. */
function DifferenceButton() {
  const { simulation, view } = useApp();
  const show = (): void => {
    view.setState({ stripTab: 'compare' });
    void showModelDifference(simulation);
  };
  return (
    <button type="button" className="text-button" onClick={show}>
      Show where it is wrong
    </button>
  );
}

type Operator = SimulationSnapshot['operator'];

function operatorNote(operator: Operator): string | null {
  if (operator.phase === 'ready') return null;
  return operator.phase === 'loading' ? `loading ${formatNumber(100 * operator.share)}${THIN_SPACE}%` : 'not available';
}

function rungTitle(missing: boolean, refused: boolean, operator: Operator): string | undefined {
  if (missing) return 'This head does not offer it yet.';
  return refused && operator.phase === 'refused' ? operator.sentence : undefined;
}

/** What is seen while the realistic head is chosen but not in use. */
const waitingSentence = (operator: Operator): string =>
  operator.phase === 'refused'
    ? `${operator.sentence} The best-fitting sphere is shown instead.`
    : 'The realistic head is on its way; until then the best-fitting sphere is shown.';
