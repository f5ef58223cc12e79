import type { LevelMemory } from '../../../state/levelMemory';
import type { Session } from '../../../state/session';
import { useSession } from '../../appContext';

/** One entry of what is looked at in the levels, and how to change it. */
export function useLevelMemory<K extends keyof LevelMemory>(key: K): [LevelMemory[K], (value: LevelMemory[K]) => void] {
  const { session, value } = useSession((state) => state.levels[key]);
  return [value, (next) => setLevelMemory(session, { [key]: next } as Pick<LevelMemory, K>)];
}

/** Sets several entries at once, from outside the levels that read them. */
export const setLevelMemory = (session: Session, change: Partial<LevelMemory>): void =>
  session.setState(({ levels }) => ({ levels: { ...levels, ...change } }));
