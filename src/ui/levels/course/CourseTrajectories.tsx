import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { formatNumber } from '../../../core/format';
import { type CurvePoint, outcomeCurves, trajectoryMean } from '../../../dose/course/outcomeCurves';
import { outcomeData } from '../../../dose/course/outcomeData';
import { PlotFrame, plotMargins } from '../../plots/PlotFrame';
import type { Fact } from '../shared/FactButton';
import { LevelPlot, type PlotArea } from '../shared/LevelPlot';
import { SourcedNumber } from '../shared/SourcedNumber';

const WEEKS = 6;
const STEPS = Array.from({ length: 25 }, (_, n) => (WEEKS * n) / 24);

const { trajectories } = outcomeData;
const PEOPLE = trajectories.reduce((sum, { people: { value } }) => sum + value, 0);

const LINES_FACT: Fact = {
  title: 'Lines of the four groups',
  what: 'Starts, ends and shapes were chosen so that the mixture starts and ends at the published means of the trial. The sham mean is what sham-controlled trials imply for it; no response groups were published for sham.',
  formula: 'mixture(t) = Σ share · line(t); sham end = active end + effect size · standard deviation',
  sources: ['kaster-2019', 'blumberger-2018', 'kedzior-2014', 'project-choice'],
  verification: 'assumed',
};

/** The four published response groups: their shares are data, their lines are drawn. */
export function CourseTrajectories() {
  return (
    <div className="course-part course-ways">
      <h3>Four ways of responding</h3>
      <LevelPlot title="Mean, HRSD17 points" heading="h4" fact={LINES_FACT}>
        {(area) => <Lines {...area} />}
      </LevelPlot>
      <Groups />
      <p className="small-print">The shares were published; the lines are drawn to fit the published means.</p>
    </div>
  );
}

function Lines({ width, height, textSize }: PlotArea) {
  const margin = plotMargins(textSize, false);
  const x = scaleLinear([0, WEEKS], [margin.left, width - margin.right - 2 * textSize]);
  const y = scaleLinear([0, 30], [height - margin.bottom, margin.top]);
  const path = (value: (week: number) => number): string => line<number>(x, (week) => y(value(week)))(STEPS) ?? '';
  const sham = outcomeCurves('blumberger-2018').find(({ arm }) => arm === 'sham')!.points;
  return (
    <PlotFrame
      {...{ width, height, textSize }}
      x={{ scale: x, ticks: [0, 2, 4, 6], format: (week) => formatNumber(week), label: 'wk' }}
      left={{ scale: y, ticks: [0, 10, 20, 30], format: (value) => formatNumber(value), label: 'points' }}
      description="Mean score of four response groups over six weeks: one hardly changes, one falls within the first week, two fall steadily from different starts. The mean that sham trials imply lies above all but the first."
    >
      <path
        className="curve way-sham"
        d={
          line<CurvePoint>(
            ({ day }) => x(day / 7),
            ({ mean }) => y(mean),
          )(sham as CurvePoint[]) ?? ''
        }
      />
      {trajectories.map((trajectory, n) => (
        <path key={trajectory.id} className={`curve way-${n}`} d={path((week) => trajectoryMean(trajectory, week))} />
      ))}
    </PlotFrame>
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
      <li>
        <svg width="24" height="8" aria-hidden="true">
          <path className="curve way-sham" d="M0 4H24" />
        </svg>
        sham, mean of all
      </li>
    </ul>
  );
}
