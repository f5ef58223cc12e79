import { transformPoint } from '../../core/rigidTransform';
import type { Dipoles } from '../../physics/dipoles';
import type { CoilDescription, Layer, Turns, Wing } from '../coilDescription';
import { wingFrame } from './wingFrame';

/** One conductor to draw: its center line in the coil frame (stride 3, meters) and the cross-section of the strip (meters). */
export interface WindingPath {
  readonly points: Float64Array;
  readonly closed: boolean;
  readonly stripWidth: number;
  readonly stripHeight: number;
  /** Index of the wing in the description; -1 for the dipoles of a coil without wings. */
  readonly wing: number;
  /** Direction of positive coil current along the points: +1 as listed, -1 backward. */
  readonly currentDirection: number;
}

export const POINTS_PER_TURN = 72;
/** The dipoles of a coil without windings as rings, at most so many. */
const MOST_RINGS = 500;
const RING_POINTS = 8;
const RING_RADIUS = 0.0012;

/** Center lines of the copper. Sub-layers that stand for one tall strip are drawn as that strip, once. */
export function coilWindingPaths(coil: CoilDescription): WindingPath[] {
  if (coil.dipoleCloud) return cloudPaths(coil, coil.dipoleCloud);
  const paths: WindingPath[] = [];
  coil.wings.forEach((wing, index) => {
    for (const layer of drawnLayers(wing)) {
      for (const curve of turnCurves(layer.turns)) {
        const direction = wing.sense.value * (layer.turns.kind === 'spiral' ? layer.turns.handedness.value : 1);
        paths.push({
          points: intoCoilFrame(wing, curve.flat, layer.depth.value),
          closed: curve.closed,
          stripWidth: coil.conductor.width.value,
          stripHeight: coil.conductor.height.value,
          wing: index,
          currentDirection: direction,
        });
      }
    }
  });
  return paths;
}

/** Small rings, one per dipole or per so many dipoles that a few hundred are drawn. */
function cloudPaths(coil: CoilDescription, { positions, moments }: Dipoles): WindingPath[] {
  const step = Math.ceil(positions.length / 3 / MOST_RINGS);
  const paths: WindingPath[] = [];
  for (let i = 0; i < positions.length / 3; i += step) {
    const [x, y, z] = [positions[3 * i], positions[3 * i + 1], positions[3 * i + 2]];
    const points = new Float64Array(3 * RING_POINTS);
    for (let n = 0; n < RING_POINTS; n++) {
      const angle = (2 * Math.PI * n) / RING_POINTS;
      points.set([x + RING_RADIUS * Math.cos(angle), y + RING_RADIUS * Math.sin(angle), z], 3 * n);
    }
    const { width, height } = coil.conductor;
    const currentDirection = moments[3 * i + 2] < 0 ? -1 : 1;
    paths.push({
      points: points,
      closed: true,
      stripWidth: width.value,
      stripHeight: height.value,
      wing: -1,
      currentDirection,
    });
  }
  return paths;
}

/** Layers whose shares add up to one are one strip, drawn at their middle. */
function drawnLayers(wing: Wing): Layer[] {
  const drawn: Layer[] = [];
  let group: Layer[] = [];
  let share = 0;
  for (const layer of wing.layers) {
    group.push(layer);
    share += layer.currentShare.value;
    if (share > 0.999) {
      const middle = group.reduce((sum, l) => sum + l.depth.value, 0) / group.length;
      drawn.push({ ...layer, depth: { ...layer.depth, value: middle } });
      group = [];
      share = 0;
    }
  }
  return [...drawn, ...group];
}

function turnCurves(turns: Turns): { flat: number[]; closed: boolean }[] {
  if (turns.kind === 'circles') return turns.radii.value.map((r) => ({ flat: ellipse(r, r), closed: true }));
  if (turns.kind === 'ellipses') {
    return turns.semiAxesX.value.map((a, i) => ({ flat: ellipse(a, turns.semiAxesY.value[i]), closed: true }));
  }
  const start = turns.startAngle.value;
  const length = turns.endAngle.value - start;
  const steps = Math.ceil((length / (2 * Math.PI)) * POINTS_PER_TURN);
  const flat: number[] = [];
  for (let i = 0; i <= steps; i++) {
    const theta = start + (length * i) / steps;
    const radius = turns.baseRadius.value + turns.growth.value * theta;
    const angle = turns.rotation.value + turns.handedness.value * theta;
    flat.push(radius * Math.cos(angle), radius * Math.sin(angle));
  }
  return [{ flat, closed: false }];
}

function ellipse(a: number, b: number): number[] {
  const flat: number[] = [];
  for (let i = 0; i < POINTS_PER_TURN; i++) {
    const angle = (2 * Math.PI * i) / POINTS_PER_TURN;
    flat.push(a * Math.cos(angle), b * Math.sin(angle));
  }
  return flat;
}

function intoCoilFrame(wing: Wing, flat: readonly number[], depth: number): Float64Array {
  const frame = wingFrame(wing);
  const points = new Float64Array((flat.length / 2) * 3);
  for (let i = 0; i < flat.length / 2; i++) points.set(transformPoint(frame, [flat[2 * i], flat[2 * i + 1], depth]), 3 * i);
  return points;
}
