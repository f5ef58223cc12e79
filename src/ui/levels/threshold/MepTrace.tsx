import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ReactNode } from 'react';
import type { ThresholdTrial } from '../../../dose/threshold/thresholdGame';
import { useTextSize } from '../../appContext';
import { useSize } from '../../controls/useSize';
import { PlotFrame } from '../../plots/PlotFrame';
import { FactButton } from '../shared/FactButton';
import { mepShape } from './mepShape';
import { TwitchingHand } from './TwitchingHand';
import { TRACE_FACT } from './thresholdFacts';
import { voltage } from './trialWords';

/** Length of the trace, in milliseconds. */
const LENGTH = 50;
const TIMES = Array.from({ length: 201 }, (_, n) => (n / 200) * LENGTH);
const TIME_TICKS = [0, 10, 20, 30, 40, 50];
const FEW_TICKS = [0, 25, 50];
/** Full scales of the trace, peak to peak [V]: the smallest that holds the response is taken. */
const SCALES = [2e-4, 1e-3, 5e-3, 2e-2];

/** The hand after the last pulse, and what the electrodes over its muscle show. */
export function MepTrace({
  trial,
  serial,
  children,
}: {
  readonly trial: ThresholdTrial | undefined;
  readonly serial: number;
  readonly children: ReactNode;
}) {
  const words = trial ? `${voltage(trial.amplitude)}, ${trial.response ? 'a response' : 'no response'}` : 'no pulse yet';
  return (
    <figure className="mep-trace">
      <div className="mep-pictures">
        <TwitchingHand {...{ trial, serial }} />
        <Electromyogram trial={trial} words={words} />
      </div>
      <figcaption>
        <b>
          <FactButton fact={TRACE_FACT}>{words}</FactButton>
        </b>
        {children}
        <span className="small-print">Hand and shape of the trace are drawn; the amplitude, peak to peak, is the model’s.</span>
      </figcaption>
    </figure>
  );
}

function Electromyogram({ trial, words }: { readonly trial: ThresholdTrial | undefined; readonly words: string }) {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const textSize = useTextSize();
  const amplitude = trial?.amplitude ?? 0;
  const full = SCALES.find((scale) => scale >= amplitude) ?? SCALES[SCALES.length - 1];
  const x = scaleLinear([0, LENGTH], [textSize * 5.2, width - textSize * 2.4]);
  const y = scaleLinear([-full / 2, full / 2], [height - textSize * 1.8, textSize * 0.8]);
  const path = line<number>(x, (t) => y(amplitude * mepShape(t)))(TIMES);
  return (
    <div className="plot-area" ref={ref}>
      {width > 100 && (
        <PlotFrame
          {...{ width, height, textSize }}
          x={{
            scale: x,
            ticks: width > 20 * textSize ? TIME_TICKS : FEW_TICKS,
            format: (t) => `${t}${t === LENGTH ? '\u202fms' : ''}`,
            label: '',
          }}
          left={{ scale: y, ticks: [-full / 2, 0, full / 2], format: signedVoltage, label: '' }}
          description={`Electromyogram over ${LENGTH} ms after the pulse: ${words}.`}
        >
          {path && <path className="curve field" d={path} />}
        </PlotFrame>
      )}
    </div>
  );
}

const signedVoltage = (value: number): string => (value === 0 ? '0' : `${value < 0 ? '\u2212' : ''}${voltage(Math.abs(value))}`);
