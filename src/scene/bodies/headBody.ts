import { Group, Mesh } from 'three';
import type { HeadModel } from '../../head/loadHead';
import { pixelScaleOf } from '../painting/pixelScale';
import { LAYER } from '../painting/stagePainter';
import type { StageModel } from '../stageModel';
import { surfaceGeometry } from './surfaceGeometry';

/** The head as drawn: cortex with its field, cerebellum and brain stem as context, the glassy scalp over them. */
export interface HeadBody {
  readonly group: Group;
  readonly scalp: Mesh;
}

export function createHeadBody(head: HeadModel, model: StageModel): HeadBody {
  const geometry = surfaceGeometry(head.cortex, '_OCCLUSION');
  geometry.setAttribute('vertexField', model.vertexFields.own);
  geometry.setAttribute('otherVertexField', model.vertexFields.other);
  const cortex = new Mesh(geometry, model.cortex);
  const context = new Mesh(surfaceGeometry(head.context, '_OCCLUSION'), model.context);
  const scalp = new Mesh(surfaceGeometry(head.scalp), model.scalp);
  cortex.onBeforeRender = (renderer, _scene, camera) => {
    model.uniforms.pixelScale.value = pixelScaleOf(renderer, camera);
  };
  for (const body of [cortex, context]) body.layers.set(LAYER.brain);
  scalp.layers.set(LAYER.scalp);
  const group = new Group();
  group.add(cortex, context, scalp);
  return { group, scalp };
}
