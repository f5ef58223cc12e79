import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { useState } from 'react';
import { formatNumber } from '../../../core/format';
import { worstGrade } from '../../../core/sourced';
import { type CurvePoint, type CurveStudyId, type OutcomeCurve, outcomeCurves } from '../../../dose/course/outcomeCurves';
import { outcomeStudy } from '../../../dose/course/outcomeData';
import { SelectControl } from '../../controls/SelectControl';
import { PlotFrame, plotMargins } from '../../plots/PlotFrame';
import type { Fact } from '../shared/FactButton';
import { LevelPlot, type PlotArea } from '../shared/LevelPlot';
import { useLevelMemory } from '../shared/levelMemory';
import { SourcedNumber } from '../shared/SourcedNumber';
import { SourcedSentence } from '../shared/SourcedSentence';

const STUDIES: readonly { readonly value: CurveStudyId; readonly label: string }[] = [
  { value: 'blumberger-2018', label: 'Six weeks, 10 Hz or theta bursts (2018)' },
  { value: 'levkovitz-2015', label: 'Deep coil, five weeks (2015)' },
  { value: 'cole-2022', label: 'Accelerated, five days (2022)' },
];
const KEYS = [
  { kind: 'active', label: 'active' },
  { kind: 'sham', label: 'sham' },
  { kind: 'point', label: 'measured' },
];
const FORMULA =
  'bands: mean ± 1.96 · standard deviation / √people; a sham end that was not measured: active end + effect size · standard deviation';
const isStudy = (id: string): id is CurveStudyId => STUDIES.some(({ value }) => value === id);

/** Mean score of both groups over the course; the sham curve is always there. */
export function CourseCurves() {
  const [studyId, setStudy] = useLevelMemory('studyId');
  const study = isStudy(studyId) ? studyId : 'blumberger-2018';
  const curves = outcomeCurves(study);
  const { note, scale, arms } = outcomeStudy(study);
  return (
    <div className="course-part course-curves">
      <h3>Active beside sham</h3>
      <SelectControl label="Study" options={STUDIES} value={study} onChange={setStudy} />
      <Plot curves={curves} scale={scale} />
      <ul className="sourced-list">
        {curves.map(({ arm, basis, source, verification }) => (
          <li key={arm}>
            {arm === 'active' ? 'Active: ' : 'Sham: '}
            <SourcedSentence title={`Curve of the ${arm} group`} sentence={{ text: basis, source, verification }} formula={FORMULA} />
          </li>
        ))}
        <Bands study={study} />
        <li>
          <SourcedSentence title="The trial" sentence={{ ...arms[0].participants, text: note }} />
        </li>
      </ul>
    </div>
  );
}

/** Where the width of the bands comes from: its grade is not that of the means. */
function Bands({ study }: { readonly study: CurveStudyId }) {
  const [{ baselineDeviation, endpointDeviation, participants }] = outcomeStudy(study).arms;
  if (baselineDeviation && endpointDeviation) {
    return (
      <li>
        Bands: 95 % intervals of the mean, from standard deviations of{' '}
        <SourcedNumber datum={endpointDeviation} title="Scatter of the scores" formula="mean ± 1.96 · standard deviation / √people">
          {formatNumber(baselineDeviation.value, 1)} and {formatNumber(endpointDeviation.value, 1)} points
        </SourcedNumber>
        ; for sham, from the interval of the effect size.
      </li>
    );
  }
  if (outcomeStudy(study).effectSize === undefined) return null;
  return (
    <li>
      Bands for{' '}
      <SourcedNumber datum={participants} title="People in each group" formula="mean ± 1.96 · standard deviation / √people">
        {participants.value} people in each group
      </SourcedNumber>
      .
    </li>
  );
}

function Plot({ curves, scale }: { readonly curves: readonly OutcomeCurve[]; readonly scale: string }) {
  const [hover, setHover] = useState<number | null>(null);
  const values = hover === null ? [] : curves.map(({ arm, points }) => `${arm} ${formatNumber(valueOn(points, hover), 1)}`);
  const fact: Fact = {
    title: 'Group means of active and sham',
    what: curves.map(({ arm, basis }) => `${arm === 'active' ? 'Active' : 'Sham'}: ${basis}`).join(' '),
    formula: FORMULA,
    sources: [...new Set(curves.map(({ source }) => source))],
    verification: worstGrade(curves.map(({ verification }) => verification)),
  };
  return (
    <LevelPlot
      title={curves[0].unit === '%' ? `Change of the mean, % (${scale})` : `Mean, points (${scale})`}
      heading="h4"
      keys={KEYS}
      reading={hover === null ? null : [`day ${formatNumber(hover)}`, ...values].join(' · ')}
      fact={fact}
    >
      {(area) => <Curves {...{ curves, hover, ...area }} onHover={setHover} />}
    </LevelPlot>
  );
}

interface CurvesProps extends PlotArea {
  readonly curves: readonly OutcomeCurve[];
  /** The day that is pointed at, or null. */
  readonly hover: number | null;
  readonly onHover: (day: number | null) => void;
}

function Curves({ curves, hover, onHover, width, height, textSize }: CurvesProps) {
  const margin = plotMargins(textSize, false);
  const all = curves.flatMap(({ points }) => points);
  const values = all.flatMap(({ mean, low = mean, high = mean }) => [mean, low, high]);
  const days = Math.max(...all.map(({ day }) => day));
  const x = scaleLinear([0, days], [margin.left, width - margin.right - textSize]);
  const y = scaleLinear([Math.min(0, ...values), Math.max(0, ...values)], [height - margin.bottom, margin.top]).nice(4);
  const unit = curves[0].unit;
  const ends = curves.map(({ arm, points }) => `${arm} ${formatNumber(points.at(-1)!.mean, 1)}`).join(', ');
  return (
    <PlotFrame
      {...{ width, height, textSize, onHover }}
      x={{ scale: x, ticks: [0, 7, 14, 21, 28, 35, 42].filter((day) => day <= days), format: (day) => formatNumber(day), label: 'd' }}
      left={{ scale: y, ticks: y.ticks(4), format: (value) => formatNumber(value), label: unit }}
      description={`Group means over ${days} days. At the end: ${ends} ${unit}.`}
    >
      {curves.map((curve) => (
        <Curve key={curve.arm} curve={curve} x={x} y={y} />
      ))}
      {hover !== null && <line className="crosshair" x1={x(hover)} x2={x(hover)} y1={y.range()[0]} y2={y.range()[1]} />}
    </PlotFrame>
  );
}

function Curve({
  curve,
  x,
  y,
}: {
  readonly curve: OutcomeCurve;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}) {
  const banded = curve.points.filter(({ low, high }) => low !== undefined && high !== undefined);
  const band = area<CurvePoint>(
    ({ day }) => x(day),
    ({ low }) => y(low!),
    ({ high }) => y(high!),
  )(banded);
  const middle = line<CurvePoint>(
    ({ day }) => x(day),
    ({ mean }) => y(mean),
  )(curve.points as CurvePoint[]);
  return (
    <g>
      {banded.length > 1 && <path className={`band ${curve.arm}`} d={band ?? ''} />}
      <path className={`curve ${curve.arm}`} d={middle ?? ''} />
      {curve.points
        .filter(({ published }) => published)
        .map(({ day, mean }) => (
          <circle key={day} className="measured-key" cx={x(day)} cy={y(mean)} r="3.5" />
        ))}
    </g>
  );
}

/** Linear between the points of a curve. */
function valueOn(points: readonly CurvePoint[], day: number): number {
  const after = points.findIndex((point) => point.day >= day);
  if (after <= 0) return points[Math.max(0, after)].mean;
  const [a, b] = [points[after - 1], points[after]];
  return a.mean + ((b.mean - a.mean) * (day - a.day)) / (b.day - a.day);
}
