import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { formatNumber } from '../../../core/format';
import { drawnRatio, type PairedKind } from '../../../dose/threshold/pairedPulses';
import { PlotFrame, plotMargins } from '../../plots/PlotFrame';
import type { Fact } from '../shared/FactButton';
import { LevelPlot, type PlotArea } from '../shared/LevelPlot';

const SAMPLES = 280;
const RATIOS: readonly [number, number] = [0, 2.4];
const RATIO_TICKS = [0, 1, 2];

export interface PairedPlotProps {
  readonly kind: PairedKind;
  readonly interval: number;
  readonly fact: Fact;
}

/** The drawn response against the interval, over the published windows. */
export function PairedPlot({ kind, interval, fact }: PairedPlotProps) {
  return (
    <LevelPlot title="Response to both pulses, drawn" fact={fact} size="short" heading="h4">
      {(area) => area.width > 100 && <Curve kind={kind} interval={interval} {...area} />}
    </LevelPlot>
  );
}

function Curve({ kind, interval, width, height, textSize }: Omit<PairedPlotProps, 'fact'> & PlotArea) {
  const [from, to] = kind.range.value;
  const { top, right, bottom, left } = plotMargins(textSize, false);
  const x = scaleLinear([1e3 * from, 1e3 * to], [left, width - right - 1.8 * textSize]);
  const y = scaleLinear(RATIOS, [height - bottom, top]);
  const at = (n: number): number => from + ((to - from) * n) / SAMPLES;
  const curve = line<number>(
    (n) => x(1e3 * at(n)),
    (n) => y(drawnRatio(kind, at(n))),
  )(Array.from({ length: SAMPLES + 1 }, (_, n) => n));
  const ratio = drawnRatio(kind, interval);
  const ticks = to > 0.008 ? [1, 3, 5, 7, 10, 12, 15] : [1, 2, 3, 4, 5];
  const windows = kind.windows.map(({ short, span: { value } }) => `${short} from ${1e3 * value[0]} to ${1e3 * value[1]} ms`).join(', ');
  return (
    <PlotFrame
      {...{ width, height, textSize }}
      x={{ scale: x, ticks, format: (value) => formatNumber(value), label: 'ms' }}
      left={{ scale: y, ticks: RATIO_TICKS, format: (value) => `${value} ×`, label: '' }}
      description={`Drawn response against the interval between two pulses: ${windows}. At ${formatNumber(1e3 * interval, 1)} ms it is drawn ${ratio < 1 ? 'smaller' : 'larger'} than with one pulse.`}
      under={kind.windows.map(({ id, short, effect, span: { value } }) => (
        <g key={id} className={`paired-window ${effect}`}>
          <rect x={x(1e3 * value[0])} width={x(1e3 * value[1]) - x(1e3 * value[0])} y={y(RATIOS[1])} height={y(0) - y(RATIOS[1])} />
          <text x={x(500 * (value[0] + value[1]))} y={y(RATIOS[1]) + textSize} textAnchor="middle">
            {short}
          </text>
        </g>
      ))}
    >
      <line className="paired-one" x1={x(1e3 * from)} x2={x(1e3 * to)} y1={y(1)} y2={y(1)} />
      {kind.peaks.map(({ value }) => (
        <line key={value} className="criterion" x1={x(1e3 * value)} x2={x(1e3 * value)} y1={y(0)} y2={y(drawnRatio(kind, value))} />
      ))}
      {curve && <path className="curve active" d={curve} />}
      <line className="crosshair" x1={x(1e3 * interval)} x2={x(1e3 * interval)} y1={y(0)} y2={y(RATIOS[1])} />
      <circle className="curve-peak" cx={x(1e3 * interval)} cy={y(ratio)} r="5" />
    </PlotFrame>
  );
}
