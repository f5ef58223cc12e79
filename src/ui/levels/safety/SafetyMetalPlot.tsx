import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { formatNumber, formatSignificant } from '../../../core/format';
import type { Sourced } from '../../../core/sourced';
import { PlotFrame, plotMargins } from '../../plots/PlotFrame';
import type { Fact } from '../shared/FactButton';
import { LevelPlot, type PlotArea } from '../shared/LevelPlot';

type Point = readonly [distance: number, current: number];

interface SafetyMetalPlotProps {
  readonly curve: readonly Point[];
  readonly distance: number;
  readonly current: number;
  readonly limit: Sourced<number>;
  readonly fact: Fact;
}

/** Largest current in the ring against distance, in powers of ten, with the distance of the labels marked. */
export function SafetyMetalPlot({ fact, ...rest }: SafetyMetalPlotProps) {
  return (
    <LevelPlot title="Largest current in the ring, A" fact={fact}>
      {(area) => <Current {...rest} {...area} />}
    </LevelPlot>
  );
}

function Current({ curve, distance, current, limit, width, height, textSize }: Omit<SafetyMetalPlotProps, 'fact'> & PlotArea) {
  const margin = plotMargins(textSize, false);
  const powers = curve.map(([, value]) => Math.log10(Math.max(value, 1e-12)));
  const [low, high] = [Math.floor(Math.min(...powers)), Math.ceil(Math.max(...powers))];
  const x = scaleLinear([0, 0.4], [margin.left + 2 * textSize, width - margin.right - 2 * textSize]);
  const y = scaleLinear([low, Math.max(high, low + 1)], [height - margin.bottom, margin.top]);
  const ticks = Array.from({ length: y.domain()[1] - low + 1 }, (_, n) => low + n).filter((_, n, all) => all.length < 6 || n % 2 === 0);
  const path = line<Point>(
    ([d]) => x(d),
    (_, n) => y(powers[n]),
  )(curve as Point[]);
  return (
    <PlotFrame
      {...{ width, height, textSize }}
      x={{ scale: x, ticks: [0, 0.1, 0.2, 0.3, 0.4], format: (d) => formatNumber(100 * d), label: 'cm' }}
      left={{ scale: y, ticks, format: (power) => formatSignificant(10 ** power, 1), label: 'A' }}
      description={`At ${formatNumber(100 * distance, 1)} cm the largest current in the ring is ${formatSignificant(current)} A; it falls with distance.`}
    >
      <rect
        className="inside-limit"
        x={x(0)}
        y={y.range()[1]}
        width={Math.max(0, x(limit.value) - x(0))}
        height={y.range()[0] - y.range()[1]}
      />
      <line className="limit-line" x1={x(limit.value)} x2={x(limit.value)} y1={y.range()[0]} y2={y.range()[1]} />
      <text x={x(limit.value) - 6} y={y.range()[1] + textSize} textAnchor="end">
        {formatNumber(100 * limit.value)} cm of the labels
      </text>
      <path className="curve active" d={path ?? ''} />
      <circle className="curve-peak" cx={x(distance)} cy={y(Math.log10(Math.max(current, 1e-12)))} r="5" />
    </PlotFrame>
  );
}
