import { cross, dot, reject, rotateAbout, type Vec3 } from '../core/vec3';
import { wrapAngle } from '../core/wrapAngle';
import { cortexVectorAt } from '../field/grid/cortexField';
import { bestHandle } from '../field/search/bestHandle';
import { isCurrent } from '../field/simulation/isCurrent';
import type { SceneSource } from '../field/simulation/sceneSource';
import { towardBack } from '../placement/towardBack';
import type { AnswerValue, ValueOf } from './answer';
import { type Judgment, judge, type Truth } from './judge';
import { QUANTITIES } from './quantities';
import type { Task, TaskKind, TaskOf } from './taskSchema';

const DEGREES = 180 / Math.PI;

/** Unit vector [head frame] of an angle [degrees] in the convention of the handle, in the plane tangent to an outward normal. */
export const directionOfAngle = (angle: number, normal: Vec3): Vec3 => rotateAbout(towardBack(normal), normal, -angle / DEGREES);

/** The angle [degrees] of a vector's part in that plane. */
export function angleOfDirection(vector: Vec3, normal: Vec3): number {
  const [back, flat] = [towardBack(normal), reject(vector, normal)];
  return -Math.atan2(dot(cross(back, flat), normal), dot(back, flat)) * DEGREES;
}

/** Whether the field that is there answers the scene as it is. */
export const isReady = ({ snapshot, store }: SceneSource): boolean => isCurrent(snapshot(), store.getState());

async function trueDirection({ target }: TaskOf<'direction'>, scene: SceneSource): Promise<number | null> {
  const { field, grid, place, under } = scene.snapshot();
  if (!field || !grid) return null;
  if (target === 'current') return angleOfDirection(cortexVectorAt(scene.head.cortex, grid, field, under.cortex), place.normal);
  const { handleAngle } = scene.store.getState();
  const vectors = await scene.fieldAtTurns();
  return vectors && wrapAngle(handleAngle + bestHandle(vectors).turn) * DEGREES;
}

/** What the model says to a task in the present scene; null where the file holds the answer, undefined where the model cannot tell now. */
export async function truthOf(task: Task, scene: SceneSource): Promise<Truth[TaskKind] | undefined> {
  switch (task.kind) {
    case 'pin':
      return scene.snapshot().field?.summary.maximumPoint;
    case 'direction':
      return (await trueDirection(task, scene)) ?? undefined;
    case 'estimate':
      return (typeof task.answer === 'number' ? task.answer : QUANTITIES[task.answer].read(scene)) ?? undefined;
    default:
      return null;
  }
}

/** The numbers that a task of goals is judged by, in the units of the goals; the pulses come last where they are counted. */
export const goalValues = ({ goals, pulses }: TaskOf<'reach'>, scene: SceneSource): ValueOf<'reach'> => [
  ...goals.map(({ quantity }) => QUANTITIES[quantity].read(scene)),
  ...(pulses === undefined ? [] : [QUANTITIES.thresholdPulses.read(scene)]),
];

/** Judges a value of the task's own kind. */
export const judgeAnswer = (task: Task, value: AnswerValue, truth: Truth[TaskKind]): Judgment =>
  judge(task as never, value as never, truth as never);
