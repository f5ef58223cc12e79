import type { RigidTransform } from '../../core/rigidTransform';
import { add, dot, rotateAbout, scale, type Vec3 } from '../../core/vec3';
import { type CoilDeviation, driftSizes, sampleDeviations } from '../../dose/course/coilDrift';
import { coilAxes } from '../../placement/coilPose';
import { fastContactPose, fastRestingPose } from '../../placement/fastContact';
import type { SearchProblem } from '../../placement/searchPoses';
import { searchProblem } from '../search/computeSearch';
import { DRIFT_SERIES, type DriftRequest, type DriftResult, type DriftSeriesId } from './driftMessages';

type Axes = Pick<RigidTransform, 'x' | 'y' | 'z'>;
/** Poses between two words about the progress. */
const STRIDE = 20;

/** The axes leaned and turned by a deviation: first the lean of the coil's axis, then the turn about it. */
export function deviatedAxes({ x, y, z }: Axes, { tilt, tiltAxis, turn }: Pick<CoilDeviation, 'tilt' | 'tiltAxis' | 'turn'>): Axes {
  const about = add(scale(x, Math.cos(tiltAxis)), scale(y, Math.sin(tiltAxis)));
  const leaned = (axis: Vec3): Vec3 => rotateAbout(axis, about, tilt);
  const axis = leaned(z);
  return { x: rotateAbout(leaned(x), axis, turn), y: rotateAbout(leaned(y), axis, turn), z: axis };
}

/**
 * The field at the target over and over, each time with the coil put back as `coilDrift` says, against that with the coil as it stands. The
 * angles are those against the saved pose; only the series of places alone lays the coil as flat where it lands as it was held.
 */
export async function computeDrift(
  { scene, seed, count }: DriftRequest,
  kernels: BufferSource | null,
  progress: (share: number) => void,
): Promise<DriftResult> {
  const problem = await searchProblem(scene, kernels);
  const saved = coilAxes(problem.walk.toPoint(0, 0).normal, problem.hold);
  const base = problem.valueAt(restingAt(problem, saved, STILL));
  let done = 0;
  const series = DRIFT_SERIES.map((id) => {
    const values = new Float32Array(count);
    deviationsOf(id, count, seed).forEach((deviation, n) => {
      values[n] = problem.valueAt(id === 'cap-place' ? flatAt(problem, deviation) : restingAt(problem, saved, deviation)) / base;
      if (++done % STRIDE === 0) progress(done / (DRIFT_SERIES.length * count));
    });
    return values;
  });
  const leans = deviationsOf('cap-place', count, seed).map((deviation) => {
    const { z } = flatAt(problem, deviation);
    return Math.acos(Math.min(1, dot(z, saved.z)));
  });
  return { model: scene.model, seed, saved: base, series, flatLean: leans.reduce((sum, lean) => sum + lean, 0) / count };
}

const STILL: CoilDeviation = { forward: 0, right: 0, tilt: 0, tiltAxis: 0, turn: 0 };

/** The deviations of a series; the same people and moments in each, so that series differ by what is in them alone. */
function deviationsOf(id: DriftSeriesId, count: number, seed: number): CoilDeviation[] {
  const all = sampleDeviations(driftSizes(id === 'navigated' ? 'navigated' : 'cap'), count, seed);
  if (id === 'cap-place') return all.map(({ forward, right }) => ({ ...STILL, forward, right }));
  if (id === 'cap-tilt') return all.map(({ tilt, tiltAxis }) => ({ ...STILL, tilt, tiltAxis }));
  return id === 'cap-turn' ? all.map(({ turn }) => ({ ...STILL, turn })) : all;
}

function restingAt({ lattice, casing, walk, hold }: SearchProblem, saved: Axes, deviation: CoilDeviation): RigidTransform {
  const place = walk.toPoint(deviation.forward, deviation.right);
  return fastRestingPose(lattice, casing, place, deviatedAxes(saved, deviation), hold.coilDistance);
}

const flatAt = ({ lattice, casing, walk, hold }: SearchProblem, { forward, right }: CoilDeviation): RigidTransform =>
  fastContactPose(lattice, casing, walk.toPoint(forward, right), hold);
