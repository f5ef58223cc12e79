import { type Camera, Group } from 'three';
import type { Coloring } from '../../field/color/coloring';
import { sourceAmplitude } from '../../field/measures/readouts';
import { pulsePhase } from '../../field/pulse/pulsePhase';
import { rungOf } from '../../field/simulation/modelLadder';
import type { SimulationSnapshot } from '../../field/simulation/sceneSnapshot';
import type { HeadModel } from '../../head/loadHead';
import type { Choices } from '../../state/choices';
import { createElectrodeMarks } from '../bodies/electrodeMarks';
import { createFluxLineBody } from '../bodies/fluxLineBody';
import { PALETTES } from '../painting/palette';
import type { StageModel } from '../stageModel';
import { createCutPlanes } from './cutPlanes';
import { createFieldArrows } from './fieldArrows';

/** What can be laid over the head and its field, one switch each. */
export interface Layers {
  readonly group: Group;
  /** Follows scene, choices, field and the moment of the pulse that is looked at [s], if one is. */
  update(snapshot: SimulationSnapshot, choices: Choices, coloring: Coloring, pulseTime: number | null): void;
  /** Whether places of the scalp that are shown have their names. */
  name(shown: boolean): void;
  /** Called before every frame. */
  face(camera: Camera): void;
}

export function createLayers(head: HeadModel, model: StageModel): Layers {
  const cuts = createCutPlanes(head, model);
  const electrodes = createElectrodeMarks(head.landmarks.electrodes);
  const arrows = createFieldArrows(head.cortex, model.uniforms, model.frame);
  const fluxLines = createFluxLineBody(model.uniforms, model.frame);
  const group = new Group();
  group.add(cuts.group, electrodes.mesh, arrows.mesh, fluxLines.group);
  let painted: string | null = null;
  return {
    group,
    name(shown) {
      electrodes.mesh.material.visible = shown;
    },
    update(snapshot, choices, coloring, pulseTime) {
      const palette = PALETTES[choices.theme];
      if (painted !== choices.theme) for (const layer of [cuts, arrows, fluxLines]) layer.paint(palette);
      painted = choices.theme;
      cuts.update(choices, coloring.component);
      electrodes.mesh.visible = choices.showElectrodes;
      if (choices.showElectrodes) electrodes.paint(palette, choices.theme);
      const { field, grid } = snapshot;
      // A difference is that of two grids.
      cuts.follow(snapshot, coloring.subtracted ? 0 : sourceAmplitude(coloring.model, choices));
      arrows.mesh.visible = choices.showArrows && field !== null && grid !== null;
      if (choices.showArrows && field && grid) arrows.follow(field, grid);
      arrows.stress(pulseTime !== null);
      fluxLines.group.visible = choices.showFluxLines;
      if (choices.showFluxLines) fluxLines.follow(snapshot);
      const { rateShare, currentShare } = pulsePhase(choices, pulseTime);
      // A magnetic field follows the current, an electric one its rate.
      model.uniforms.rateShare.value = rungOf(coloring.model).follows === 'current' ? currentShare : rateShare;
      model.uniforms.currentShare.value = currentShare;
      fluxLines.dim(currentShare);
    },
    face: (camera) => cuts.face(camera),
  };
}
