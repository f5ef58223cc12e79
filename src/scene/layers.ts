import { type Camera, Group } from 'three';
import type { Simulation } from '../field/simulation';
import type { Choices } from '../state/choices';
import { createCutPlanes } from './cutPlanes';
import { createElectrodeMarks } from './electrodeMarks';
import { PALETTES } from './palette';
import type { StageModel } from './stageModel';

/** What can be laid over the head and its field, one switch each. */
export interface Layers {
  readonly group: Group;
  /** Follows choices and field. */
  update(choices: Choices): void;
  /** Called before every frame. */
  face(camera: Camera): void;
}

export function createLayers(simulation: Simulation, model: StageModel): Layers {
  const cuts = createCutPlanes(simulation.head, model);
  const electrodes = createElectrodeMarks(simulation.head.landmarks.electrodes);
  const group = new Group();
  group.add(cuts.group, electrodes.mesh);
  let painted: string | null = null;
  return {
    group,
    update(choices) {
      if (painted !== choices.theme) cuts.paint(PALETTES[choices.theme]);
      if (choices.showElectrodes) electrodes.paint(PALETTES[choices.theme], choices.theme);
      painted = choices.theme;
      cuts.update(choices);
      electrodes.mesh.visible = choices.showElectrodes;
    },
    face: (camera) => cuts.face(camera),
  };
}
