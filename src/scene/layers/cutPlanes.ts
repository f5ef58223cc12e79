import { BufferAttribute, BufferGeometry, type Camera, DoubleSide, Group, Mesh, type RawShaderMaterial, type Vector3 } from 'three';
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
  paint(palette: Palette): void;
  /** Turns the open corner to the camera; called before every frame, allocates nothing. */
  face(camera: Camera): void;
}

interface CutPlane {
  readonly mesh: Mesh<BufferGeometry, RawShaderMaterial>;
  /** Made when the plane is first shown. */
  mask: TissueMask | null;
  drawnAt: number;
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
    return { mesh, mask: null, drawnAt: Number.NaN };
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

function unitSquare(): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from([0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0]), 3));
  geometry.setIndex([0, 1, 2, 2, 1, 3]);
  return geometry;
}
