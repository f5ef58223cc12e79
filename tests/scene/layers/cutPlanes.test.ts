import type { Mesh, RawShaderMaterial } from 'three';
import { describe, expect, it } from 'vitest';
import { coloringOf } from '../../../src/field/color/coloring';
import { keepScene } from '../../../src/field/simulation/comparison';
import type { HeadModel } from '../../../src/head/loadHead';
import { type CutPlanes, createCutPlanes } from '../../../src/scene/layers/cutPlanes';
import { createStageModel } from '../../../src/scene/stageModel';
import { FIELD_COMPONENTS, INITIAL_CHOICES } from '../../../src/state/choices';
import { fakeScene } from '../../field/fakeScene';

const colored = ({ group }: CutPlanes): number[] =>
  group.children.map((plane) => (plane as Mesh<never, RawShaderMaterial>).material.uniforms.showField.value);

describe('A cut through the head', () => {
  it('carries the field where the magnitude is colored, and not the parts that exist on the cortex only', () => {
    const cuts = createCutPlanes({} as HeadModel, createStageModel(4));
    const shown = FIELD_COMPONENTS.map((component) => {
      cuts.update(INITIAL_CHOICES, component);
      return colored(cuts);
    });
    expect(shown).toEqual([
      [1, 1, 1],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('is colored in a difference of magnitudes though another component is chosen', () => {
    const { source, comparison } = fakeScene({ fieldModel: 'sphere', fieldComponent: 'normal' });
    keepScene(source);
    comparison.setState({ shown: 'difference' });
    const cuts = createCutPlanes({} as HeadModel, createStageModel(4));
    const choices = source.store.getState();
    cuts.update(choices, coloringOf(source.snapshot(), choices, comparison.getState()).component);
    expect(colored(cuts)).toEqual([1, 1, 1]);
  });
});
