import { useState } from 'react';
import { formatField, formatNumber } from '../../../core/format';
import { coilDrift } from '../../../dose/course/coilDrift';
import type { DriftResult } from '../../../field/drift/driftMessages';
import { rungOf, unitOfModel } from '../../../field/simulation/modelLadder';
import { useChoice, useShownModel } from '../../appContext';
import type { Fact } from '../shared/FactButton';
import { FactButton } from '../shared/FactButton';
import { SourcedNumber } from '../shared/SourcedNumber';
import { SourcedList } from '../shared/SourcedSentence';
import { DriftStrips } from './DriftStrips';
import './drift.css';
import { type DriftState, PUT_BACK, useDrift } from './useDrift';

const { methods, participants, measurements, spread, notes } = coilDrift;
const ROWS = [
  { id: 'distance', label: 'Distance, mm', factor: 1e3, decimals: 1 },
  { id: 'tilt', label: 'Tilt (roll or pitch), degrees', factor: 1, decimals: 1 },
  { id: 'turn', label: 'Turn (yaw), degrees', factor: 1, decimals: 1 },
] as const;

/** How far the coil lies from where it was meant to be when it is put back, and what that does to the field: by the live model, at the present scene. */
export function CourseDrift() {
  return (
    <div className="course-part course-drift">
      <h3>Putting the coil back</h3>
      <p>A course means finding the same place again every day: by marks on a cap, or by a camera that sees coil and head.</p>
      <div className="benefit-columns">
        <div>
          <h4>Mean deviation from the saved pose</h4>
          <Published />
          <p>
            Measured over the prefrontal cortex of{' '}
            <SourcedNumber datum={participants} title="People whose coil was put back">
              {participants.value}
            </SourcedNumber>{' '}
            people,{' '}
            <SourcedNumber datum={measurements} title="Distances measured" what={measurements.note}>
              {measurements.value}
            </SourcedNumber>{' '}
            distances.
          </p>
          <SourcedList title="About these deviations" sentences={[...notes, spread]} />
        </div>
        <Poses />
      </div>
    </div>
  );
}

function Published() {
  return (
    <table className="rates drift-rates">
      <thead>
        <tr>
          <td />
          {methods.map(({ id, label }) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map(({ id, label, factor, decimals }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            {methods.map((method) => (
              <td key={method.id}>
                <SourcedNumber datum={method[id]} title={`${label}: ${method.label}`} what={method[id].note}>
                  {formatNumber(factor * method[id].value, factor * method[id].value < 1 ? 2 : decimals)}
                </SourcedNumber>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Poses() {
  const { state, start, cancel } = useDrift();
  const [seed, setSeed] = useState(1);
  const electric = unitOfModel(useShownModel()) === 'V/m';
  const again = (): void => {
    const next = state.phase === 'found' ? seed + 1 : seed;
    setSeed(next);
    start(next);
  };
  return (
    <div className="range-rows">
      <h4>Field at the target, with the coil put back each time</h4>
      {electric ? (
        <Command state={state} seed={seed} onStart={again} onCancel={cancel} />
      ) : (
        <p className="quiet">The chosen model has no electric field.</p>
      )}
      {electric && state.phase === 'found' && <Outcome result={state.result} />}
      <p className="level-notice">
        Left out: where else the field is stronger instead, whether neurons still fire, hair, and a coil that slips during a train. Whether
        people do better with navigation is another question, which these numbers do not answer.
      </p>
    </div>
  );
}

function Command(props: {
  readonly state: DriftState;
  readonly seed: number;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}) {
  const { state, seed, onStart, onCancel } = props;
  const running = state.phase === 'running';
  const again = state.phase === 'found' ? 'Draw other poses' : 'Put the coil back';
  // One button for both, so that whoever pressed it by key still has it.
  return (
    <div className="level-row" data-sourced>
      <button type="button" className="text-button" onClick={running ? onCancel : onStart}>
        {running ? 'Cancel' : again}
      </button>
      {running ? <progress aria-label="Poses computed" max={1} value={state.share} /> : <FactButton fact={DRAW_FACT}>how?</FactButton>}
      {!running && (
        <span className="quiet">{state.phase === 'found' ? `${PUT_BACK} poses each, seed ${seed}` : 'some seconds, beside the page'}</span>
      )}
    </div>
  );
}

const DRAW_FACT: Fact = {
  title: 'How the poses are drawn',
  what: `${PUT_BACK} poses in each row; the rows share their draws, so that they differ only by what is in them. ${spread.text} The same seed gives the same poses.`,
  formula: 'distance, tilt: lengths of two normal numbers (Rayleigh); turn: one normal number; scaled to the published means',
  sources: [spread.source],
  verification: spread.verification,
};

const leanFact = (model: DriftResult['model']): Fact => ({
  title: 'Lean of a coil that lies flat',
  what: 'Mean angle between the axis of the coil as it was saved and as it lies flat on this scalp at the places to which the cap led. The measured tilt holds it, so that tilt and place belong together more than is drawn here.',
  formula: 'mean of arccos(z saved · z flat)',
  sources: [`Computed by this program on its head (${rungOf(model).short}).`],
  verification: 'computed',
});

function Outcome({ result }: { readonly result: DriftResult }) {
  const rate = Math.abs(useChoice((choices) => choices.dIdt));
  const fact: Fact = {
    title: 'Field at the target, coil as it stands',
    what: `The coil as it stands is taken for the saved pose. By ${rungOf(result.model).short}.`,
    formula: '|E| for 1 A/s · dI/dt',
    sources: [rungOf(result.model).source],
    verification: 'computed',
  };
  return (
    <>
      <DriftStrips result={result} />
      <p className="small-print">
        One dot a pose; the line is the median. 100 % is the coil as it stands,{' '}
        <FactButton fact={fact}>{formatField(result.saved * rate, 'V/m')}</FactButton> ({rungOf(result.model).short}). Above 100 %: the
        present pose is not the strongest one.
      </p>
      <p>
        The head is round: a coil laid flat where the cap led it already leans{' '}
        <FactButton fact={leanFact(result.model)}>{formatNumber((180 / Math.PI) * result.flatLean, 1)}°</FactButton> against the saved pose.
      </p>
    </>
  );
}
