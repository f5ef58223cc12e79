import { FIRST_SCENE, type Scene, type SceneView } from '../share/scene/scene';
import type { LevelMemory } from '../state/levelMemory';
import type { Lesson, StepScene } from './lessonSchema';

/** Choices of the learner's own that no lesson changes. */
const OWN = ['theme', 'colorMap'] as const;

/** The scene of a step: the first scene of all with what the steps up to this one change. `present`: whose theme and colors stay. */
export function sceneOfStep(lesson: Lesson, index: number, present: Scene): Scene {
  const own = Object.fromEntries(OWN.map((key) => [key, present.choices[key]]));
  return lesson.steps
    .slice(0, index + 1)
    .map(({ scene }) => scene ?? {})
    .reduce(withChanges, { ...FIRST_SCENE, choices: { ...FIRST_SCENE.choices, ...own }, view: { ...FIRST_SCENE.view } });
}

function withChanges(scene: Scene, { choices, look, ...view }: StepScene): Scene {
  return {
    ...scene,
    choices: { ...scene.choices, ...choices },
    // Checked by the rules of scenes, whose types say less.
    view: { ...scene.view, ...(view as Partial<SceneView>) },
    levels: { ...scene.levels, ...(look as Partial<LevelMemory>) },
  };
}
