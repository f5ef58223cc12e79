import type { Session } from '../../../state/session';
import { freshHunt, type ThresholdMemory } from '../../../state/thresholdMemory';
import { useSession } from '../../appContext';

/** Something of the hunt for a threshold; the component renders again only when that changes. */
export const useThreshold = <T>(select: (memory: ThresholdMemory) => T): T => useSession(({ threshold }) => select(threshold)).value;

/** Changes some of it. */
export const changeHunt = (session: Session, part: Partial<ThresholdMemory>): void =>
  session.setState(({ threshold }) => ({ threshold: { ...threshold, ...part } }));

export function newSubject(session: Session, seed: number): void {
  changeHunt(session, freshHunt(seed));
}

/** One pulse at an output (fraction of the maximum); `coupling` as of the game. */
export function stimulate(session: Session, output: number, coupling: number): void {
  const { game } = session.getState().threshold;
  game.stimulate(output, coupling);
  changeHunt(session, { trials: game.trials.length });
}

/** Ends the hunt: the output is named as the threshold, which %rMT refers to from now on; it holds for the place where the coil stood. */
export function nameThreshold(session: Session, output: number, coupling: number): void {
  const { game } = session.getState().threshold;
  changeHunt(session, {
    answer: { estimate: output, truth: game.subject.restingThreshold / coupling },
    motorThreshold: { value: output, found: true },
  });
}
