import { IDENTITY, type RigidTransform, transformPoint } from '../core/rigidTransform';
import type { Dipoles } from '../physics/dipoles';
import type { CoilContact, CoilDescription, Wing } from './coilDescription';
import { cloudCasing } from './files/dipoleCloudCoil';
import { outerRadius } from './windings/turnCrossings';
import { wingFrame } from './windings/wingFrame';

/** The casing as contact and drawing need it, coil frame, meters. */
export interface CoilCasing {
  /** Sample points of the face toward the head, stride 3; bent coils included. For contact: none may enter the scalp. */
  readonly facePoints: Float64Array;
  /** How much farther than the casing these points stay from the scalp: 0 where they lie on the casing, more where they lie on the windings. */
  readonly contactMargin: number;
  /** One plate per wing, and one for the bridge between them: extrude `outline` by `thickness` toward -z of `frame`. */
  readonly plates: readonly CasingPlate[];
  readonly thickness: number;
}

export interface CasingPlate {
  readonly frame: RigidTransform;
  /** Closed outline in the plane z = 0 of `frame`, stride 2, counterclockwise seen from +z, the first point not repeated. */
  readonly outline: Float64Array;
}

const OUTLINE_POINTS = 72;
const RINGS = 6;

/** The casing follows the outermost turns at the distance `casing.margin`. */
export function coilCasing(coil: CoilDescription): CoilCasing {
  if (coil.dipoleCloud) return casingOfCloud(coil.dipoleCloud, coil.contact);
  const thickness = coil.casing.thickness.value;
  const plates = coil.wings.map((wing) => wingPlate(coil, wing));
  const bridge = bridgePlate(coil);
  if (bridge) plates.push(bridge);
  // The origin of the coil frame lies on the face by definition, also where no plate has a sample there.
  const points: number[] = [0, 0, 0];
  for (const plate of plates) appendFace(plate, points);
  return { facePoints: Float64Array.from(points), contactMargin: 0, plates, thickness };
}

function casingOfCloud(dipoles: Dipoles, contact: CoilContact | undefined): CoilCasing {
  const { facePoints, outline, faceHeight, thickness } = cloudCasing(dipoles);
  const plates = [{ frame: { ...IDENTITY, origin: [0, 0, faceHeight] as const }, outline }];
  return { facePoints: contact?.points ?? facePoints, contactMargin: contact?.margin ?? 0, plates, thickness };
}

function margin(coil: CoilDescription): number {
  return coil.casing.margin.value + coil.conductor.width.value / 2;
}

/** Half lengths of a wing's plate along x and y of its frame. */
function halfLengths(coil: CoilDescription, wing: Wing): [number, number] {
  let x = 0;
  let y = 0;
  for (const { turns } of wing.layers) {
    const isEllipse = turns.kind === 'ellipses';
    x = Math.max(x, isEllipse ? Math.max(...turns.semiAxesX.value) : outerRadius(turns));
    y = Math.max(y, isEllipse ? Math.max(...turns.semiAxesY.value) : outerRadius(turns));
  }
  return [x + margin(coil), y + margin(coil)];
}

/** A bent wing's plate is cut at its hinge, where the plate of the other wing begins. */
function wingPlate(coil: CoilDescription, wing: Wing): CasingPlate {
  const [a, b] = halfLengths(coil, wing);
  const outline = new Float64Array(2 * OUTLINE_POINTS);
  const [cx] = wing.center.value;
  const side = cx < 0 ? -1 : 1;
  const limit = wing.tilt.value === 0 ? Number.NEGATIVE_INFINITY : wing.hinge.value - Math.abs(cx);
  for (let i = 0; i < OUTLINE_POINTS; i++) {
    const angle = (2 * Math.PI * i) / OUTLINE_POINTS;
    const x = a * Math.cos(angle);
    outline[2 * i] = side * Math.max(side * x, limit);
    outline[2 * i + 1] = b * Math.sin(angle);
  }
  return { frame: wingFrame(wing), outline };
}

/** Between flat wings whose plates do not meet: a rectangle at the midline. */
function bridgePlate(coil: CoilDescription): CasingPlate | undefined {
  if (coil.wings.length < 2) return undefined;
  const inner = Math.min(...coil.wings.map((wing) => Math.abs(wing.center.value[0]) - halfLengths(coil, wing)[0]));
  if (inner <= 0) return undefined;
  const half = Math.min(...coil.wings.map((wing) => halfLengths(coil, wing)[1])) / 2;
  const outline = Float64Array.of(-inner, -half, inner, -half, inner, half, -inner, half);
  return { frame: IDENTITY, outline };
}

/** Center, and rings of shrunken copies of the outline with about equal spacing. */
function appendFace(plate: CasingPlate, points: number[]): void {
  const { outline, frame } = plate;
  points.push(...frame.origin);
  const count = outline.length / 2;
  for (let ring = 1; ring <= RINGS; ring++) {
    const wanted = Math.min(count, 6 * ring);
    for (let k = 0; k < wanted; k++) {
      const i = Math.floor((k * count) / wanted);
      const scale = ring / RINGS;
      points.push(...transformPoint(frame, [scale * outline[2 * i], scale * outline[2 * i + 1], 0]));
    }
  }
}
