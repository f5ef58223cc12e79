import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { formatNumber } from '../../core/format';
import { trajectoryMean } from '../../dose/outcomeCurves';
import { outcomeData } from '../../dose/outcomeData';
import { useTextSize } from '../appContext';
import { PlotFrame, plotMargins } from '../PlotFrame';
import { PlotHead } from '../PlotHead';
import { useSize } from '../useSize';
import { FactButton } from './FactButton';
import { SourcedNumber } from './SourcedNumber';

const WEEKS = 6;
const STEPS = Array.from({ length: 25 }, (_, n) => (WEEKS * n) / 24);

const { trajectories } = outcomeData;
const PEOPLE = trajectories.reduce((sum, { people: { value } }) => sum + value, 0);

/** The four published response groups: their shares are data, their lines are drawn. */
export function CourseTrajectories() {
  return (
    <div className="course-part">
      <h3>Four ways of responding, {PEOPLE} people</h3>
      <Plot />
      <Groups />
      <p className="small-print">
        The shares were published.{' '}
        <FactButton
          fact={{
            title: 'Lines of the four groups',
            what: 'Starts, ends and shapes were chosen so that the mixture starts and ends at the published means of the trial.',
            sources: ['project-choice'],
            verification: 'assumed',
          }}
        >
          The lines are drawn to fit the means
        </FactButton>
      </p>
    </div>
  );
}

function Plot() {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const textSize = useTextSize();
  const margin = plotMargins(textSize, false);
  const x = scaleLinear([0, WEEKS], [margin.left, width - margin.right - 2 * textSize]);
  const y = scaleLinear([0, 30], [height - margin.bottom, margin.top]);
  return (
    <div className="level-plot">
      <PlotHead title="Mean, HRSD17 points" keys={[]} reading={null} heading="h4" />
      <div className="plot-area" ref={ref}>
        <PlotFrame
          {...{ width, height, textSize }}
          x={{ scale: x, ticks: [0, 2, 4, 6], format: (week) => formatNumber(week), label: 'wk' }}
          left={{ scale: y, ticks: [0, 10, 20, 30], format: (value) => formatNumber(value), label: 'points' }}
          description="Mean score of four response groups over six weeks: one hardly changes, one falls within the first week, two fall steadily from different starts."
        >
          {trajectories.map((trajectory, n) => (
            <path
              key={trajectory.id}
              className={`curve way-${n}`}
              d={
                line<number>(
                  (week) => x(week),
                  (week) => y(trajectoryMean(trajectory, week)),
                )(STEPS) ?? ''
              }
            />
          ))}
        </PlotFrame>
      </div>
    </div>
  );
}

function Groups() {
  return (
    <ul className="icon-legend">
      {trajectories.map(({ id, label, people: count }, n) => (
        <li key={id}>
          <svg width="24" height="8" aria-hidden="true">
            <path className={`curve way-${n}`} d="M0 4H24" />
          </svg>
          <span>
            <SourcedNumber
              datum={count}
              title={`Share: ${label}`}
              what={`${count.value} of ${PEOPLE} people.`}
              formula="people of the group / all people"
            >
              <span data-way={id}>{formatNumber((100 * count.value) / PEOPLE)}</span> %
            </SourcedNumber>{' '}
            {label}
          </span>
        </li>
      ))}
    </ul>
  );
}
