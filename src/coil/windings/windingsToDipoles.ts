import type { Vec3 } from '../../core/vec3';
import type { Dipoles } from '../../physics/dipoles';
import type { CoilDescription, Wing } from '../coilDescription';
import { concatenate } from '../concatenate';
import { placeDipoles } from '../placeDipoles';
import { denseWing } from './denseWindingDipoles';
import { gaussRule } from './gaussRule';
import { matchMultipoles } from './matchMultipoles';
import { wingFrame } from './wingFrame';

/** Dipoles on the rings of a wing, from the inside out: 40 together. */
export const DIPOLES_PER_RING: readonly number[] = [6, 9, 11, 14];
/** Of a coil of one wing, which is wide and lies with all its turns on the head: 80 together. */
export const DIPOLES_PER_ROUND_RING: readonly number[] = [6, 9, 12, 15, 18, 20];

/**
 * The coil as 40 dipoles per wing, 80 where there is only one, all layers together, in the coil frame; moments in A·m² per ampere. The dipoles sit on rings in the
 * plane of the mean layer, at the nodes of the Gauss rule for the number of turns that enclose a point; their strengths are then corrected as
 * little as possible until the multipoles of the dense winding are met, which also carries the height of the layers. The error against
 * the dense winding is stored with each coil. Takes some milliseconds; call once per coil.
 */
export function coilDipoles(coil: CoilDescription, ringSizes: readonly number[] = ringSizesOf(coil)): Dipoles {
  if (coil.dipoleCloud) return coil.dipoleCloud;
  const wings = coil.wings.map((wing) => placeDipoles(wingDipoles(wing, ringSizes), wingFrame(wing)));
  return { positions: concatenate(wings.map((w) => w.positions)), moments: concatenate(wings.map((w) => w.moments)) };
}

const ringSizesOf = ({ wings }: CoilDescription): readonly number[] => (wings.length === 1 ? DIPOLES_PER_ROUND_RING : DIPOLES_PER_RING);

function wingDipoles(wing: Wing, ringSizes: readonly number[]): Dipoles {
  const dense = denseWing(wing);
  const shape = spread(dense);
  const { positions, strengths } = ringPositions(dense, shape, ringSizes);
  const scale = Math.max(shape.scaleX, shape.scaleY);
  const moments = new Float64Array(positions.length);
  matchMultipoles(dense, positions, strengths, shape.center, scale).forEach((strength, i) => {
    moments[3 * i + 2] = strength;
  });
  return { positions, moments };
}

/** Where a wing's magnetization lies: its center, and the root mean squares of x and y about it times √2 (1 on the rim of a thin ring). */
interface Spread {
  readonly total: number;
  readonly center: Vec3;
  readonly scaleX: number;
  readonly scaleY: number;
}

function spread(dense: Dipoles): Spread {
  let total = 0;
  const first = [0, 0, 0];
  const second = [0, 0, 0];
  for (let i = 0; i < dense.moments.length; i += 3) {
    const m = dense.moments[i + 2];
    total += m;
    for (let k = 0; k < 3; k++) {
      first[k] += m * dense.positions[i + k];
      second[k] += m * dense.positions[i + k] ** 2;
    }
  }
  const center: Vec3 = [first[0] / total, first[1] / total, first[2] / total];
  const scale = (k: 0 | 1) => Math.sqrt(2 * (second[k] / total - center[k] ** 2));
  return { total, center, scaleX: scale(0), scaleY: scale(1) };
}

/** Ring radii squared, in units of the scales, and the share of each ring. */
function ringRule(dense: Dipoles, shape: Spread, rings: number) {
  const [cx, cy, cz] = shape.center;
  const moments = new Array<number>(2 * rings).fill(0);
  const planar = new Array<number>(2 * rings).fill(0);
  const scale = Math.sqrt(shape.scaleX * shape.scaleY);
  let end = 0;
  for (let i = 0; i < dense.moments.length; i += 3) {
    const s = ((dense.positions[i] - cx) / shape.scaleX) ** 2 + ((dense.positions[i + 1] - cy) / shape.scaleY) ** 2;
    const share = dense.moments[i + 2] / shape.total;
    end = Math.max(end, s);
    equivalentPowers(s, (dense.positions[i + 2] - cz) / scale, moments.length).forEach((power, k) => {
      moments[k] += share * power;
      planar[k] += share * s ** k;
    });
  }
  // A winding about as tall as it is wide has no equivalent in the plane; its layers are then simply laid upon each other.
  const rule = gaussRule(moments, end) ?? gaussRule(planar, end);
  if (!rule) throw new Error('A winding of positive turns always has a Gauss rule.');
  return rule;
}

function ringPositions(dense: Dipoles, shape: Spread, ringSizes: readonly number[]) {
  const rule = ringRule(dense, shape, ringSizes.length);
  const [cx, cy, cz] = shape.center;
  const points: number[] = [];
  const strengths: number[] = [];
  ringSizes.forEach((size, ring) => {
    const radius = Math.sqrt(rule.nodes[ring]);
    for (let i = 0; i < size; i++) {
      const angle = ((i + 0.5) * 2 * Math.PI) / size;
      points.push(cx + shape.scaleX * radius * Math.cos(angle), cy + shape.scaleY * radius * Math.sin(angle), cz);
      strengths.push((shape.total * rule.weights[ring]) / size);
    }
  });
  return { positions: Float64Array.from(points), strengths: Float64Array.from(strengths) };
}

/**
 * `r^2k P_2k(cos θ) / P_2k(0)` for k < count, where r² = s + height²: the power s^k that a source in the plane must have for the same axial
 * multipole moment. In the plane it is s^k itself; a layer above or below counts as a smaller ring.
 */
function equivalentPowers(s: number, height: number, count: number): number[] {
  const squared = s + height * height;
  const powers = [1];
  let before = 1;
  let now = height;
  let inPlane = 1;
  for (let l = 1; powers.length < count; l++) {
    const next = ((2 * l + 1) * height * now - l * squared * before) / (l + 1);
    before = now;
    now = next;
    if (l % 2 === 1) {
      inPlane *= -l / (l + 1);
      powers.push(now / inPlane);
    }
  }
  return powers;
}
