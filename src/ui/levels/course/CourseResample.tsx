import { scaleLinear } from 'd3-scale';
import { useMemo } from 'react';
import { formatNumber } from '../../../core/format';
import { PlotFrame, plotMargins } from '../../plots/PlotFrame';
import { type Fact, FactButton } from '../shared/FactButton';
import { LevelPlot, type PlotArea } from '../shared/LevelPlot';
import { useLevelMemory } from '../shared/levelMemory';
import { histogram, resampleTrial, type TrialResample } from './courseResample';

const BINS = 30;
const FACT: Fact = {
  title: 'Middle 95 % of the repetitions',
  what: 'Each arm is drawn anew from its own people, with replacement. This shows the play of chance alone, not what another place or other people would have found.',
  formula: 'share of responders, active − sham; limits at 2.5 % and 97.5 %',
  sources: ['cole-2022'],
  verification: 'computed',
};
const percent = (share: number): string => formatNumber(100 * share);

/** What so few people leave open: the small trial drawn again and again from its own people. */
export function CourseResample() {
  const [seed] = useLevelMemory('cohortSeed');
  const trial = useMemo(() => resampleTrial(seed), [seed]);
  return (
    <div className="course-part course-again">
      <h3>A small trial, repeated two thousand times</h3>
      <LevelPlot title="Difference of responders, of 100" heading="h4" fact={FACT}>
        {(area) => <Bars trial={trial} {...area} />}
      </LevelPlot>
      <p>
        In the accelerated trial {trial.responders[0]} of {trial.people[0]} responded with active and {trial.responders[1]} of{' '}
        {trial.people[1]} with sham stimulation. Drawn again from the same people, the difference lies between{' '}
        <FactButton fact={FACT}>
          <span data-reading="resample">
            {percent(trial.interval[0])} and {percent(trial.interval[1])}
          </span>{' '}
          of 100
        </FactButton>
        .
      </p>
    </div>
  );
}

function Bars({ trial, width, height, textSize }: PlotArea & { readonly trial: TrialResample }) {
  const margin = plotMargins(textSize, false);
  const counts = useMemo(() => histogram(trial.differences, -1, 1, BINS), [trial]);
  const x = scaleLinear([-1, 1], [margin.left, width - margin.right - 2 * textSize]);
  const y = scaleLinear([0, Math.max(...counts)], [height - margin.bottom, margin.top]);
  const [low, high] = trial.interval;
  return (
    <PlotFrame
      {...{ width, height, textSize }}
      x={{ scale: x, ticks: [-1, -0.5, 0, 0.5, 1], format: percent, label: '' }}
      left={{ scale: y, ticks: [0], format: () => '', label: '' }}
      description={`Differences of 2000 repetitions: middle 95 % from ${percent(low)} to ${percent(high)} of 100; in the trial ${percent(trial.observed)} of 100.`}
    >
      <rect className="inside-limit" x={x(low)} width={Math.max(0, x(high) - x(low))} y={margin.top} height={y(0) - margin.top} />
      {counts.map((count, n) => {
        const start = x(-1 + (2 * n) / BINS);
        // biome-ignore lint/suspicious/noArrayIndexKey: the bins keep their order.
        return <rect key={n} className="bin" x={start + 0.5} width={x(2 / BINS) - x(0) - 1} y={y(count)} height={y(0) - y(count)} />;
      })}
      <line className="zero" x1={x(0)} x2={x(0)} y1={margin.top} y2={y(0)} />
    </PlotFrame>
  );
}
