import { useId } from 'react';
import { formatNumber, THIN_SPACE } from '../../core/format';
import { showModelDifference } from '../../field/measures/modelDifference';
import type { DataState, HeadDataStates } from '../../field/simulation/headData';
import { dataState, MODEL_RUNGS, rungOf, servedModel, unitOfModel } from '../../field/simulation/modelLadder';
import type { FieldModel } from '../../state/choices';
import { choose } from '../../state/store';
import { useApp, useChoice, useShownModel, useSnapshot } from '../appContext';
import { ConductivityControls } from './ConductivityControls';
import { ErrorBudget } from './ErrorBudget';

/** From the field in air to the field in this head, one rung at a time. `unavailable`: rungs that this head does not offer. */
export function ModelLadder({ unavailable }: { readonly unavailable: readonly FieldModel[] }) {
  const { store } = useApp().simulation;
  const name = useId();
  const model = useChoice((choices) => choices.fieldModel);
  const shown = useShownModel();
  const states = { operator: useSnapshot('operator'), rows: useSnapshot('rows') };
  const wait = shown !== model && dataState(model, states).phase !== 'ready';
  const best = servedModel('folded', states);
  return (
    <fieldset className="ladder">
      <legend className="visually-hidden">What is computed</legend>
      {MODEL_RUNGS.map((rung) => {
        const missing = unavailable.includes(rung.model);
        const state = dataState(rung.model, states);
        const note = missing ? 'not yet' : stateNote(state);
        const refused = state.phase === 'refused';
        return (
          <label key={rung.model} className="rung" data-missing={missing || refused || undefined} title={rungTitle(missing, state)}>
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
        {wait ? waitingSentence(model, shown, states) : rungOf(model).says}
      </p>
      {!wait && model === 'folded' && <ConductivityControls />}
      {!wait && rungOf(model).needs.length > 0 && <ErrorBudget model={model} />}
      {unitOfModel(model) === 'V/m' && best !== model && rungOf(best).needs.length > 0 && <DifferenceButton />}
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

function stateNote(state: DataState): string | null {
  if (state.phase === 'ready') return null;
  return state.phase === 'loading' ? `loading ${formatNumber(100 * state.share)}${THIN_SPACE}%` : 'not available';
}

function rungTitle(missing: boolean, state: DataState): string | undefined {
  if (missing) return 'This head does not offer it yet.';
  return state.phase === 'refused' ? state.sentence : undefined;
}

/** What is seen while a head is chosen but not in use. */
function waitingSentence(model: FieldModel, shown: FieldModel, states: HeadDataStates): string {
  const state = dataState(model, states);
  const { short } = rungOf(shown);
  return state.phase === 'refused'
    ? `${state.sentence} Shown instead: ${short}.`
    : `The data of this model is on its way; until then: ${short}.`;
}
