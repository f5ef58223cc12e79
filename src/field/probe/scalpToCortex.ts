import { distance } from '../../core/vec3';
import type { HeadModel } from '../../head/loadHead';
import { cortexQueries } from './cortexQueries';

/** From the smooth scalp to the cortex, where a target lies [m]; null when this head has no such target. */
export function scalpToCortex(head: Pick<HeadModel, 'landmarks' | 'shells' | 'cortex'>, targetId: string): number | null {
  const target = head.landmarks.targets.find(({ id }) => id === targetId);
  if (!target) return null;
  const scalp = cortexQueries(head.shells.scalp).closest(target.position).position;
  return distance(scalp, cortexQueries(head.cortex).closest(scalp).position);
}
