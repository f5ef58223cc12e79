import { formatNumber } from '../../../core/format';
import { aftereffectData } from '../../../dose/aftereffect/aftereffectData';
import { thetaBurstAftereffect } from '../../../dose/aftereffect/thetaBurstAftereffect';
import { FactButton } from '../shared/FactButton';
import { SourcedNumber } from '../shared/SourcedNumber';
import { SourcedList } from '../shared/SourcedSentence';
import { MARKS, signed } from './aftereffectCurves';
import { MODEL_FACT } from './aftereffectFacts';

/** The group results in words, for whoever cannot read them off the plot. */
export function AftereffectMeasured() {
  return (
    <div>
      <h3>Measured in groups, many studies together</h3>
      <ul className="sourced-list">
        {aftereffectData.measured.map(({ id, label, peakChange, standardError, duration }) => (
          <li key={id}>
            {label} ({MARKS[id]}):{' '}
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

/** The net peak of intermittent bursts with this many trains, in percent of MEP amplitude. */
const intermittentPeak = (trains: number): number =>
  aftereffectData.scale.value *
  thetaBurstAftereffect({ pattern: { burstsInTrain: 10, trains, gapBetweenTrains: 8 }, priorContraction: true, laterContraction: false })
    .peak;

/** What the model says to more pulses, beside the studies that say something else. */
export function AftereffectDisagreements() {
  return (
    <div>
      <h3>More pulses: three answers</h3>
      <p>
        This model says that 1800 intermittent pulses do what 600 do:{' '}
        <FactButton fact={{ ...MODEL_FACT, title: '600 and 1800 intermittent pulses' }}>
          {signed(intermittentPeak(60))} % and {signed(intermittentPeak(20))} %
        </FactButton>
        .
      </p>
      <SourcedList title="A study that disagrees" sentences={aftereffectData.disagreements} />
    </div>
  );
}
