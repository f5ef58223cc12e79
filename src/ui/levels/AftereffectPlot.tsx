import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useMemo, useState } from 'react';
import { formatNumber } from '../../core/format';
import { aftereffectData } from '../../dose/aftereffectData';
import type { Aftereffect } from '../../dose/thetaBurstAftereffect';
import { useTextSize } from '../appContext';
import { PlotFrame, plotMargins } from '../PlotFrame';
import { PlotHead } from '../PlotHead';
import { ticksThatFit } from '../plotTicks';
import { useSize } from '../useSize';
import { type CurveSample, PATTERNS, percentTop, sampleAftereffect } from './aftereffectCurves';

const SPAN = 3600;
const STEPS = 240;
/** Room for the measured points beside the hour, as a share of the hour. */
const BESIDE = 0.24;
/** From the standard error to the 95 % interval. */
const Z = 1.96;
const CURVES = ['facilitation', 'inhibition', 'net'] as const;

/** Facilitation, inhibition and their net over an hour, with the measured group peaks beside them. */
export function AftereffectPlot({ effect, patternId }: { readonly effect: Aftereffect; readonly patternId: string }) {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const [hover, setHover] = useState<number | null>(null);
  const textSize = useTextSize();
  const percent = aftereffectData.scale.value;
  const samples = useMemo(() => sampleAftereffect(effect, SPAN, STEPS, percent), [effect, percent]);
  const margin = plotMargins(textSize, false);
  const measuredEnds = aftereffectData.measured.map((m) => Math.abs(m.peakChange.value) + Z * m.standardError.value);
  const top = percentTop(samples, measuredEnds);
  const x = scaleLinear([0, SPAN * (1 + BESIDE)], [margin.left + textSize, width - margin.right]);
  const y = scaleLinear([-top, top], [height - margin.bottom, margin.top]);
  const peak = percent * effect.peak;
  const seconds = hover === null ? null : Math.min(hover, SPAN);

  return (
    <div className="level-plot">
      <PlotHead
        title="After the stimulation, % of MEP amplitude"
        keys={[
          { kind: 'net', label: 'net' },
          { kind: 'facilitation', label: 'facilitation' },
          { kind: 'inhibition', label: 'inhibition' },
          { kind: 'point', label: 'measured, 95 %' },
        ]}
        reading={seconds === null ? null : `${formatNumber(seconds / 60)} min · net ${formatNumber(percent * effect.at(seconds))} %`}
      />
      <div className="plot-area" ref={ref}>
        <PlotFrame
          {...{ width, height, textSize }}
          x={{
            scale: x,
            ticks: ticksThatFit(
              [
                [0, 10, 20, 30, 40, 50, 60],
                [0, 20, 40, 60],
                [0, 30, 60],
              ],
              width,
              textSize,
            ).map((minutes) => 60 * minutes),
            format: (time) => formatNumber(time / 60),
            label: 'min',
          }}
          left={{ scale: y, ticks: [-top, -top / 2, 0, top / 2, top], format: (value) => formatNumber(value), label: '%' }}
          description={`Net after-effect over an hour: ${formatNumber(peak)} % of MEP amplitude at ${formatNumber(effect.timeToPeak / 60, 1)} minutes, and back toward 0 afterwards.`}
          onHover={setHover}
        >
          <line className="zero" x1={x(0)} x2={x(SPAN)} y1={y(0)} y2={y(0)} />
          <Curves {...{ samples, x, y }} peakTime={effect.timeToPeak} peak={peak} />
          <MeasuredPoints x={x} y={y} textSize={textSize} patternId={patternId} />
          {seconds !== null && <line className="crosshair" x1={x(seconds)} x2={x(seconds)} y1={y.range()[0]} y2={y.range()[1]} />}
        </PlotFrame>
      </div>
    </div>
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

const SHORT: Readonly<Record<string, string>> = { itbs600: 'i600', ctbs600: 'c600', ctbs300: 'c300' };

/** Published group peaks in a column of their own: the studies tell how large, not when. */
function MeasuredPoints(props: { readonly x: Scale; readonly y: Scale; readonly textSize: number; readonly patternId: string }) {
  const { x, y, textSize, patternId } = props;
  const chosen = PATTERNS.find(({ id }) => id === patternId)?.measured;
  return (
    <g className="measured-points">
      <line
        className="gridline"
        x1={x(SPAN * (1 + BESIDE * 0.12))}
        x2={x(SPAN * (1 + BESIDE * 0.12))}
        y1={y.range()[0]}
        y2={y.range()[1]}
      />
      {aftereffectData.measured.map(({ id, peakChange, standardError }, index) => {
        const [cx, value, error] = [x(SPAN * (1 + BESIDE * (0.28 + 0.28 * index))), peakChange.value, Z * standardError.value];
        return (
          <g key={id} data-chosen={id === chosen || undefined}>
            <line className="whisker" x1={cx} x2={cx} y1={y(value - error)} y2={y(value + error)} />
            <circle cx={cx} cy={y(value)} r="2.5" />
            <text x={cx} y={value > 0 ? y(value + error) - textSize * 0.5 : y(value - error) + textSize * index} textAnchor="middle">
              {SHORT[id]}
            </text>
          </g>
        );
      })}
    </g>
  );
}
