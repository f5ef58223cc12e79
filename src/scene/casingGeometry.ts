import { BufferAttribute, type BufferGeometry, ExtrudeGeometry, Matrix4, Path, Shape, Vector2 } from 'three';
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import { coilCasing } from '../coil/coilCasing';
import type { CoilDescription } from '../coil/coilDescription';
import { IDENTITY } from '../core/rigidTransform';
import { poseMatrix } from './sceneUniforms';

/** Rounding of the casing's edges [m]. */
const BEVEL = 0.003;
/** The handle: a rounded bar toward -y [m]. */
const HANDLE = { width: 0.026, length: 0.095, overlap: 0.02 };

/** The casing's plates and the handle as one body in the coil frame [m]. */
export function casingGeometry(coil: CoilDescription): BufferGeometry {
  const { plates, thickness } = coilCasing(coil);
  const bodies = plates.map(({ outline, frame }) => extrude(new Shape(outlinePoints(outline)), thickness).applyMatrix4(poseMatrix(frame)));
  const reach = Math.max(...plates.flatMap(({ outline }) => outlinePoints(outline).map((p) => -p.y)));
  bodies.push(extrude(handleShape(reach), thickness).applyMatrix4(poseMatrix(IDENTITY)));
  const merged = mergeGeometries(bodies.map((body) => body.deleteAttribute('uv')));
  merged.setAttribute('baked', new BufferAttribute(new Float32Array(merged.attributes.position.count).fill(1), 1));
  return merged;
}

function outlinePoints(outline: Float64Array): Vector2[] {
  return Array.from({ length: outline.length / 2 }, (_, n) => new Vector2(outline[2 * n], outline[2 * n + 1]));
}

/** From z = 0 (the face toward the head) to z = -thickness, with rounded edges inside that slab. */
function extrude(shape: Shape, thickness: number): BufferGeometry {
  const geometry = new ExtrudeGeometry(shape, {
    depth: thickness - 2 * BEVEL,
    bevelEnabled: true,
    bevelThickness: BEVEL,
    bevelSize: BEVEL,
    bevelOffset: -BEVEL,
    bevelSegments: 3,
    curveSegments: 8,
  });
  return geometry.applyMatrix4(new Matrix4().makeTranslation(0, 0, BEVEL - thickness));
}

function handleShape(reach: number): Shape {
  const { width, length, overlap } = HANDLE;
  const top = -reach + overlap;
  const bottom = -reach - length;
  const outline = new Path();
  outline.moveTo(width / 2, top);
  outline.lineTo(-width / 2, top);
  outline.lineTo(-width / 2, bottom + width / 2);
  outline.absarc(0, bottom + width / 2, width / 2, Math.PI, 2 * Math.PI, false);
  outline.closePath();
  return new Shape(outline.getPoints(16));
}
