import { line } from 'd3-shape';
import type { ReactNode } from 'react';
import type { ThresholdTrial } from '../../../dose/threshold/thresholdGame';
import { FactButton } from '../shared/FactButton';
import { mepShape } from './mepShape';
import { TRACE_FACT } from './thresholdFacts';
import { voltage } from './trialWords';

const WIDTH = 220;
const HEIGHT = 72;
const TIMES = Array.from({ length: 111 }, (_, n) => (n / 110) * 50);
/** Full scales of the trace, peak to peak [V]: the smallest that holds the response is taken. */
const SCALES = [2e-4, 1e-3, 5e-3, 2e-2];

/** What the electrodes over the muscle show after the last pulse. */
export function MepTrace({ trial, children }: { readonly trial: ThresholdTrial | undefined; readonly children: ReactNode }) {
  const amplitude = trial?.amplitude ?? 0;
  const full = SCALES.find((scale) => scale >= amplitude) ?? SCALES[SCALES.length - 1];
  const path = line<number>(
    (t) => (t / 50) * WIDTH,
    (t) => HEIGHT / 2 - (amplitude / full) * mepShape(t) * (HEIGHT - 8),
  )(TIMES);
  const words = trial ? `${voltage(amplitude)}, ${trial.response ? 'a response' : 'no response'}` : 'no pulse yet';
  return (
    <figure className="mep-trace">
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`Muscle response: ${words}.`}>
        <line className="gridline" x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        {path && <path className="curve field" d={path} />}
      </svg>
      <figcaption>
        <FactButton fact={TRACE_FACT}>{words}</FactButton>
        {children}
        <span className="small-print">50 ms, {voltage(full)} high; the shape is drawn</span>
      </figcaption>
    </figure>
  );
}
