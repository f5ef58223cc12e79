import { THEME_STYLES } from '../core/themeStyles';
import { add, scale, type Vec3 } from '../core/vec3';
import type { SceneSource } from '../field/simulation/sceneSource';
import type { ScalpDot } from '../state/viewStore';
import type { AnswerValue } from './answer';
import { isAxial, type Truth } from './judge';
import type { Task, TaskKind } from './taskSchema';
import { directionOfAngle } from './truth';

const colorsOf = ({ store }: SceneSource) => THEME_STYLES[store.getState().theme].stage;
const RADIUS = { mark: 0.0055, dot: 0.0018 };
/** A direction is drawn by dots this far from the coil's center [m], over the scalp. */
const DOTS = [0.012, 0.02, 0.028, 0.036, 0.044, 0.052, 0.06];
const LIFT = 0.004;

function line(scene: SceneSource, angle: number, color: string, axial: boolean, mark: string): ScalpDot[] {
  const { position, normal } = scene.snapshot().place;
  const way = directionOfAngle(angle, normal);
  const along = (distance: number): Vec3 => add(add(position, scale(normal, LIFT)), scale(way, distance));
  const dots: ScalpDot[] = DOTS.flatMap((distance) => (axial ? [distance, -distance] : [distance])).map((distance) => ({
    position: along(distance),
    color,
    radius: RADIUS.dot,
  }));
  return [...dots, { position: along(0.068), color, radius: RADIUS.mark, mark }];
}

/** What is laid on the head for a task: the learner's answer, and the true one once it is told. A pin itself is the pinned probe until then. */
export function dotsOf(task: Task, value: AnswerValue | null, truth: Truth[TaskKind] | undefined, scene: SceneSource): readonly ScalpDot[] {
  const colors = colorsOf(scene);
  if (task.kind === 'pin') {
    if (truth == null) return [];
    const dots: ScalpDot[] = [{ position: truth as Vec3, color: colors.truth, radius: RADIUS.mark, mark: 'max' }];
    if (value) dots.push({ position: value as Vec3, color: colors.drawn, radius: RADIUS.mark, mark: 'you' });
    return dots;
  }
  if (task.kind !== 'direction') return [];
  const axial = isAxial(task);
  return [
    ...(truth == null ? [] : line(scene, truth as number, colors.truth, axial, 'best')),
    ...(value === null ? [] : line(scene, value as number, colors.drawn, axial, 'you')),
  ];
}
