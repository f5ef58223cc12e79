import { at, distance, dot, normalize, scale, subtract, type Vec3 } from '../../../../src/core/vec3';
import { closestSurfacePoint, firstHit, indexSurface, type SurfaceIndex } from '../../../../src/head/surfaceDistance';
import { CORTEX_PARAMETERS } from './cortexField';
import { electrodePositions } from './electrodes';
import { findFiducials, PUBLISHED } from './fiducials';
import { CORTEX_TARGETS, MEASURED_TARGETS, SCALP_TARGETS } from './targets';
import type { TriangleMesh } from './triangleMesh';
import { sampleVolume, type Volume } from './volume';

const SPACE = 'MNI-152 (Colin27), x right, y front, z up';

/** A closed skin with unit normals at its vertices, mm. */
export interface Skin extends TriangleMesh {
  readonly normals: Float64Array;
}

const FIDUCIAL_NOTES = {
  nasion: [
    'Nasion',
    'Bottom of the hollow between brow and nose in the midline profile of this scalp (vertex of a fitted parabola).',
    'computed',
  ],
  inion: ['Inion', 'Point of this scalp nearest to the inion of the published electrode set for this head (standard_1005).', 'assumed'],
  leftPreauricular: [
    'Left preauricular point',
    'Point of this scalp nearest to LPA of the published electrode set for this head (standard_1005).',
    'assumed',
  ],
  rightPreauricular: [
    'Right preauricular point',
    'Point of this scalp nearest to RPA of the published electrode set for this head (standard_1005).',
    'assumed',
  ],
} as const;

/** landmarks.json: fiducials, electrodes, targets and measured distances, in metres. */
export function landmarksFile(skin: Skin, cortex: TriangleMesh, brain: Volume): object {
  const index = indexSurface(skin);
  const fiducials = findFiducials(skin);
  const { positions, tape } = electrodePositions(skin, fiducials);
  const scalpPoint = (id: string, label: string, position: Vec3, source: string, verification: string) => ({
    id,
    label,
    position: inMeters(position),
    normal: rounded(normalOn(index, skin, position)),
    source,
    verification,
  });
  const targets = [...scalpTargets(index, skin, positions), ...cortexTargets(index, skin)];
  const byId = new Map(targets.map((target) => [target.id, target]));
  const order = ['left-dlpfc-weigand2018', 'f3', 'm1-hand', 'vertex', 'f4'];
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return {
    space: SPACE,
    unit: 'm',
    fiducials: Object.entries(FIDUCIAL_NOTES).map(([id, [label, source, grade]]) =>
      scalpPoint(
        id === 'leftPreauricular' ? 'left-preauricular' : id === 'rightPreauricular' ? 'right-preauricular' : id,
        label,
        fiducials[id as keyof typeof fiducials],
        source,
        grade,
      ),
    ),
    electrodeMethod:
      'Percent rule of the 10-20 system along plane sections of the scalp; Cz halves both the curve from nasion to inion and the one between the preauricular points. Computed on this head.',
    electrodes: Object.entries(positions).map(([id, position]) => scalpPoint(id, id, position, '10-20 rule on this scalp', 'computed')),
    tape: Object.fromEntries(Object.entries(tape).map(([name, value]) => [name, roundTo(value / 1000)])),
    targets: targets.sort((a, b) => rank(a.id) - rank(b.id)),
    scalpToCortex: MEASURED_TARGETS.map((id) => measure(id, byId.get(id) as ReturnType<typeof cortexTargets>[number], cortex, brain)),
  };
}

function scalpTargets(index: SurfaceIndex, skin: Skin, electrodes: Readonly<Record<string, Vec3>>) {
  return SCALP_TARGETS.map(({ id, label, electrode }) => ({
    id: id as string,
    label: label as string,
    kind: 'scalp',
    space: SPACE,
    position: inMeters(electrodes[electrode]),
    source: `Position ${electrode} of the 10-20 system, computed on this scalp`,
    verification: 'computed' as string,
    scalp: { position: inMeters(electrodes[electrode]), normal: rounded(normalOn(index, skin, electrodes[electrode])), distance: 0 },
  }));
}

function cortexTargets(index: SurfaceIndex, skin: Skin) {
  return CORTEX_TARGETS.map(({ id, label, position, source, verification }) => {
    const nearest = closestSurfacePoint(index, position);
    return {
      id,
      label,
      kind: 'cortex',
      space: 'MNI-152',
      position: inMeters(position),
      source,
      verification: verification as string,
      scalp: {
        position: inMeters(nearest.position),
        normal: rounded(normalOn(index, skin, nearest.position)),
        distance: roundTo(nearest.distance / 1000),
      },
    };
  });
}

/** From the scalp over a target to the displayed cortex and to the first brain voxel. */
function measure(id: string, target: ReturnType<typeof cortexTargets>[number], cortex: TriangleMesh, brain: Volume) {
  const start = scale(target.scalp.position as unknown as Vec3, 1000);
  const inward = scale(target.scalp.normal as unknown as Vec3, -1);
  let reach = 0;
  const at = (t: number): number => sampleVolume(brain, start[0] + t * inward[0], start[1] + t * inward[1], start[2] + t * inward[2]);
  while (reach < 60 && at(reach) < CORTEX_PARAMETERS.greyThreshold) reach += 0.05;
  return {
    target: id,
    alongNormal: roundTo(firstHit(cortex, start, inward) / 1000),
    nearest: roundTo(closestSurfacePoint(indexSurface(cortex), start).distance / 1000),
    brainAlongNormal: roundTo(reach / 1000),
    method:
      'From the point of the scalp nearest to the target: along its inward normal to the displayed cortical surface, to the nearest point of that surface, and along the normal to the first brain voxel (pial boundary).',
  };
}

/** Unit normal at a point of the skin, interpolated between the corners of its triangle. */
function normalOn(index: SurfaceIndex, skin: Skin, point: Vec3): Vec3 {
  const { triangle } = closestSurfacePoint(index, point);
  const corners = [0, 1, 2].map((corner) => skin.triangles[3 * triangle + corner]);
  const [a, b, c] = corners.map((corner) => at(skin.positions, corner));
  const [ab, ac, ap] = [subtract(b, a), subtract(c, a), subtract(point, a)];
  const [d00, d01, d11, d20, d21] = [dot(ab, ab), dot(ab, ac), dot(ac, ac), dot(ap, ab), dot(ap, ac)];
  const determinant = d00 * d11 - d01 * d01;
  const v = (d11 * d20 - d01 * d21) / determinant;
  const w = (d00 * d21 - d01 * d20) / determinant;
  const weights = [1 - v - w, v, w];
  const sum: [number, number, number] = [0, 0, 0];
  corners.forEach((corner, i) => {
    for (let axis = 0; axis < 3; axis++) sum[axis] += weights[i] * skin.normals[3 * corner + axis];
  });
  return normalize(sum);
}

/** How far the computed electrodes lie from the published ones, mm. */
export function compareWithPublished(electrodes: readonly { id: string; position: readonly number[] }[]): string {
  return electrodes
    .filter(({ id }) => id in PUBLISHED)
    .map(
      ({ id, position }) =>
        `${id} ${distance(scale(position as unknown as Vec3, 1000), PUBLISHED[id as keyof typeof PUBLISHED]).toFixed(1)} mm`,
    )
    .join(', ');
}

const roundTo = (value: number): number => Math.round(value * 1e6) / 1e6;
const rounded = (v: Vec3): number[] => v.map((value) => Math.round(value * 1e6) / 1e6);
const inMeters = (v: Vec3): number[] => v.map((value) => roundTo(value / 1000));
