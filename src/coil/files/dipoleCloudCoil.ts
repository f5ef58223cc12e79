import type { Sourced } from '../../core/sourced';
import type { Vec3 } from '../../core/vec3';
import type { Dipoles } from '../../physics/dipoles';
import type { CoilContact, CoilDescription } from '../coilDescription';
import { contactSurface } from '../contactSurface';
import { NO_PUBLISHED_FOCALITY } from '../publishedFocality';
import type { CoilFile } from './coilFile';
import { coilNameOfFile } from './coilFileNames';

/** How far the casing is taken to reach beyond the outermost dipoles, in metres: files of dipoles say nothing of a casing. */
export const CLOUD_MARGIN = 0.004;

const DIRECTIONS = 260;
const OUTLINE_POINTS = 72;
const RINGS = 6;
/** Points of the face that lie inside the outer two rings. */
const INNER_POINTS = 102;
/** The slab that is drawn is at least this thick, in metres. */
const LEAST_THICKNESS = 0.012;

/** A coil of which nothing is known but what its file holds. `source`: the name of the file, which names the coil where it has no name. */
export function dipoleCloudCoil(id: string, read: CoilFile, source: string): CoilDescription {
  const { dipoles, casing } = read;
  const given = <T>(value: T, unit: string): Sourced<T> => ({ value, unit, source: 'own-coil', verification: 'assumed', note: source });
  const { moments } = dipoles;
  let [up, down] = [0, 0];
  for (let i = 2; i < moments.length; i += 3) {
    up += Math.max(moments[i], 0);
    down += Math.max(-moments[i], 0);
  }
  const face = cloudCasing(dipoles);
  return {
    id,
    name: read.name?.slice(0, 60) || coilNameOfFile(source),
    manufacturer: 'own file',
    fieldPattern: Math.min(up, down) > 0.1 * Math.max(up, down) ? 'figure8' : 'circular',
    description: `${moments.length / 3} dipoles from ${source}. ${casing ? 'Its casing is the one in the file.' : `The casing is taken ${CLOUD_MARGIN * 1000} mm around the windings, since the file describes none.`}`,
    wings: [],
    conductor: { width: given(0.0015, 'm'), height: given(0.001, 'm') },
    casing: { margin: given(CLOUD_MARGIN, 'm'), thickness: given(face.thickness, 'm') },
    focality: NO_PUBLISHED_FOCALITY,
    notes: ['The pose of the file’s own frame is taken as it is: z into the head, handle toward −y.', ...read.notes],
    dipoleCloud: dipoles,
    contact: contactOf(read),
  };
}

/** The windings touch with their margin; the origin lies on the face of a casing by definition, also where no winding does. */
function contactOf({ casing, windings }: CoilFile): CoilContact {
  const surface = contactSurface(windings);
  if (casing) return { points: contactSurface(casing), margin: 0, windings: surface };
  return { points: Float64Array.of(0, 0, -CLOUD_MARGIN, ...surface), margin: CLOUD_MARGIN, windings: surface };
}

/** The casing around a cloud of dipoles, coil frame [m]. */
export interface CloudCasing {
  /** Points of the face toward the head, stride 3; the first is the origin, which lies on or behind the face. */
  readonly facePoints: Float64Array;
  /** Seen along z, stride 2, counterclockwise seen from +z. */
  readonly outline: Float64Array;
  /** z of the drawn slab's face: the lowest of the casing's face inside its rim. */
  readonly faceHeight: number;
  readonly thickness: number;
}

/** The convex hull of the dipoles, widened by `CLOUD_MARGIN` on all sides, as the intersection of half-spaces. */
export function cloudCasing({ positions }: Pick<Dipoles, 'positions'>): CloudCasing {
  const directions = upwardDirections();
  const reaches = directions.map((d) => support(positions, d));
  const heightAt = (x: number, y: number): number => Math.min(...directions.map((d, n) => (reaches[n] - d[0] * x - d[1] * y) / d[2]));
  const outline = new Float64Array(2 * OUTLINE_POINTS);
  for (let n = 0; n < OUTLINE_POINTS; n++) {
    const [a, b] = [outlineNormal(n), outlineNormal(n + 1)];
    // The corner in which two neighboring sides of the outline meet.
    const [ra, rb] = [support(positions, a), support(positions, b)];
    const determinant = a[0] * b[1] - a[1] * b[0];
    outline[2 * n] = (ra * b[1] - rb * a[1]) / determinant;
    outline[2 * n + 1] = (a[0] * rb - b[0] * ra) / determinant;
  }
  const facePoints = facePointsOf(outline, heightAt);
  let lowest = Infinity;
  // The widened hull is round at its rim; the slab's face is that of the inner rings.
  for (let n = 1; n < INNER_POINTS; n++) lowest = Math.min(lowest, facePoints[3 * n + 2]);
  const back = -support(positions, [0, 0, -1]);
  return { facePoints, outline, faceHeight: lowest, thickness: Math.max(lowest - back, LEAST_THICKNESS) };
}

/** How far the widened cloud reaches along a unit vector. */
function support(positions: ArrayLike<number>, [x, y, z]: Vec3): number {
  let reach = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < positions.length; i += 3) reach = Math.max(reach, x * positions[i] + y * positions[i + 1] + z * positions[i + 2]);
  return reach + CLOUD_MARGIN;
}

/** Straight up, then evenly spread over the upper half. */
function upwardDirections(): Vec3[] {
  const golden = Math.PI * (3 - Math.sqrt(5));
  const spread = Array.from({ length: DIRECTIONS }, (_, n): Vec3 => {
    const z = 1 - (n + 0.5) / (1.05 * DIRECTIONS);
    const rho = Math.sqrt(1 - z * z);
    return [rho * Math.cos(golden * n), rho * Math.sin(golden * n), z];
  });
  return [[0, 0, 1], ...spread];
}

const outlineNormal = (n: number): Vec3 => [Math.cos((2 * Math.PI * n) / OUTLINE_POINTS), Math.sin((2 * Math.PI * n) / OUTLINE_POINTS), 0];

/** The origin, then rings of shrunken copies of the outline on the face. */
function facePointsOf(outline: Float64Array, heightAt: (x: number, y: number) => number): Float64Array {
  const count = outline.length / 2;
  let [mx, my] = [0, 0];
  for (let n = 0; n < count; n++) {
    mx += outline[2 * n] / count;
    my += outline[2 * n + 1] / count;
  }
  const points = [0, 0, 0, mx, my, heightAt(mx, my)];
  for (let ring = 1; ring <= RINGS; ring++) {
    const wanted = Math.min(count, 10 * ring);
    for (let k = 0; k < wanted; k++) {
      const i = Math.floor((k * count) / wanted);
      const x = mx + (ring / RINGS) * (outline[2 * i] - mx);
      const y = my + (ring / RINGS) * (outline[2 * i + 1] - my);
      points.push(x, y, heightAt(x, y));
    }
  }
  return Float64Array.from(points);
}
