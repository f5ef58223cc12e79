import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { formatNumber } from '../../../core/format';
import { noiseFreeAmplitude } from '../../../dose/threshold/recruitment';
import type { ThresholdGame } from '../../../dose/threshold/thresholdGame';
import { RESPONSE_CRITERION } from '../../../dose/threshold/thresholdProbability';
import type { ThresholdMemory } from '../../../state/thresholdMemory';
import { useTextSize } from '../../appContext';
import { useSize } from '../../controls/useSize';
import { PlotFrame } from '../../plots/PlotFrame';
import { PlotHead } from '../../plots/PlotHead';
import { FactButton } from '../shared/FactButton';
import { TRIALS_FACT } from './thresholdFacts';

const AMPLITUDES: readonly [number, number] = [1e-6, 1e-2];
const AMPLITUDE_TICKS = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2];
const AMPLITUDE_LABELS = ['1 µV', '10 µV', '0.1 mV', '1 mV', '10 mV'];
const OUTPUT_TICKS = [0, 0.25, 0.5, 0.75, 1];
const OUTPUTS = Array.from({ length: 101 }, (_, n) => n / 100);

export interface RecruitmentPlotProps {
  readonly game: ThresholdGame;
  readonly trials: number;
  readonly output: number;
  /** What was named and the true threshold, as outputs, once it is revealed. */
  readonly answer: ThresholdMemory['answer'];
}

/** Every trial as a dot, amplitude against output; the truth joins when the hunt is over. */
export function RecruitmentPlot({ game, trials, output, answer }: RecruitmentPlotProps) {
  const truth = answer?.truth ?? null;
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const textSize = useTextSize();
  const x = scaleLinear([0, 1], [textSize * 4.2, width - textSize * 2]);
  const y = scaleLog(AMPLITUDES, [height - textSize * 1.8, textSize * 0.6]).clamp(true);
  const [left, right] = x.range();
  const [bottom, top] = y.range();
  const { parameters, restingThreshold } = game.subject;
  const coupling = truth === null ? 1 : restingThreshold / truth;
  const curve = line<number>(
    (u) => x(u),
    (u) => y(noiseFreeAmplitude(parameters, u * coupling)),
  )(OUTPUTS);
  const responses = game.trials.filter(({ response }) => response).length;
  return (
    <figure className="recruitment-plot">
      <PlotHead title="Response against output" keys={[]} reading={null}>
        <FactButton fact={TRIALS_FACT}>how?</FactButton>
      </PlotHead>
      <div className="plot-area" ref={ref}>
        {width > 100 && (
          <PlotFrame
            {...{ width, height, textSize }}
            x={{ scale: x, ticks: OUTPUT_TICKS, format: (u) => `${100 * u}${u === 1 ? ' %' : ''}`, label: '' }}
            left={{ scale: y, ticks: AMPLITUDE_TICKS, format: (volts) => AMPLITUDE_LABELS[AMPLITUDE_TICKS.indexOf(volts)], label: '' }}
            description={`Amplitude of the muscle response against output: ${trials} trials, ${responses} of at least 50 µV.${truth === null ? '' : ` True threshold ${formatNumber(100 * truth, 1)} % of output.`}`}
          >
            <line className="criterion" x1={left} x2={right} y1={y(RESPONSE_CRITERION)} y2={y(RESPONSE_CRITERION)} />
            <text x={right} y={y(RESPONSE_CRITERION) - 5} textAnchor="end">
              50 µV
            </text>
            <line className="crosshair" x1={x(Math.min(1, output))} x2={x(Math.min(1, output))} y1={bottom} y2={top} />
            {truth !== null && curve && <path className="curve current" d={curve} />}
            {truth !== null && truth <= 1 && <line className="truth" x1={x(truth)} x2={x(truth)} y1={bottom} y2={top} />}
            {game.trials.slice(0, trials).map((trial, n) => (
              <circle
                // biome-ignore lint/suspicious/noArrayIndexKey: trials are only ever appended.
                key={n}
                className="trial"
                data-response={trial.response || undefined}
                data-last={n === trials - 1 || undefined}
                cx={x(trial.output)}
                cy={y(trial.amplitude)}
                r={n === trials - 1 ? 5 : 3.5}
              />
            ))}
          </PlotFrame>
        )}
      </div>
    </figure>
  );
}
