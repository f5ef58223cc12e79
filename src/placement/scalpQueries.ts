import { BufferAttribute, BufferGeometry, DoubleSide, Ray, Vector3 } from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import { at, dot, normalize, subtract, type Vec3 } from '../core/vec3';
import type { Surface } from '../head/surface';

/** A place on the scalp: point [m, head frame] and outward unit normal. */
export interface ScalpPoint {
  readonly position: Vec3;
  readonly normal: Vec3;
}

/** Fast geometric questions about a closed, outward-facing surface. */
export interface SurfaceQueries {
  /** First crossing of the ray from `origin` [m] along the unit vector `direction`, from either side; null where it misses. */
  castRay(origin: Vec3, direction: Vec3): (ScalpPoint & { distance: number }) | null;
  /** Closest point of the surface and the signed distance to it [m], positive outside. */
  closest(point: Vec3): ScalpPoint & { distance: number };
}

/** Questions about values at the vertices too. */
export interface MeshQueries extends SurfaceQueries {
  /** Values of the vertices (stride 3) at the closest point of the surface, linear over its triangle as shading draws them. */
  valueAt(values: ArrayLike<number>, point: Vec3): Vec3;
}

const _ray = new Ray();
const _point = new Vector3();
const _hit = { point: new Vector3(), distance: 0, faceIndex: 0 };

/** Builds the bounding-volume hierarchy of the surface once; the answers take microseconds. */
export function createSurfaceQueries(surface: Surface): MeshQueries {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(surface.positions, 3));
  geometry.setIndex(new BufferAttribute(surface.triangles.slice(), 1));
  const bvh = new MeshBVH(geometry, { indirect: true });
  return {
    castRay(origin, direction) {
      _ray.origin.set(...origin);
      _ray.direction.set(...direction);
      const hit = bvh.raycastFirst(_ray, DoubleSide);
      if (hit?.faceIndex == null) return null;
      const position: Vec3 = [hit.point.x, hit.point.y, hit.point.z];
      return { position, normal: interpolatedNormal(surface, hit.faceIndex, position), distance: hit.distance };
    },
    closest(point) {
      const hit = bvh.closestPointToPoint(_point.set(...point), _hit);
      if (!hit) throw new Error('closest: the surface has no triangles.');
      const position: Vec3 = [hit.point.x, hit.point.y, hit.point.z];
      const normal = interpolatedNormal(surface, hit.faceIndex, position);
      return { position, normal, distance: dot(subtract(point, position), normal) < 0 ? -hit.distance : hit.distance };
    },
    valueAt(values, point) {
      const hit = bvh.closestPointToPoint(_point.set(...point), _hit);
      if (!hit) throw new Error('valueAt: the surface has no triangles.');
      return interpolated(surface, values, hit.faceIndex, [hit.point.x, hit.point.y, hit.point.z]);
    },
  };
}

/** Vertex normals blended over the triangle, as shading does. */
const interpolatedNormal = (surface: Surface, face: number, p: Vec3): Vec3 => normalize(interpolated(surface, surface.normals, face, p));

/** Values of stride 3 blended over a triangle, at a point of it. */
function interpolated(surface: Surface, values: ArrayLike<number>, face: number, p: Vec3): Vec3 {
  const [ia, ib, ic] = [0, 1, 2].map((corner) => surface.triangles[3 * face + corner]);
  const a = at(surface.positions, ia);
  const ab = subtract(at(surface.positions, ib), a);
  const ac = subtract(at(surface.positions, ic), a);
  const ap = subtract(p, a);
  const [d00, d01, d11, d20, d21] = [dot(ab, ab), dot(ab, ac), dot(ac, ac), dot(ap, ab), dot(ap, ac)];
  const denominator = d00 * d11 - d01 * d01 || 1;
  const v = (d11 * d20 - d01 * d21) / denominator;
  const w = (d00 * d21 - d01 * d20) / denominator;
  const [fa, fb, fc] = [at(values, ia), at(values, ib), at(values, ic)];
  const u = 1 - v - w;
  return [u * fa[0] + v * fb[0] + w * fc[0], u * fa[1] + v * fb[1] + w * fc[1], u * fa[2] + v * fb[2] + w * fc[2]];
}
