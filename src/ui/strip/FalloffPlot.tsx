import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useMemo, useState } from 'react';
import { formatField, formatNumber, formatQuantity, THIN_SPACE } from '../../core/format';
import { dot, subtract } from '../../core/vec3';
import { depthCurveOf } from '../../field/grid/depthCurve';
import { type AxisCrossings, createAxisCrossings } from '../../field/probe/axisCrossings';
import { insideWords } from '../../field/simulation/modelLadder';
import { useApp, useColorScale, usePulse, useReadouts, useShownModel, useSnapshot, useTextSize, useView } from '../appContext';
import { useSize } from '../controls/useSize';
import { axisTop, type CurvePoint, curvePoints, halfValuePoint, highest, valueAt } from '../plots/falloffCurve';
import { type PlotAxis, PlotFrame, plotMargins } from '../plots/PlotFrame';
import { PlotHead } from '../plots/PlotHead';
import { ticksThatFit } from '../plots/plotTicks';
import { useProbeValue } from '../shown/useProbeValue';

/** How deep the plot reaches below the coil's face, in metres. */
const DEEPEST = 0.06;
const DEPTH_TICKS = [
  [0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06],
  [0, 0.02, 0.04, 0.06],
  [0, 0.03, 0.06],
  [0, 0.06],
];
const mm = { unit: 'mm', factor: 1e3, decimals: 0 };

const LAYERS: readonly (readonly [from: keyof AxisCrossings, to: keyof AxisCrossings | null, name: string])[] = [
  ['scalp', 'outerSkull', 'scalp'],
  ['outerSkull', 'innerSkull', 'skull'],
  ['innerSkull', 'cortex', 'CSF'],
  ['cortex', null, 'brain'],
];

/** The field along the coil's axis, from its face through scalp and skull into the brain. */
export function FalloffPlot() {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const [depth, setDepth] = useState<number | null>(null);
  const textSize = useTextSize();
  const data = useFalloff();
  const magnetic = data.unit === 'T';
  const inside = insideWords(useShownModel(), useSnapshot('blocks'));
  const margin = plotMargins(textSize, !magnetic);
  const x = scaleLinear([0, DEEPEST], [margin.left, width - margin.right]);
  const y = scaleLinear([0, data.top], [height - margin.bottom, margin.top]);
  const y2 = scaleLinear([0, data.fluxTop], [height - margin.bottom, margin.top]);
  const path = (points: readonly CurvePoint[], scale: typeof y): string =>
    line<CurvePoint>(
      (p) => x(p[0]),
      (p) => scale(p[1]),
    )(points as CurvePoint[]) ?? '';
  const axes = { x: depthAxis(x, textSize), left: valueAxis(y, data.unit, 3), right: magnetic ? undefined : valueAxis(y2, 'T', 2) };

  return (
    <section className="plot-cell falloff">
      <PlotHead
        title={inside ? `Along the coil axis, ${inside}` : 'Along the coil axis'}
        keys={
          magnetic
            ? [{ kind: 'flux', label: '|B|, T' }]
            : [
                { kind: 'field', label: '|E|, V/m' },
                { kind: 'flux', label: '|B|, T' },
              ]
        }
        reading={depth === null ? null : readingAt(depth, data, magnetic)}
      />
      <div className="plot-area" ref={ref}>
        <PlotFrame {...axes} {...{ width, height, textSize }} description={describe(data, magnetic)} onHover={setDepth}>
          <Layers crossings={data.crossings} x={x} y={y} textSize={textSize} />
          <ColorStrip x={margin.left} y={y} />
          <path className="curve flux" d={path(data.flux, magnetic ? y : y2)} />
          {!magnetic && <path className="curve field" d={path(data.field, y)} />}
          {data.half && <HalfMark half={data.half} x={x} y={y} textSize={textSize} />}
          {data.probe && data.probe[0] >= 0 && data.probe[0] <= DEEPEST && (
            <circle className="probe-dot" cx={x(data.probe[0])} cy={y(data.probe[1])} r="5" />
          )}
          {depth !== null && <line className="crosshair" x1={x(depth)} x2={x(depth)} y1={y(0)} y2={margin.top} />}
        </PlotFrame>
      </div>
    </section>
  );
}

interface Falloff {
  readonly unit: 'V/m' | 'T';
  readonly field: readonly CurvePoint[];
  readonly flux: readonly CurvePoint[];
  readonly top: number;
  readonly fluxTop: number;
  readonly crossings: AxisCrossings;
  /** Where the field along the axis has fallen to half of its value at the cortex. */
  readonly half: CurvePoint | null;
  readonly probe: CurvePoint | null;
}

function useFalloff(): Falloff {
  const { head } = useApp().simulation;
  const crossingsOf = useMemo(() => createAxisCrossings(head), [head]);
  const pose = useSnapshot('pose');
  const result = useSnapshot('field');
  const grid = useSnapshot('grid');
  const blocks = useSnapshot('blocks');
  const values = useReadouts();
  const { limit } = useColorScale('magnitude');
  const { peakCurrent } = usePulse();
  const probed = useView((view) => view.probe);
  const atProbe = useProbeValue(probed, values?.scale ?? 0, 'magnitude');
  const crossings = useMemo(() => crossingsOf(pose), [crossingsOf, pose]);
  return useMemo(() => {
    const unit = values?.unit ?? 'V/m';
    const curve = depthCurveOf({ field: result, grid, blocks, pose });
    const field = curve && values ? curvePoints(curve.distance, curve.magnitude, values.scale, DEEPEST) : [];
    const flux = curve ? curvePoints(curve.distance, curve.fluxDensity, peakCurrent, DEEPEST) : [];
    const shown = unit === 'T' ? flux : field;
    return {
      unit,
      field,
      flux,
      top: Math.max(limit, axisTop(highest(shown))),
      fluxTop: axisTop(highest(flux)),
      crossings,
      half: crossings.cortex === null ? null : halfValuePoint(shown, crossings.cortex),
      probe: probed && atProbe !== null ? [dot(subtract(probed, pose.origin), pose.z), atProbe] : null,
    } satisfies Falloff;
  }, [result, grid, blocks, values, limit, peakCurrent, crossings, probed, atProbe, pose]);
}

/** Tissue bands behind the curves, named where the name fits. */
function Layers({
  crossings,
  x,
  y,
  textSize,
}: {
  crossings: AxisCrossings;
  x: (v: number) => number;
  y: PlotAxis['scale'];
  textSize: number;
}) {
  const [y0, y1] = y.range();
  return (
    <g className="layers">
      {LAYERS.map(([from, to, name]) => {
        const start = crossings[from];
        const end = to === null ? DEEPEST : crossings[to];
        if (start === null || start > DEEPEST) return null;
        const room = x(Math.min(end ?? DEEPEST, DEEPEST)) - x(start);
        return (
          <g key={name}>
            <rect className={`layer layer-${name}`} x={x(start)} y={y1} width={Math.max(room, 0)} height={y0 - y1} />
            <line className="surface" x1={x(start)} x2={x(start)} y1={y0} y2={y1} />
            {room > name.length * textSize * 0.58 + 4 && (
              <text x={x(start) + 4} y={y1 + textSize * 0.85}>
                {name}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** The colors of |E| along the value axis, whichever component the cortex shows: while that is |E|, the legend's own scale object. */
function ColorStrip({ x, y }: { x: number; y: PlotAxis['scale'] }) {
  const scale = useColorScale('magnitude');
  const parts = 24;
  return (
    <g className="color-strip">
      {Array.from({ length: parts }, (_, n) => {
        const [low, high] = [(n / parts) * scale.limit, ((n + 1) / parts) * scale.limit];
        const middle = (low + high) / 2;
        return (
          <rect
            key={low}
            x={x - 3}
            width={3}
            y={y(high)}
            height={y(low) - y(high) + 0.5}
            fill={`rgb(${scale.color(middle).join(' ')})`}
            opacity={scale.opacity(middle)}
          />
        );
      })}
    </g>
  );
}

function HalfMark({ half, x, y, textSize }: { half: CurvePoint; x: PlotAxis['scale']; y: PlotAxis['scale']; textSize: number }) {
  // Right of the point, above the falling curve; in few words or none where there is little room.
  const room = (x.range()[1] - x(half[0])) / textSize;
  const depth = formatQuantity(half[0], mm);
  return (
    <g className="half">
      <circle cx={x(half[0])} cy={y(half[1])} r="3" />
      {room > 4 && (
        <text x={x(half[0]) + 8} y={y(half[1])} dy="-0.3em">
          {room > 8 ? `half at ${depth}` : depth}
        </text>
      )}
    </g>
  );
}

const depthAxis = (scale: PlotAxis['scale'], textSize: number): PlotAxis => ({
  scale,
  ticks: ticksThatFit(DEPTH_TICKS, scale.range()[1] - scale.range()[0], textSize),
  format: (depth) => formatNumber(depth * 1e3),
  label: 'mm',
});

function valueAxis(scale: ScaleLinear<number, number>, unit: 'V/m' | 'T', count: number): PlotAxis {
  const top = scale.domain()[1];
  return { scale, ticks: scale.ticks(count), format: (value) => formatNumber(value, decimalsFor(top, unit)), label: unit };
}

const decimalsFor = (top: number, unit: string): number => (unit === 'T' ? (top < 0.4 ? 2 : 1) : top < 10 ? 1 : 0);

function readingAt(depth: number, { field, flux, unit, crossings }: Falloff, magnetic: boolean): string {
  const parts = [`${formatNumber(depth * 1e3)}${THIN_SPACE}mm`];
  const layer = layerAt(depth, crossings);
  if (layer) parts.push(layer);
  const e = magnetic ? null : valueAt(field, depth);
  const b = valueAt(flux, depth);
  if (e !== null) parts.push(formatField(e, unit));
  if (b !== null) parts.push(formatField(b, 'T'));
  return parts.join(' · ');
}

/** Name of the layer at a depth, or null above the scalp. */
function layerAt(depth: number, crossings: AxisCrossings): string | null {
  const passed = LAYERS.filter(([from]) => (crossings[from] ?? Number.POSITIVE_INFINITY) <= depth);
  return passed.length > 0 ? passed[passed.length - 1][2] : null;
}

function describe({ crossings, half, unit, field, flux }: Falloff, magnetic: boolean): string {
  const at = crossings.cortex === null ? null : valueAt(magnetic ? flux : field, crossings.cortex);
  const start = 'Field against depth along the coil axis.';
  if (crossings.cortex === null || at === null) return start;
  const halfText = half ? `, half of it at ${formatQuantity(half[0], mm)}` : '';
  return `${start} The cortex begins ${formatQuantity(crossings.cortex, mm)} below the coil’s face; ${formatField(at, unit)} there${halfText}.`;
}
