import { inputError } from '../../core/inputError';
import type { RigidTransform } from '../../core/rigidTransform';
import { decodeVectors } from './decodeVectors';
import { movedPoints } from './movedPoints';
import { isObject, type Json } from './tcdForm';

const MOST_POINTS = 200_000;

/** Points of a casing mesh of a `.tcd` file [m], moved with the part that it belongs to; stride 3. Nothing where the index is none. */
export async function casingPoints(
  root: Json,
  index: unknown,
  motion: RigidTransform,
  field: string,
  unit: number,
): Promise<Float64Array | null> {
  if (index === undefined || index === null || index === -1) return null;
  const model = Array.isArray(root.coilModels) && typeof index === 'number' ? root.coilModels[index] : undefined;
  if (!isObject(model)) throw inputError(field, 'point into coilModels', index);
  const points = (await decodeVectors(model.points, `coilModels[${index}].points`, MOST_POINTS)).map((value) => value * unit);
  return movedPoints(withMiddles(points, model.faces), motion);
}

/** The points and, where the faces are readable, the middles of their sides: casings of few large triangles would else touch with corners only. */
function withMiddles(points: Float64Array, faces: unknown): Float64Array {
  const count = points.length / 3;
  if (!Array.isArray(faces) || faces.length > MOST_POINTS) return points;
  const out = Array.from(points);
  for (const face of faces) {
    if (!Array.isArray(face) || face.length !== 3 || !face.every((i) => Number.isInteger(i) && i >= 0 && i < count)) return points;
    for (let side = 0; side < 3; side++) {
      const [a, b] = [3 * face[side], 3 * face[(side + 1) % 3]];
      if (a < b) for (let k = 0; k < 3; k++) out.push((points[a + k] + points[b + k]) / 2);
    }
    for (let k = 0; k < 3; k++) out.push((points[3 * face[0] + k] + points[3 * face[1] + k] + points[3 * face[2] + k]) / 3);
  }
  return Float64Array.from(out);
}
