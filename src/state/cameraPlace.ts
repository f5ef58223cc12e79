import { normalize, type Vec3 } from '../core/vec3';

/** Where the camera stands around the middle of the head, which it looks at. Angles in rad in the head frame, distance in m. */
export interface CameraPlace {
  /** From the x axis (the subject's right) toward the front. */
  readonly azimuth: number;
  /** From the axial plane upward. */
  readonly elevation: number;
  /** As on a stage that is wide enough; a narrow one is seen from farther away. */
  readonly distance: number;
}

/** Distance from which the whole head and a coil fill the stage at the camera's field of view [m]. */
export const START_DISTANCE = 0.68;
/** How near and how far the camera may stand [m]. */
export const NEAREST_CAMERA = 0.2;
export const FARTHEST_CAMERA = 1.6;

/** Fractions of an angle [rad] and of a distance [m] that no screen shows: a place is written down in whole ones. */
const FINEST = 1e5;
const rounded = (value: number): number => Math.round(value * FINEST) / FINEST;

/** The place in a direction from the middle of the head, in numbers that are short to write. */
export function cameraPlace(direction: Vec3, distance: number): CameraPlace {
  const [x, y, z] = normalize(direction);
  return {
    azimuth: rounded(Math.atan2(y, x)),
    elevation: rounded(Math.asin(Math.min(1, Math.max(-1, z)))),
    distance: rounded(Math.min(FARTHEST_CAMERA, Math.max(NEAREST_CAMERA, distance))),
  };
}

/** The direction of a place from the middle of the head, of length 1. */
export const cameraDirection = ({ azimuth, elevation }: CameraPlace): Vec3 => [
  Math.cos(elevation) * Math.cos(azimuth),
  Math.cos(elevation) * Math.sin(azimuth),
  Math.sin(elevation),
];

export const START_DIRECTION: Vec3 = [-0.95, 0.3, 0.06];
/** The three-quarter first view. */
export const FIRST_CAMERA = cameraPlace(START_DIRECTION, START_DISTANCE);
