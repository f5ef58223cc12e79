import type { CoilDescription } from '../../../coil/coilDescription';
import { coilWindingPaths } from '../../../coil/windings/coilWindingPaths';

/** Every so many points of a winding are drawn. */
const STRIDE = 2;

/** The windings seen from the back of the coil, handle downward, as the data of one SVG path in millimeters (x to the right, y down). */
export function coilPicturePath(coil: CoilDescription): string {
  const number = (meters: number): string => (meters * 1000).toFixed(1);
  return coilWindingPaths(coil)
    .map(({ points, closed }) => {
      const corners: string[] = [];
      for (let n = 0; n < points.length / 3; n += STRIDE) corners.push(`${number(-points[3 * n])} ${number(-points[3 * n + 1])}`);
      return `M${corners.join('L')}${closed ? 'Z' : ''}`;
    })
    .join('');
}
