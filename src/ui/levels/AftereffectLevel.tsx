import { useMemo } from 'react';
import { formatNumber } from '../../core/format';
import { aftereffectData } from '../../dose/aftereffectData';
import { type Aftereffect, type ThetaBurstPattern, thetaBurstAftereffect } from '../../dose/thetaBurstAftereffect';
import './evidence.css';
import './aftereffect.css';
import { AftereffectControls } from './AftereffectControls';
import { AftereffectPlot } from './AftereffectPlot';
import { patternOf, pulsesOfPattern } from './aftereffectCurves';
import { FactButton } from './FactButton';
import { useLevelMemory } from './levelMemory';
import { SourcedNumber } from './SourcedNumber';
import { SourcedList } from './SourcedSentence';

const MODEL_NOTE = {
  title: 'After-effect by the revised Huang model',
  what: 'Each burst raises calcium. Its rise drives facilitation, its level drives inhibition; both fade between trains, and what is left over is the after-effect.',
  formula: 'after-effect(t) = (facilitation − inhibition) · shape(t / time to peak)',
  sources: ['huang-2011'],
  verification: 'computed',
} as const;

/** Minutes to an hour: what theta bursts leave behind at the motor cortex, by the model and as measured. */
export function AftereffectLevel() {
  const [patternId] = useLevelMemory('patternId');
  const [own] = useLevelMemory('ownPattern');
  const [priorContraction] = useLevelMemory('priorContraction');
  const [laterContraction] = useLevelMemory('laterContraction');
  const pattern = patternOf(patternId, own);
  const effect = useMemo(
    () => thetaBurstAftereffect({ pattern, priorContraction, laterContraction }),
    [pattern, priorContraction, laterContraction],
  );
  return (
    <section className="evidence-level aftereffect-level" aria-label="After-effect">
      <div className="aftereffect-grid">
        <div className="aftereffect-controls">
          <AftereffectControls />
          <Readings effect={effect} pattern={pattern} />
          <Scale />
        </div>
        <div className="aftereffect-main">
          <AftereffectPlot effect={effect} patternId={patternId} />
          <div className="aftereffect-words">
            <Measured />
            <Disagreements />
          </div>
        </div>
        <div className="aftereffect-limits">
          <h3>What this model cannot do</h3>
          <SourcedList title="Limit of the model" sentences={aftereffectData.limits} />
        </div>
      </div>
    </section>
  );
}

function Readings({ effect, pattern }: { readonly effect: Aftereffect; readonly pattern: ThetaBurstPattern }) {
  const percent = aftereffectData.scale.value;
  return (
    <dl className="readings" aria-live="polite">
      <div>
        <dt>Peak of the net effect</dt>
        <dd>
          <FactButton fact={{ ...MODEL_NOTE, title: 'Peak of the net effect' }}>
            <span data-reading="peak">{signed(percent * effect.peak)}</span> % of MEP
          </FactButton>
        </dd>
      </div>
      <div>
        <dt>Time to peak</dt>
        <dd>
          <FactButton
            fact={{
              ...MODEL_NOTE,
              title: 'Time to peak',
              what: 'It grows with the number of bursts up to half an hour; where facilitation leads after a contraction it is a fifth of that.',
              formula: 't = 1800 s · B^3.6 / (130^3.6 + B^3.6), B = number of bursts',
            }}
          >
            <span data-reading="time">{formatNumber(effect.timeToPeak / 60, 1)}</span> min
          </FactButton>
        </dd>
      </div>
      <div>
        <dt>Pulses</dt>
        <dd>
          <FactButton fact={{ ...MODEL_NOTE, title: 'Pulses', what: undefined, formula: '3 × bursts in a train × trains' }}>
            {formatNumber(pulsesOfPattern(pattern))}
          </FactButton>
        </dd>
      </div>
    </dl>
  );
}

function Scale() {
  const percent = aftereffectData.scale.value;
  const { rootMeanSquareError } = aftereffectData.fit;
  return (
    <p className="small-print">
      The scale is inferred:{' '}
      <SourcedNumber
        datum={aftereffectData.scale}
        title="Scale of the model"
        what="The model has no unit of its own. One unit is about this much of the MEP amplitude in the data it was fitted to."
      >
        {formatNumber(percent)} % of MEP per unit of the model
      </SourcedNumber>
      . Its error over eight sets of data is{' '}
      <SourcedNumber datum={rootMeanSquareError} title="Error of the fit" formula="root of the mean squared difference">
        ±{formatNumber(percent * rootMeanSquareError.value)} %
      </SourcedNumber>
      .
    </p>
  );
}

/** The group results in words, for whoever cannot read them off the plot. */
function Measured() {
  return (
    <div className="measured">
      <h3>Measured in groups, many studies together</h3>
      <ul className="sourced-list">
        {aftereffectData.measured.map(({ id, label, peakChange, standardError, duration }) => (
          <li key={id}>
            {label}:{' '}
            <SourcedNumber
              datum={peakChange}
              title={`${label}: largest change`}
              what={`Mean over studies ± what was printed, taken to be the standard error: ${signed(peakChange.value, 1)} ± ${formatNumber(standardError.value, 1)} % of MEP amplitude.`}
            >
              {signed(peakChange.value)} ± {formatNumber(standardError.value)} %
            </SourcedNumber>
            , up to{' '}
            <SourcedNumber
              datum={duration}
              title={`${label}: how long it lasted`}
              what="How long the mean after-effect lasted, as printed."
            >
              {formatNumber(duration.value / 60)} min
            </SourcedNumber>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Disagreements() {
  const at = (trains: number): number =>
    thetaBurstAftereffect({
      pattern: { burstsInTrain: 10, trains, gapBetweenTrains: 8 },
      priorContraction: true,
      laterContraction: false,
    }).peak * aftereffectData.scale.value;
  return (
    <div>
      <h3>More pulses: three answers</h3>
      <p>
        This model says that 1800 intermittent pulses do what 600 do:{' '}
        <FactButton fact={{ ...MODEL_NOTE, title: '600 and 1800 intermittent pulses' }}>
          {signed(at(60))} % and {signed(at(20))} %
        </FactButton>
        .
      </p>
      <SourcedList title="A study that disagrees" sentences={aftereffectData.disagreements} />
    </div>
  );
}

const signed = (value: number, decimals = 0): string => (value > 0 ? '+' : '') + formatNumber(value, decimals);
