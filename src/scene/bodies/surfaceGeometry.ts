import { BufferAttribute, BufferGeometry, Sphere, Vector3 } from 'three';
import type { Surface } from '../../head/surface';

/** A drawable copy of a surface; `baked` names the per-vertex attribute that the shader reads (1 everywhere if absent). */
export function surfaceGeometry(surface: Surface, baked?: string): BufferGeometry {
  const geometry = new BufferGeometry();
  const count = surface.positions.length / 3;
  geometry.setAttribute('position', new BufferAttribute(surface.positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(surface.normals, 3));
  geometry.setAttribute('baked', new BufferAttribute((baked && surface.attributes[baked]) || new Float32Array(count).fill(1), 1));
  geometry.setIndex(new BufferAttribute(surface.triangles, 1));
  geometry.boundingSphere = new Sphere(new Vector3(0, -0.015, 0.01), 0.2);
  return geometry;
}
