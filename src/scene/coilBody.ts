import { Group, Mesh } from 'three';
import { coilCasing } from '../coil/coilCasing';
import type { CoilDescription } from '../coil/coilDescription';
import { transformPoint } from '../core/rigidTransform';
import type { SimulationSnapshot } from '../field/simulation';
import { casingGeometry } from './casingGeometry';
import { MAX_WINGS, poseMatrix } from './sceneUniforms';
import type { StageModel } from './stageModel';
import { windingGeometry } from './windingGeometry';

/** How much of copper and casing is seen; the hot spot under the coil must show through both. */
const COPPER_OPACITY = 0.5;
const CASING = { opacity: 0.07, rim: 0.3 };

/** The coil as drawn: copper strips inside a translucent casing. */
export interface CoilBody {
  readonly group: Group;
  place(snapshot: SimulationSnapshot): void;
  /** Whether a point of the coil's plane (coil frame, m) lies on a wing or the handle. */
  covers(x: number, y: number): boolean;
}

export function createCoilBody(model: StageModel): CoilBody {
  const group = new Group();
  group.matrixAutoUpdate = false;
  // Depth first, color second: of a translucent body only the nearest skin shows.
  const copperDepth = new Mesh(undefined, model.copperDepth);
  const copper = new Mesh(undefined, model.copper);
  const casing = new Mesh(undefined, model.casing);
  copperDepth.renderOrder = 4;
  copper.renderOrder = 5;
  casing.renderOrder = 6;
  for (const mesh of [copperDepth, copper, casing]) {
    mesh.frustumCulled = false;
    group.add(mesh);
  }
  model.copper.uniforms.opacity.value = COPPER_OPACITY;
  model.casing.uniforms.opacity.value = CASING.opacity;
  model.casing.uniforms.rimOpacity.value = CASING.rim;
  let shown: CoilDescription | null = null;
  let discs: { x: number; y: number; radius: number }[] = [];

  const rebuild = (coil: CoilDescription): void => {
    for (const mesh of [copper, casing]) mesh.geometry.dispose();
    copper.geometry = windingGeometry(coil);
    copperDepth.geometry = copper.geometry;
    casing.geometry = casingGeometry(coil);
    discs = wingDiscs(coil);
    discs.slice(0, MAX_WINGS).forEach((disc, n) => {
      model.uniforms.wings.value[n].set(disc.x, disc.y, disc.radius);
    });
    model.uniforms.wingCount.value = Math.min(discs.length, MAX_WINGS);
    shown = coil;
  };

  return {
    group,
    place({ coil, pose }) {
      if (shown !== coil) rebuild(coil);
      poseMatrix(pose, group.matrix);
      group.matrixWorldNeedsUpdate = true;
    },
    covers: (x, y) => discs.some((disc) => (x - disc.x) ** 2 + (y - disc.y) ** 2 < disc.radius ** 2),
  };
}

/** A disc about each wing's center that its casing fills, in the plane z = 0 of the coil frame. */
function wingDiscs(coil: CoilDescription): { x: number; y: number; radius: number }[] {
  const { plates } = coilCasing(coil);
  return plates.slice(0, coil.wings.length).map(({ frame, outline }) => {
    const [x, y] = transformPoint(frame, [0, 0, 0]);
    const reach = Array.from({ length: outline.length / 2 }, (_, n) => Math.hypot(outline[2 * n], outline[2 * n + 1]));
    return { x, y, radius: Math.max(...reach) };
  });
}
