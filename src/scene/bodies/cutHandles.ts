import { ConeGeometry, CylinderGeometry, Group, Mesh, MeshBasicMaterial } from 'three';
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import { add, scale, type Vec3 } from '../../core/vec3';
import { cortexQueries } from '../../field/probe/cortexQueries';
import type { HeadModel } from '../../head/loadHead';
import type { Choices } from '../../state/choices';
import { CUT_PLANES } from '../../state/cutPlanes';
import { HEAD_CENTER } from '../camera/CameraRig';
import type { Palette } from '../painting/palette';
import { ORDER } from '../painting/screenPasses';

/** Where rays that look for the skin begin, and how far off it a handle stands [m]. */
const OUTSIDE = 0.25;
const CLEARANCE = 0.006;

/** Arrows at the edge of every open cut, by which it is moved. */
export interface CutHandles {
  readonly group: Group;
  /** Where the handle of an axis stands [m]; null where that plane is not open. */
  place(axis: number): Vec3 | null;
  /** Follows the open planes and the side that is taken away (`cutSide`). */
  update(choices: Choices, side: Vec3, held: number | null): void;
  paint(palette: Palette): void;
}

export function createCutHandles(head: Pick<HeadModel, 'scalp'>): CutHandles {
  const group = new Group();
  group.name = 'cut handles';
  const material = new MeshBasicMaterial({ depthTest: false, transparent: true });
  const geometry = doubleArrow();
  const handles = CUT_PLANES.map((_, axis) => {
    const mesh = new Mesh(geometry, material);
    if (axis === 0) mesh.rotation.z = -Math.PI / 2;
    if (axis === 2) mesh.rotation.x = Math.PI / 2;
    mesh.visible = false;
    mesh.frustumCulled = false;
    mesh.renderOrder = ORDER.marks + 2;
    group.add(mesh);
    return mesh;
  });
  const places: (Vec3 | null)[] = [null, null, null];
  return {
    group,
    place: (axis) => places[axis],
    update(choices, side, held) {
      CUT_PLANES.forEach(({ shown, place }, axis) => {
        places[axis] = choices[shown] ? edgeOf(head, axis, choices[place], side) : null;
        handles[axis].visible = places[axis] !== null;
        if (places[axis]) handles[axis].position.set(...places[axis]);
        handles[axis].scale.setScalar(held === axis ? 1.25 : 1);
      });
    },
    paint({ mark }) {
      material.color.setRGB(...mark);
    },
  };
}

/** A place at the outer edge of the face of a cut: in the middle of the corner that is open, at the top where one plane alone is open. */
function edgeOf(head: Pick<HeadModel, 'scalp'>, axis: number, at: number, side: Vec3): Vec3 {
  const way: [number, number, number] = [0, 0, 0];
  for (let other = 0; other < 3; other++) if (other !== axis) way[other] = side[other] !== 0 ? side[other] : other === 2 ? 0.9 : 0.15;
  const length = Math.hypot(...way);
  const outward: Vec3 = [way[0] / length, way[1] / length, way[2] / length];
  const center: [number, number, number] = [...HEAD_CENTER];
  center[axis] = at;
  const skin = cortexQueries(head.scalp as HeadModel['scalp']).castRay(add(center, scale(outward, OUTSIDE)), scale(outward, -1));
  return add(skin?.position ?? add(center, scale(outward, 0.08)), scale(outward, CLEARANCE));
}

/** Along y, its middle in the origin [m]. */
function doubleArrow() {
  const shaft = new CylinderGeometry(0.0011, 0.0011, 0.014, 12);
  const up = new ConeGeometry(0.0036, 0.0075, 18).translate(0, 0.0095, 0);
  const down = new ConeGeometry(0.0036, 0.0075, 18).rotateX(Math.PI).translate(0, -0.0095, 0);
  return mergeGeometries([shaft, up, down]);
}
