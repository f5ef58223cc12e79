import { useMemo } from 'react';
import { formatNumber } from '../../core/format';
import { histogram, resampleTrial } from './courseResample';
import { FactButton } from './FactButton';
import { useLevelMemory } from './levelMemory';

const BINS = 30;
const WIDTH = 300;
const HEIGHT = 96;

/** What 29 people leave open: the small trial drawn again and again from its own people. */
export function CourseResample() {
  const [seed] = useLevelMemory('cohortSeed');
  const trial = useMemo(() => resampleTrial(seed), [seed]);
  const counts = histogram(trial.differences, -1, 1, BINS);
  const most = Math.max(...counts);
  const percent = (share: number): string => formatNumber(100 * share);
  const bar = WIDTH / BINS;
  return (
    <div className="course-part">
      <h3>A trial of 29 people, repeated 2000 times</h3>
      <p>
        In the trial {trial.responders[0]} of {trial.people[0]} responded with active and {trial.responders[1]} of {trial.people[1]} with
        sham stimulation. Drawn again from the same people, the difference lies between{' '}
        <FactButton
          fact={{
            title: 'Middle 95 % of the repetitions',
            what: 'Each arm is drawn anew from its own people, with replacement. This shows the play of chance alone, not what another place or other people would have found.',
            formula: 'share of responders, active − sham; limits at 2.5 % and 97.5 %',
            sources: ['cole-2022'],
            verification: 'computed',
          }}
        >
          <span data-reading="resample">
            {percent(trial.interval[0])} and {percent(trial.interval[1])}
          </span>{' '}
          of 100
        </FactButton>
        .
      </p>
      <svg
        className="resample"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Differences of 2000 repetitions: middle 95 % from ${percent(trial.interval[0])} to ${percent(trial.interval[1])} of 100; in the trial ${percent(trial.observed)} of 100.`}
      >
        {counts.map((count, n) => {
          const height = ((HEIGHT - 8) * count) / most;
          // biome-ignore lint/suspicious/noArrayIndexKey: the bins keep their order.
          return <rect key={n} x={n * bar + 0.5} y={HEIGHT - height} width={bar - 1} height={height} />;
        })}
        <line className="zero" x1={WIDTH / 2} x2={WIDTH / 2} y1="0" y2={HEIGHT} />
      </svg>
      <div className="resample-scale small-print" aria-hidden="true">
        <span>−100 of 100</span>
        <span>no difference</span>
        <span>+100 of 100</span>
      </div>
    </div>
  );
}
