import { at, dot, norm, scale, type Vec3 } from '../../core/vec3';
import { cortexMagnitude, cortexVectorAt, cortexVectors } from '../../field/grid/cortexField';
import { depthCurveOf } from '../../field/grid/depthCurve';
import type { FieldGrid } from '../../field/grid/fieldGrid';
import { TARGET_RADIUS } from '../../field/grid/targetPatch';
import { cortexAreas } from '../../field/measures/cortexAreas';
import { sourceAmplitude } from '../../field/measures/readouts';
import { regionTable, sortRegions } from '../../field/measures/regionTable';
import { cortexQueries } from '../../field/probe/cortexQueries';
import { pulseOfChoices } from '../../field/pulse/pulseOfChoices';
import type { FieldResult } from '../../field/simulation/fieldMessages';
import { insideWords, rungOf, unitOfModel } from '../../field/simulation/modelLadder';
import type { SimulationSnapshot } from '../../field/simulation/sceneSnapshot';
import type { HeadModel } from '../../head/loadHead';
import { nearestVertex } from '../../head/nearestVertex';
import { regionOf } from '../../head/regions';
import type { Choices, FieldModel } from '../../state/choices';
import type { FoundMap } from '../../state/session';
import type { DataColumn, DataTable } from './dataTable';

/** A scene whose field is there. */
export interface ComputedScene {
  readonly head: HeadModel;
  readonly choices: Choices;
  readonly snapshot: SimulationSnapshot & { readonly field: FieldResult; readonly grid: FieldGrid };
}

const column = (name: string, unit: string, what: string): DataColumn => ({ name, unit, what });
const POSITION: readonly DataColumn[] = [
  column('x_mm', 'mm', 'to the subject’s right, MNI-152 axes'),
  column('y_mm', 'mm', 'to the front'),
  column('z_mm', 'mm', 'upward'),
];
const millimeters = (point: Vec3): number[] => point.map((value) => 1e3 * value);

/** Symbol and unit of what a model computes, as names of columns have them. */
function quantity(model: FieldModel): { readonly symbol: string; readonly unit: string; readonly suffix: string; readonly what: string } {
  return unitOfModel(model) === 'T'
    ? { symbol: 'B', unit: 'T', suffix: 'T', what: 'magnetic flux density at the peak current' }
    : { symbol: 'E', unit: 'V/m', suffix: 'V_per_m', what: 'electric field at the largest dI/dt' };
}

function fieldColumns(model: FieldModel): readonly DataColumn[] {
  const { symbol, unit, suffix, what } = quantity(model);
  return [
    column(`${symbol}_${suffix}`, unit, `magnitude of the ${what}`),
    column(`${symbol}x_${suffix}`, unit, 'its part to the right'),
    column(`${symbol}y_${suffix}`, unit, 'its part to the front'),
    column(`${symbol}z_${suffix}`, unit, 'its part upward'),
    column(`${symbol}normal_${suffix}`, unit, 'its part along the outward normal of the cortex'),
  ];
}

const fieldCells = (vector: Vec3, normal: Vec3): number[] => [norm(vector), ...vector, dot(vector, normal)];

/** The field where the probe is, where it is strongest, under the coil, and as a mean around the target. */
export function probeTable({ head, choices, snapshot }: ComputedScene, probe: Vec3 | null): DataTable {
  const { field, grid, target } = snapshot;
  const source = sourceAmplitude(field.model, choices);
  const places: readonly (readonly [string, Vec3])[] = [
    ...(probe ? [['probe', probe] as const] : []),
    ['strongest', field.summary.maximumPoint],
    ['under the coil', snapshot.under.cortex],
  ];
  const { vector, magnitude, normal } = field.summary.atTarget;
  const labels = head.cortex.attributes._REGION;
  const areaAt = (point: Vec3): string =>
    (labels && regionOf(head.regions, labels[nearestVertex(head.cortex.positions, point)])?.area) || '';
  return {
    kind: 'probe',
    title: 'Field at single places of the cortex',
    columns: [
      column('place', '', `which place; the target: means over the cortex within ${1e3 * TARGET_RADIUS} mm of its point`),
      ...POSITION,
      ...fieldColumns(field.model),
      column('region', '', 'Brodmann area of the nearest vertex'),
    ],
    rows: [
      ['target', ...millimeters(target.cortex), magnitude * source, ...scale(vector, source), normal * source, areaAt(target.cortex)],
      ...places.map(([name, point]) => {
        const there = scale(cortexVectorAt(head.cortex, grid, field, point), source);
        return [name, ...millimeters(point), ...fieldCells(there, cortexQueries(head.cortex).closest(point).normal), areaAt(point)];
      }),
    ],
  };
}

/** The field along the axis of the coil. */
export function depthTable({ choices, snapshot }: ComputedScene): DataTable {
  const { field } = snapshot;
  const { distance, magnitude, fluxDensity } = depthCurveOf(snapshot) ?? field.depthCurve;
  const inside = insideWords(field.model, snapshot.blocks);
  const source = sourceAmplitude(field.model, choices);
  const current = pulseOfChoices(choices).peakCurrent;
  const { symbol, unit, suffix, what } = quantity(field.model);
  return {
    kind: 'depth-curve',
    title: `Field along the axis of the coil${inside ? ` (${inside})` : ''}`,
    columns: [
      column('distance_mm', 'mm', 'from the middle of the coil’s face along its axis, into the head'),
      column(`${symbol}_${suffix}`, unit, `magnitude of the ${what}; empty outside the brain`),
      column('B_air_T', 'T', 'magnitude of the coil’s magnetic flux density in air, at the peak current'),
    ],
    rows: Array.from(distance, (value, n) => [1e3 * value, source * magnitude[n], current * fluxDensity[n]]),
  };
}

/** Samples of the pulse. */
const PULSE_SAMPLES = 601;

/** Current, its rate, and the field at the target over time. */
export function pulseTable({ choices, snapshot }: ComputedScene): DataTable {
  const { field } = snapshot;
  const pulse = pulseOfChoices(choices);
  const { follows } = rungOf(field.model);
  const { symbol, unit, suffix } = quantity(field.model);
  const perSource = field.summary.atTarget.magnitude;
  return {
    kind: 'pulse',
    title: 'The pulse over time',
    columns: [
      column('time_us', 'µs', 'from the start of the pulse'),
      column('current_A', 'A', 'coil current'),
      column('dIdt_A_per_us', 'A/µs', 'its rate of change'),
      column(
        `${symbol}_target_${suffix}`,
        unit,
        `size at the target along its direction at the first peak; it follows the ${follows === 'rate' ? 'rate' : 'current'}`,
      ),
    ],
    rows: Array.from({ length: PULSE_SAMPLES }, (_, n) => {
      const t = (pulse.duration * n) / (PULSE_SAMPLES - 1);
      const [current, rate] = [pulse.current(t), pulse.currentRate(t)];
      return [1e6 * t, current, 1e-6 * rate, perSource * (follows === 'rate' ? rate : current)];
    }),
  };
}

/** What the field does to each named region of the cortex. */
export function regionData({ head, choices, snapshot }: ComputedScene): DataTable {
  const { field, grid } = snapshot;
  const source = sourceAmplitude(field.model, choices);
  const magnitude = cortexMagnitude(head.cortex, grid, field).map((value) => value * source);
  const labels = head.cortex.attributes._REGION ?? new Float32Array(magnitude.length);
  const rows = sortRegions(regionTable(head.regions, labels, magnitude, cortexAreas(head.cortex), choices.thresholdField), 'mean');
  const { symbol, unit, suffix } = quantity(field.model);
  return {
    kind: 'regions',
    title: `Field by region; threshold ${choices.thresholdField} V/m`,
    columns: [
      column('area', '', 'Brodmann area'),
      column('name', '', 'what it is called'),
      column('area_cm2', 'cm²', 'area of the region on this cortex, both sides'),
      column(`mean_${symbol}_${suffix}`, unit, 'mean over its area'),
      column(`maximum_${symbol}_${suffix}`, unit, 'largest value'),
      column('above_cm2', 'cm²', 'area with at least the threshold field; 0 for a flux density, which has none'),
      column('source', '', 'where the name of the region is from'),
    ],
    rows: rows.map(({ region, area, mean, maximum, areaAbove }) => [
      region.area,
      region.name,
      1e4 * area,
      mean,
      maximum,
      unit === 'T' ? 0 : 1e4 * areaAbove,
      `${region.source} (${region.verification})`,
    ]),
  };
}

/** The field at every vertex of the cortex, in the order of the surface file. */
export function cortexTable({ head, choices, snapshot }: ComputedScene): DataTable {
  const { field, grid } = snapshot;
  const { positions, normals, attributes } = head.cortex;
  const source = sourceAmplitude(field.model, choices);
  const vectors = cortexVectors(head.cortex, grid, field);
  const labels = attributes._REGION;
  return {
    kind: 'cortex',
    title: 'Field at every vertex of the cortex',
    columns: [
      column('vertex', '1', 'counted from 0, as in the surface file'),
      ...POSITION,
      ...fieldColumns(field.model),
      column('region', '', 'Brodmann area'),
    ],
    rows: Array.from({ length: positions.length / 3 }, (_, n) => [
      n,
      ...millimeters(at(positions, n)),
      ...fieldCells(scale(at(vectors, n), source), at(normals, n)),
      (labels && regionOf(head.regions, labels[n])?.area) ?? '',
    ]),
  };
}

/** What the last search found at each place of the scalp. */
export function searchTable({ choices }: ComputedScene, { map, optimum, model }: FoundMap): DataTable {
  const source = sourceAmplitude(model, choices);
  const { symbol, unit, suffix } = quantity(model);
  return {
    kind: 'search-map',
    title: `Largest field at the target by place of the coil; best place ${(1e3 * optimum.offsetForward).toFixed(1)} mm forward, ${(1e3 * optimum.offsetRight).toFixed(1)} mm right, handle ${((180 / Math.PI) * optimum.handleAngle).toFixed(1)}°`,
    columns: [
      ...POSITION,
      column(`${symbol}_target_${suffix}`, unit, 'largest over all handle angles with the coil over this point of the scalp'),
    ],
    rows: Array.from(map.values, (value, n) => [...millimeters(at(map.positions, n)), source * value]),
  };
}
