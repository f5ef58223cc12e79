import { Group, Mesh } from 'three';
import { coilCasing } from '../../coil/coilCasing';
import type { CoilDescription } from '../../coil/coilDescription';
import { transformPoint } from '../../core/rigidTransform';
import type { SimulationSnapshot } from '../../field/simulation/sceneSnapshot';
import { MAX_WINGS, poseMatrix } from '../painting/sceneUniforms';
import type { StageModel } from '../stageModel';
import { casingGeometry } from './casingGeometry';
import { coilOpacity, type Disc, discCoverage } from './coilCoverage';
import { windingGeometry } from './windingGeometry';

/** The coil as drawn: copper strips inside a translucent casing. */
export interface CoilBody {
  readonly group: Group;
  place(snapshot: SimulationSnapshot): void;
  /** Makes the coil fainter when it stands between the camera and the target. `share`: 0 aside, 1 in front. */
  fade(share: number): void;
  /** Whether a point of the coil's plane (coil frame, m) lies on a wing or the handle. */
  covers(x: number, y: number): boolean;
  /** The same without a jump at the edge: 1 well inside a wing, 0 outside. */
  coverage(x: number, y: number): number;
}

export function createCoilBody(model: StageModel): CoilBody {
  const group = new Group();
  group.matrixAutoUpdate = false;
  // Depth first, color second: of a translucent body only the nearest skin shows.
  const copperDepth = new Mesh(undefined, model.depthOnly);
  const copper = new Mesh(undefined, model.copper);
  const casingDepth = new Mesh(undefined, model.depthOnly);
  const casing = new Mesh(undefined, model.casing);
  for (const [order, mesh] of [copperDepth, copper, casingDepth, casing].entries()) {
    mesh.renderOrder = 4 + order;
    mesh.frustumCulled = false;
    group.add(mesh);
  }
  let shown: CoilDescription | null = null;
  let discs: Disc[] = [];

  const rebuild = (coil: CoilDescription): void => {
    for (const mesh of [copper, casing]) mesh.geometry.dispose();
    copper.geometry = windingGeometry(coil);
    copperDepth.geometry = copper.geometry;
    casing.geometry = casingGeometry(coil);
    casingDepth.geometry = casing.geometry;
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
    fade(share) {
      const { copper, casing, rim } = coilOpacity(share);
      model.copper.uniforms.opacity.value = copper;
      model.casing.uniforms.opacity.value = casing;
      model.casing.uniforms.rimOpacity.value = rim;
    },
    coverage: (x, y) => discCoverage(discs, x, y),
    covers: (x, y) => discs.some((disc) => (x - disc.x) ** 2 + (y - disc.y) ** 2 < disc.radius ** 2),
  };
}

/** A disc about each wing's center that its casing fills, in the plane z = 0 of the coil frame. */
function wingDiscs(coil: CoilDescription): Disc[] {
  const { plates } = coilCasing(coil);
  return plates.slice(0, Math.max(1, coil.wings.length)).map(({ frame, outline }) => {
    const [x, y] = transformPoint(frame, [0, 0, 0]);
    const reach = Array.from({ length: outline.length / 2 }, (_, n) => Math.hypot(outline[2 * n], outline[2 * n + 1]));
    return { x, y, radius: Math.max(...reach) };
  });
}
