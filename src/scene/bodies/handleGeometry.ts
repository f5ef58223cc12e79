import { BufferAttribute, type BufferGeometry, CapsuleGeometry, CatmullRomCurve3, CylinderGeometry, TubeGeometry, Vector3 } from 'three';
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import type { CoilDescription } from '../../coil/coilDescription';
import { smoothStep } from '../../field/color/colorScale';
import { casingOutlines, casingReach } from './casingGeometry';

/** A rounded grip toward -y; what runs along it is a little inside the casing [m]. */
export const HANDLE = { radius: 0.0115, flattened: 0.85, length: 0.085, overlap: 0.03 };
const CABLE = { radius: 0.0033, sleeve: 0.0062, sleeveLength: 0.024 };
/** Share of the cable's length after which it fades, so that it ends before the words beside the picture. */
const FADES_AFTER = 0.45;
/** The cable's way from the end of the grip: toward -y, then aside and behind the coil's plane, as if it hung [m]. */
const CABLE_WAY: readonly (readonly [x: number, y: number, z: number])[] = [
  [0, 0.01, 0],
  [0, -0.02, 0],
  [0.002, -0.045, 0.002],
  [0.008, -0.075, 0.012],
  [0.018, -0.1, 0.032],
  [0.03, -0.115, 0.06],
];

/** Where the handle begins and ends on the y axis of the coil frame [m]. */
export function handleSpan(coil: CoilDescription): readonly [from: number, to: number] {
  const reach = casingReach(casingOutlines(coil));
  const from = coil.wings.length > 1 ? Math.min(HANDLE.overlap, 0.6 * reach) - reach : -reach + 0.008;
  return [from, -reach - HANDLE.length + HANDLE.overlap];
}

/** The grip, its sleeve and the cable as one solid in the coil frame [m]; `thickness`: of the casing, whose middle they leave. */
export function handleGeometry(coil: CoilDescription, thickness: number): BufferGeometry {
  const [from, to] = handleSpan(coil);
  const middle = -thickness / 2;
  const grip = new CapsuleGeometry(HANDLE.radius, from - to, 8, 24).scale(1, 1, HANDLE.flattened).translate(0, (from + to) / 2, middle);
  const end = to - HANDLE.radius;
  const sleeve = new CylinderGeometry(CABLE.sleeve, CABLE.radius, CABLE.sleeveLength, 18).translate(
    0,
    end - CABLE.sleeveLength / 2 + 0.004,
    middle,
  );
  const way = new CatmullRomCurve3(CABLE_WAY.map(([x, y, z]) => new Vector3(x, y + end, z + middle)));
  const cable = new TubeGeometry(way, 48, CABLE.radius, 10);
  return mergeGeometries([opaque(grip), opaque(sleeve), fading(cable)].map((body) => body.deleteAttribute('uv')));
}

/** `baked` of the solid's shader is its opacity. */
function opaque(body: BufferGeometry): BufferGeometry {
  return body.setAttribute('baked', new BufferAttribute(new Float32Array(body.attributes.position.count).fill(1), 1));
}

/** The place along a tube is the first texture coordinate. */
function fading(tube: BufferGeometry): BufferGeometry {
  const along = tube.attributes.uv;
  const shares = Float32Array.from({ length: along.count }, (_, n) => 1 - smoothStep(FADES_AFTER, 1, along.getX(n)));
  return tube.setAttribute('baked', new BufferAttribute(shares, 1));
}
