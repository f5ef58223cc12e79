import {
  BufferAttribute,
  BufferGeometry,
  type Camera,
  DataTexture,
  DoubleSide,
  Group,
  HalfFloatType,
  Mesh,
  type RawShaderMaterial,
  RGBAFormat,
  type Vector3,
} from 'three';
import { type TissuePlane, tissuePlane } from '../../field/grid/tissueField';
import type { FieldResult } from '../../field/simulation/fieldMessages';
import type { SimulationSnapshot } from '../../field/simulation/sceneSnapshot';
import type { HeadModel } from '../../head/loadHead';
import type { Choices, FieldComponent } from '../../state/choices';
import { CUT_PLANES } from '../../state/cutPlanes';
import { createTissueMask, type TissueMask, WINDOW_SIZE, windowOrigin } from '../bodies/tissueMask';
import { createCutMaterial } from '../painting/materials';
import type { Palette } from '../painting/palette';
import { pixelScaleOf } from '../painting/pixelScale';
import { LAYER } from '../painting/stagePainter';
import type { StageModel } from '../stageModel';
import type { CutAxis } from './cutLoops';

/** Light on the three planes. */
const LIGHT = [0.86, 1, 1.1];

const AXES: readonly CutAxis[] = [0, 1, 2];

/** Planes that cut a corner out of the head, toward the camera, and carry the field over the anatomy that the surfaces give. */
export interface CutPlanes {
  readonly group: Group;
  /** `component`: what is colored; on a plane through the brain only the magnitude has a meaning. */
  update(choices: Choices, component: FieldComponent): void;
  /** Draws the field of a scene's blocks of tissue, where it has them and nothing is subtracted; else the planes sample the grid. `amplitude`: of the source. */
  follow(snapshot: Pick<SimulationSnapshot, 'field' | 'grid' | 'blocks'>, amplitude: number): void;
  paint(palette: Palette): void;
  /** Turns the open corner to the camera; called before every frame, allocates nothing. */
  face(camera: Camera): void;
}

interface CutPlane {
  readonly mesh: Mesh<BufferGeometry, RawShaderMaterial>;
  /** Made when the plane is first shown. */
  mask: TissueMask | null;
  drawnAt: number;
  /** The blocks' field that is in the texture, and what it was made from. */
  tissue: TissuePlane | null;
  tissueOf: FieldResult | null;
  tissueAt: number;
}

export function createCutPlanes(head: HeadModel, model: StageModel): CutPlanes {
  const group = new Group();
  const square = unitSquare();
  const planes = AXES.map((axis): CutPlane => {
    const material = createCutMaterial(model.uniforms, model.frame, axis, windowOrigin(axis), WINDOW_SIZE);
    material.side = DoubleSide;
    const mesh = new Mesh(square, material);
    mesh.frustumCulled = false;
    mesh.visible = false;
    // Before the cortex: what lies behind a plane is then not drawn, and needs no blending.
    mesh.renderOrder = -1;
    mesh.layers.set(LAYER.brain);
    material.uniforms.light.value = LIGHT[axis];
    mesh.onBeforeRender = (renderer, _scene, camera) => {
      model.uniforms.pixelScale.value = pixelScaleOf(renderer, camera);
    };
    group.add(mesh);
    return { mesh, mask: null, drawnAt: Number.NaN, tissue: null, tissueOf: null, tissueAt: Number.NaN };
  });
  const place = (axis: CutAxis, at: number): void => {
    const plane = planes[axis];
    if (plane.drawnAt === at) return;
    plane.mask ??= createTissueMask(head, axis);
    plane.mask.draw(at);
    plane.drawnAt = at;
    plane.mesh.material.uniforms.shellMask.value = plane.mask.shells;
    plane.mesh.material.uniforms.brainMask.value = plane.mask.brains;
  };
  return {
    group,
    update(choices, component) {
      const { cutPosition, cutSide } = model.uniforms;
      for (const axis of AXES) {
        const { shown, place: key } = CUT_PLANES[axis];
        planes[axis].mesh.visible = choices[shown];
        planes[axis].mesh.material.uniforms.showField.value = component === 'magnitude' ? 1 : 0;
        cutPosition.value.setComponent(axis, choices[key]);
        // The side is settled before the frame; here only whether there is one.
        if (!choices[shown]) cutSide.value.setComponent(axis, 0);
        else {
          if (cutSide.value.getComponent(axis) === 0) cutSide.value.setComponent(axis, 1);
          place(axis, choices[key]);
        }
      }
    },
    follow({ field, grid, blocks }, amplitude) {
      const follows = field?.model === 'folded' && blocks && grid && amplitude > 0;
      for (const axis of AXES) {
        const plane = planes[axis];
        const { uniforms } = plane.mesh.material;
        if (!follows || !plane.mesh.visible) {
          uniforms.planeScale.value = 0;
          continue;
        }
        const at = model.uniforms.cutPosition.value.getComponent(axis);
        if (plane.tissueOf !== field || plane.tissueAt !== at) {
          plane.tissue = tissuePlane(blocks, grid, field.values, axis, at);
          plane.tissueOf = field;
          plane.tissueAt = at;
          writeTissue(uniforms, plane.tissue);
        }
        uniforms.planeScale.value = plane.tissue ? plane.tissue.maximum * amplitude : 0;
      }
    },
    paint({ cut }) {
      for (const { mesh } of planes) {
        const set = (name: string, color: readonly [number, number, number]): Vector3 => mesh.material.uniforms[name].value.set(...color);
        set('brainColor', cut.brain);
        set('fluidColor', cut.fluid);
        set('skullColor', cut.skull);
        set('scalpColor', cut.scalp);
        set('lineColor', cut.line);
      }
    },
    face({ position }) {
      const { cutPosition, cutSide } = model.uniforms;
      for (const axis of AXES) {
        if (!planes[axis].mesh.visible) continue;
        cutSide.value.setComponent(axis, position.getComponent(axis) < cutPosition.value.getComponent(axis) ? -1 : 1);
      }
    },
  };
}

/** Puts the field of a plane's blocks where its material samples it. */
function writeTissue(uniforms: RawShaderMaterial['uniforms'], { size, origin, spacing, texels }: TissuePlane): void {
  const [nu, nv] = size;
  uniforms.planeField.value?.dispose();
  const texture = new DataTexture(texels, nu, nv, RGBAFormat, HalfFloatType);
  texture.needsUpdate = true;
  uniforms.planeField.value = texture;
  uniforms.planeOrigin.value.set(...origin);
  uniforms.planeSize.value.set(spacing * nu, spacing * nv);
}

function unitSquare(): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from([0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0]), 3));
  geometry.setIndex([0, 1, 2, 2, 1, 3]);
  return geometry;
}
