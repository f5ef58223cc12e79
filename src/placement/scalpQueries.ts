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

const _ray = new Ray();
const _point = new Vector3();
const _hit = { point: new Vector3(), distance: 0, faceIndex: 0 };

/** Builds the bounding-volume hierarchy of the surface once; the answers take microseconds. */
export function createSurfaceQueries(surface: Surface): SurfaceQueries {
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
  };
}

/** Vertex normals blended over the triangle, as shading does. */
function interpolatedNormal(surface: Surface, face: number, p: Vec3): Vec3 {
  const [ia, ib, ic] = [0, 1, 2].map((corner) => surface.triangles[3 * face + corner]);
  const a = at(surface.positions, ia);
  const ab = subtract(at(surface.positions, ib), a);
  const ac = subtract(at(surface.positions, ic), a);
  const ap = subtract(p, a);
  const [d00, d01, d11, d20, d21] = [dot(ab, ab), dot(ab, ac), dot(ac, ac), dot(ap, ab), dot(ap, ac)];
  const denominator = d00 * d11 - d01 * d01 || 1;
  const v = (d11 * d20 - d01 * d21) / denominator;
  const w = (d00 * d21 - d01 * d20) / denominator;
  const [na, nb, nc] = [at(surface.normals, ia), at(surface.normals, ib), at(surface.normals, ic)];
  const u = 1 - v - w;
  return normalize([0, 1, 2].map((i) => u * na[i] + v * nb[i] + w * nc[i]) as unknown as Vec3);
}
