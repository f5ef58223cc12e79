import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useMemo } from 'react';
import { formatNumber } from '../../../core/format';
import type { ThetaBurstPattern } from '../../../dose/aftereffect/thetaBurstAftereffect';
import { type BuildUpPoint, thetaBurstBuildUp } from '../../../dose/aftereffect/thetaBurstBuildUp';
import { PlotFrame, plotMargins } from '../../plots/PlotFrame';
import { timeTicks } from '../../plots/plotTicks';
import { LevelPlot, type PlotArea } from '../shared/LevelPlot';
import { BUILD_UP_FACT } from './aftereffectFacts';

const CURVES = ['calcium', 'facilitation', 'inhibition'] as const;
/** Far more points than pixels; only a very long protocol has more. */
const MOST_POINTS = 15_000;
const KEYS = CURVES.map((kind) => ({ kind, label: kind }));

/** Into the model: calcium, facilitation and inhibition while the bursts run. */
export function AftereffectBuildUp({
  pattern,
  priorContraction,
}: {
  readonly pattern: ThetaBurstPattern;
  readonly priorContraction: boolean;
}) {
  const points = useMemo(() => thinned(thetaBurstBuildUp({ pattern, priorContraction })), [pattern, priorContraction]);
  return (
    <LevelPlot title="During the stimulation, units of the model" keys={KEYS} fact={BUILD_UP_FACT} size="short">
      {(area) => <Curves points={points} {...area} />}
    </LevelPlot>
  );
}

/** Every k-th point, from the end, where there are too many. */
function thinned(points: readonly BuildUpPoint[]): readonly BuildUpPoint[] {
  const step = Math.ceil(points.length / MOST_POINTS);
  return step === 1 ? points : points.filter((_, n) => (points.length - 1 - n) % step === 0);
}

function Curves({ points, width, height, textSize }: PlotArea & { readonly points: readonly BuildUpPoint[] }) {
  const margin = plotMargins(textSize, false);
  const end = points[points.length - 1];
  const top = points.reduce((most, point) => Math.max(most, point.calcium, point.facilitation, point.inhibition), 0);
  const x = scaleLinear([0, end.time], [margin.left + textSize, width - margin.right - 2 * textSize]);
  const y = scaleLinear([0, top], [height - margin.bottom, margin.top]).nice(6);
  return (
    <PlotFrame
      {...{ width, height, textSize }}
      x={{
        scale: x,
        ticks: timeTicks(end.time, width - margin.left - margin.right, textSize),
        format: (time) => formatNumber(time, end.time < 3 ? 1 : 0),
        label: 's',
      }}
      left={{ scale: y, ticks: y.ticks(3), format: (value) => formatNumber(value, y.domain()[1] < 3 ? 1 : 0), label: '' }}
      description={`Facilitation rises to ${formatNumber(end.facilitation, 1)} and inhibition to ${formatNumber(end.inhibition, 1)} units within ${formatNumber(end.time)} seconds; calcium rises and falls with the trains.`}
    >
      {CURVES.map((key) => (
        <path
          key={key}
          className={`curve ${key}`}
          d={
            line<BuildUpPoint>(
              (point) => x(point.time),
              (point) => y(point[key]),
            )(points as BuildUpPoint[]) ?? ''
          }
        />
      ))}
    </PlotFrame>
  );
}
