import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useMemo, useState } from 'react';
import { formatNumber } from '../../../core/format';
import { aftereffectData } from '../../../dose/aftereffect/aftereffectData';
import type { Aftereffect } from '../../../dose/aftereffect/thetaBurstAftereffect';
import { PlotFrame, plotMargins } from '../../plots/PlotFrame';
import { ticksThatFit } from '../../plots/plotTicks';
import { LevelPlot, type PlotArea } from '../shared/LevelPlot';
import { type CurveSample, MARKS, PATTERNS, percentTop, sampleAftereffect } from './aftereffectCurves';
import { CURVES_FACT } from './aftereffectFacts';

const SPAN = 3600;
const STEPS = 240;
/** Room for the measured points beside the hour, as a share of the hour: wide plots, and plots narrower than so many text sizes. */
const BESIDE = 0.24;
const BESIDE_NARROW = 0.48;
const NARROW = 32;
/** From the standard error to the 95 % interval. */
const Z = 1.96;
const CURVES = ['facilitation', 'inhibition', 'net'] as const;

const KEYS = [
  { kind: 'net', label: 'net' },
  { kind: 'facilitation', label: 'facilitation' },
  { kind: 'inhibition', label: 'inhibition' },
  { kind: 'point', label: 'measured, 95 %' },
];
const MINUTES = [
  [0, 10, 20, 30, 40, 50, 60],
  [0, 20, 40, 60],
  [0, 30, 60],
];

export interface AftereffectPlotProps {
  readonly effect: Aftereffect;
  readonly patternId: string;
}

/** Facilitation, inhibition and their net over an hour, with the measured group peaks beside them. */
export function AftereffectPlot({ effect, patternId }: AftereffectPlotProps) {
  const [hover, setHover] = useState<number | null>(null);
  const seconds = hover === null ? null : Math.min(hover, SPAN);
  const net = seconds === null ? '' : formatNumber(aftereffectData.scale.value * effect.at(seconds));
  return (
    <>
      <LevelPlot
        title="After the stimulation, % of MEP amplitude"
        keys={KEYS}
        reading={seconds === null ? null : `${formatNumber(seconds / 60)} min · net ${net} %`}
        fact={CURVES_FACT}
      >
        {(area) => <Hour {...{ effect, patternId, seconds, ...area }} onHover={setHover} />}
      </LevelPlot>
      <p className="small-print">The three curves share one time course: the model has no other for facilitation and inhibition.</p>
    </>
  );
}

interface HourProps extends AftereffectPlotProps, PlotArea {
  /** The moment that is pointed at, or null. */
  readonly seconds: number | null;
  readonly onHover: (time: number | null) => void;
}

function Hour({ effect, patternId, seconds, onHover, width, height, textSize }: HourProps) {
  const percent = aftereffectData.scale.value;
  const samples = useMemo(() => sampleAftereffect(effect, SPAN, STEPS, percent), [effect, percent]);
  const margin = plotMargins(textSize, false);
  const measuredEnds = aftereffectData.measured.map((m) => Math.abs(m.peakChange.value) + Z * m.standardError.value);
  const top = percentTop(samples, measuredEnds);
  const beside = SPAN * (width < NARROW * textSize ? BESIDE_NARROW : BESIDE);
  const x = scaleLinear([0, SPAN + beside], [margin.left + textSize, width - margin.right]);
  const y = scaleLinear([-top, top], [height - margin.bottom, margin.top]);
  const peak = percent * effect.peak;
  return (
    <PlotFrame
      {...{ width, height, textSize }}
      x={{
        scale: x,
        ticks: ticksThatFit(MINUTES, width, textSize).map((minutes) => 60 * minutes),
        format: (time) => formatNumber(time / 60),
        label: 'min',
      }}
      left={{ scale: y, ticks: [-top, -top / 2, 0, top / 2, top], format: (value) => formatNumber(value), label: '%' }}
      description={`Net after-effect over an hour: ${formatNumber(peak)} % of MEP amplitude at ${formatNumber(effect.timeToPeak / 60, 1)} minutes, and back toward 0 afterwards.`}
      onHover={onHover}
    >
      <line className="zero" x1={x(0)} x2={x(SPAN)} y1={y(0)} y2={y(0)} />
      <Curves {...{ samples, x, y }} peakTime={effect.timeToPeak} peak={peak} />
      <MeasuredPoints {...{ x, y, beside, textSize, patternId }} />
      {seconds !== null && <line className="crosshair" x1={x(seconds)} x2={x(seconds)} y1={y.range()[0]} y2={y.range()[1]} />}
    </PlotFrame>
  );
}

type Scale = ScaleLinear<number, number>;

function Curves(props: {
  readonly samples: readonly CurveSample[];
  readonly x: Scale;
  readonly y: Scale;
  readonly peakTime: number;
  readonly peak: number;
}) {
  const { samples, x, y, peakTime, peak } = props;
  const path = (key: (typeof CURVES)[number]): string =>
    line<CurveSample>(
      (sample) => x(sample.time),
      (sample) => y(sample[key]),
    )(samples as CurveSample[]) ?? '';
  return (
    <>
      {CURVES.map((key) => (
        <path key={key} className={`curve ${key}`} d={path(key)} />
      ))}
      <line className="drop" x1={x(peakTime)} x2={x(peakTime)} y1={y(0)} y2={y(peak)} />
      <circle className="curve-peak" cx={x(peakTime)} cy={y(peak)} r="4.5" />
    </>
  );
}

/** Published group peaks in a column of their own: the studies tell how large, not when. */
function MeasuredPoints(props: {
  readonly x: Scale;
  readonly y: Scale;
  /** Width of the column, in seconds of the axis. */
  readonly beside: number;
  readonly textSize: number;
  readonly patternId: string;
}) {
  const { x, y, beside, textSize, patternId } = props;
  const chosen = PATTERNS.find(({ id }) => id === patternId)?.measured;
  return (
    <g className="measured-points">
      <line className="gridline" x1={x(SPAN + 0.12 * beside)} x2={x(SPAN + 0.12 * beside)} y1={y.range()[0]} y2={y.range()[1]} />
      {aftereffectData.measured.map(({ id, peakChange, standardError }, index) => {
        const [cx, value, error] = [x(SPAN + beside * (0.28 + 0.28 * index)), peakChange.value, Z * standardError.value];
        return (
          <g key={id} data-chosen={id === chosen || undefined}>
            <line className="whisker" x1={cx} x2={cx} y1={y(value - error)} y2={y(value + error)} />
            <circle cx={cx} cy={y(value)} r="2.5" />
            <text x={cx} y={value > 0 ? y(value + error) - textSize * 0.5 : y(value - error) + textSize * index} textAnchor="middle">
              {MARKS[id]}
            </text>
          </g>
        );
      })}
    </g>
  );
}
