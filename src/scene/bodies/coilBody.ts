import { type BufferGeometry, Group, Mesh, type RawShaderMaterial, type WebGLRenderer } from 'three';
import { coilCasing } from '../../coil/coilCasing';
import type { CoilDescription } from '../../coil/coilDescription';
import { coilWindingPaths } from '../../coil/windings/coilWindingPaths';
import { transformPoint } from '../../core/rigidTransform';
import type { SimulationSnapshot } from '../../field/simulation/sceneSnapshot';
import { pixelScaleOf } from '../painting/pixelScale';
import { MAX_WINGS, poseMatrix } from '../painting/sceneUniforms';
import { ORDER } from '../painting/screenPasses';
import type { StageModel } from '../stageModel';
import { casingGeometry } from './casingGeometry';
import { coilOpacity, type Disc, discCoverage } from './coilCoverage';
import { HANDLE, handleGeometry, handleSpan } from './handleGeometry';
import { outlineGeometry } from './outlineGeometry';
import { windingGeometry } from './windingGeometry';

/** Opacity beside the head of the translucent casing, and of the solid handle before it. */
const CASING_BESIDE = 0.16;
const HANDLE_BEFORE = 0.94;
/** What is left of them before an open cut: who cuts wants to see what lies there. */
const COPPER_BEFORE_CUT = 0.2;
const HANDLE_BEFORE_CUT = 0.5;

/** The coil as drawn: copper strips inside a translucent casing, a solid handle with its cable, and outlines where the field is stronger. */
export interface CoilBody {
  readonly group: Group;
  place(snapshot: SimulationSnapshot): void;
  /** Makes the coil fainter when it stands between the camera and the target, and before open cuts. `share`: 0 aside, 1 in front. */
  fade(share: number, isCut: boolean): void;
  /** Whether a point of the coil's plane (coil frame, m) lies on a wing or the handle. */
  covers(x: number, y: number): boolean;
  /** The same of the wings without a jump at the edge: 1 well inside a wing, 0 outside. */
  coverage(x: number, y: number): number;
}

/** Makes the parts anew for a coil, and returns its discs. */
type Parts = Record<'copper' | 'casing' | 'handle' | 'outline', Mesh[]>;

export function createCoilBody(model: StageModel): CoilBody {
  const group = new Group();
  group.matrixAutoUpdate = false;
  const parts = createParts(model, group);
  let shown: CoilDescription | null = null;
  let discs: Disc[] = [];
  let span: readonly [number, number] = [0, 0];
  model.coil.casing.uniforms.besideHead.value = CASING_BESIDE;

  const rebuild = (coil: CoilDescription): void => {
    const { thickness } = coilCasing(coil);
    const paths = coilWindingPaths(coil);
    replace(parts.copper, windingGeometry(coil, paths));
    replace(parts.casing, casingGeometry(coil));
    replace(parts.handle, handleGeometry(coil, thickness));
    replace(parts.outline, outlineGeometry(coil, paths));
    discs = wingDiscs(coil);
    span = handleSpan(coil);
    discs.slice(0, MAX_WINGS).forEach((disc, n) => {
      model.uniforms.wings.value[n].set(disc.x, disc.y, disc.radius);
    });
    model.uniforms.wingCount.value = Math.min(discs.length, MAX_WINGS);
    shown = coil;
  };
  const onWing = (x: number, y: number): boolean => discs.some((disc) => (x - disc.x) ** 2 + (y - disc.y) ** 2 < disc.radius ** 2);

  return {
    group,
    place({ coil, pose }) {
      if (shown !== coil) rebuild(coil);
      poseMatrix(pose, group.matrix);
      group.matrixWorldNeedsUpdate = true;
    },
    fade(share, isCut) {
      const { copper, casing, rim } = coilOpacity(share);
      model.coil.copper.uniforms.opacity.value = isCut ? Math.min(copper, COPPER_BEFORE_CUT) : copper;
      model.coil.handle.uniforms.opacity.value = isCut ? HANDLE_BEFORE_CUT : HANDLE_BEFORE;
      model.coil.casing.uniforms.opacity.value = casing;
      model.coil.casing.uniforms.rimOpacity.value = rim;
    },
    coverage: (x, y) => discCoverage(discs, x, y),
    covers: (x, y) => onWing(x, y) || (Math.abs(x) < HANDLE.radius && y < span[0] && y > span[1] - HANDLE.radius),
  };
}

function createParts({ coil, uniforms }: StageModel, group: Group): Parts {
  const part = (material: RawShaderMaterial, order: number): Mesh => {
    const mesh = new Mesh(undefined, material);
    mesh.renderOrder = order;
    mesh.frustumCulled = false;
    group.add(mesh);
    return mesh;
  };
  const outline = part(coil.outline, ORDER.lines);
  outline.onBeforeRender = (renderer: WebGLRenderer, _scene, camera) => {
    uniforms.pixelScale.value = pixelScaleOf(renderer, camera);
  };
  // Depth first, color second: of a translucent body only the nearest skin shows.
  return {
    handle: [part(coil.handle, ORDER.coil)],
    copper: [part(coil.copperDepth, ORDER.coil + 0.1), part(coil.copper, ORDER.coil + 0.2)],
    casing: [part(coil.casingDepth, ORDER.coil + 0.3), part(coil.casing, ORDER.coil + 0.4)],
    outline: [outline],
  };
}

function replace(meshes: readonly Mesh[], geometry: BufferGeometry): void {
  meshes[0].geometry.dispose();
  for (const mesh of meshes) mesh.geometry = geometry;
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
