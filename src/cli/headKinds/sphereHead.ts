import { z } from 'zod';
import { inputError } from '../../core/inputError';
import { readInput } from '../../core/readInput';
import { sphereElectricField } from '../../physics/sphereElectricField';
import { nearestDipole } from '../coilInput';
import type { HeadField } from './headKind';

const coordinate = z.number().min(-10).max(10);
const schema = z.strictObject({ kind: z.literal('sphere'), center: z.tuple([coordinate, coordinate, coordinate]) });

/** A conducting sphere about `center`; its radius does not matter as long as it holds the points and none of the dipoles. */
export function sphereHead(head: unknown): HeadField {
  const { center } = readInput(schema, head, 'head', 'head');
  return {
    electricField(dipoles, points) {
      const nearest = nearestDipole(dipoles, center);
      for (let p = 0; p < points.length; p += 3) {
        const distance = Math.sqrt((points[p] - center[0]) ** 2 + (points[p + 1] - center[1]) ** 2 + (points[p + 2] - center[2]) ** 2);
        if (!(distance < nearest)) {
          throw inputError(
            `points[${p / 3}]`,
            `lie closer to the center of the sphere than the nearest dipole, ${nearest} m`,
            `${distance} m`,
          );
        }
      }
      return sphereElectricField(dipoles, center, points, new Float64Array(points.length));
    },
  };
}
