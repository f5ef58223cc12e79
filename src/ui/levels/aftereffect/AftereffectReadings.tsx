import { formatNumber, THIN_SPACE } from '../../../core/format';
import { aftereffectData } from '../../../dose/aftereffect/aftereffectData';
import type { Aftereffect, ThetaBurstPattern } from '../../../dose/aftereffect/thetaBurstAftereffect';
import { Announcement } from '../../controls/Announcement';
import { FactButton } from '../shared/FactButton';
import { SourcedNumber } from '../shared/SourcedNumber';
import { pulsesOfPattern, signed } from './aftereffectCurves';
import { MODEL_FACT, PEAK_TIME_FACT, PULSES_FACT } from './aftereffectFacts';

/** Peak, its time and the pulses, by the model. */
export function AftereffectReadings({ effect, pattern }: { readonly effect: Aftereffect; readonly pattern: ThetaBurstPattern }) {
  const peak = signed(aftereffectData.scale.value * effect.peak);
  const time = formatNumber(effect.timeToPeak / 60, 1);
  const pulses = formatNumber(pulsesOfPattern(pattern));
  return (
    <>
      <dl className="readings">
        <div>
          <dt>Peak of the net effect</dt>
          <dd>
            <FactButton fact={{ ...MODEL_FACT, title: 'Peak of the net effect' }}>
              <span data-reading="peak">{peak}</span>
              {THIN_SPACE}% of MEP
            </FactButton>
          </dd>
        </div>
        <div>
          <dt>Time to peak</dt>
          <dd>
            <FactButton fact={PEAK_TIME_FACT}>
              <span data-reading="time">{time}</span>
              {THIN_SPACE}min
            </FactButton>
          </dd>
        </div>
        <div>
          <dt>Pulses</dt>
          <dd>
            <FactButton fact={PULSES_FACT}>{pulses}</FactButton>
          </dd>
        </div>
      </dl>
      <Announcement text={`${pulses} pulses. Peak of the net effect ${peak} % of MEP amplitude after ${time} minutes.`} />
      <Scale />
    </>
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
        formula={`% of MEP amplitude = ${formatNumber(percent)} · units of the model`}
      >
        {formatNumber(percent)} % of MEP per unit
      </SourcedNumber>
      . Its error over eight sets of data is{' '}
      <SourcedNumber datum={rootMeanSquareError} title="Error of the fit" formula="root of the mean squared difference">
        ±{formatNumber(percent * rootMeanSquareError.value)} %
      </SourcedNumber>
      .
    </p>
  );
}
