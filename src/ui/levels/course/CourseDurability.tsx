import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { formatNumber } from '../../../core/format';
import { type DurabilityPoint, durabilityPoints, shareOfAllTreated } from '../../../dose/course/durability';
import { outcomeData, outcomeStudy } from '../../../dose/course/outcomeData';
import { PlotFrame, plotMargins } from '../../plots/PlotFrame';
import { type Fact, FactButton, factOf } from '../shared/FactButton';
import { LevelPlot, type PlotArea } from '../shared/LevelPlot';
import { SourcedNumber } from '../shared/SourcedNumber';

const [FIRST] = outcomeData.durability;
const POINTS_FACT: Fact = factOf(
  'Responders who still respond',
  'Shares of the people who had responded at the end of the course, with 95 % intervals; the lines between the points are drawn. No sham group stands beside them: what time alone would do is not in these figures.',
  FIRST.share,
);

/** How many of those who responded still respond later. */
export function CourseDurability() {
  return (
    <div className="course-part course-later">
      <h3>How long it lasts, responders only</h3>
      <LevelPlot title="Still responding, % of the responders" heading="h4" fact={POINTS_FACT}>
        {(area) => <Points points={durabilityPoints()} {...area} />}
      </LevelPlot>
      <Words />
    </div>
  );
}

function Points({ points, width, height, textSize }: PlotArea & { readonly points: readonly DurabilityPoint[] }) {
  const margin = plotMargins(textSize, false);
  const x = scaleLinear([0, 12.4], [margin.left, width - margin.right - 2 * textSize]);
  const y = scaleLinear([0, 1], [height - margin.bottom, margin.top]);
  return (
    <PlotFrame
      {...{ width, height, textSize }}
      x={{ scale: x, ticks: [0, 3, 6, 9, 12], format: (months) => formatNumber(months), label: 'mo' }}
      left={{ scale: y, ticks: [0, 0.5, 1], format: (share) => formatNumber(100 * share), label: '%' }}
      description={`Share of the responders who still respond: ${points.map(({ months, share }) => `${formatNumber(100 * share)} % after ${months} months`).join(', ')}.`}
    >
      <path
        className="curve active"
        d={
          line<DurabilityPoint>(
            ({ months }) => x(months),
            ({ share }) => y(share),
          )(points as DurabilityPoint[]) ?? ''
        }
      />
      {points.slice(1).map(({ months, share, interval }) => (
        <g key={months}>
          <line className="whisker" x1={x(months)} x2={x(months)} y1={y(interval[0])} y2={y(interval[1])} />
          <circle className="measured-key" cx={x(months)} cy={y(share)} r="4" />
        </g>
      ))}
    </PlotFrame>
  );
}

function Words() {
  const response = outcomeStudy('blumberger-2018').arms[0].response!;
  const lastPoint = durabilityPoints().at(-1)!;
  return (
    <ul className="sourced-list">
      {outcomeData.durability.map(({ months, share, interval }) => (
        <li key={months.value}>
          Of 100 responders, about{' '}
          <SourcedNumber datum={share} title={`Still responding after ${months.value} months`}>
            {formatNumber(100 * share.value)} (95 %: {formatNumber(100 * interval.value[0])} to {formatNumber(100 * interval.value[1])})
          </SourcedNumber>{' '}
          still respond after {months.value} months.
        </li>
      ))}
      <li>
        If{' '}
        <SourcedNumber datum={response} title="Share of responders in one trial">
          {formatNumber(100 * response.value)} of 100 treated
        </SourcedNumber>{' '}
        respond at first, that leaves{' '}
        <FactButton
          fact={{
            title: 'Of all who were treated',
            what: 'Responders of one trial times those who stay, from another collection of studies. Some respond with sham, too.',
            formula: 'share of responders × share of them that still respond',
            sources: [response.source, outcomeData.durability[0].share.source],
            verification: response.verification,
          }}
        >
          about <span data-reading="year">{formatNumber(100 * shareOfAllTreated(response.value, lastPoint))}</span> of 100
        </FactButton>{' '}
        after a year.
      </li>
    </ul>
  );
}
