import { lazy, Suspense } from 'react';
import { useView } from './appContext';

/** Loaded when first asked for: the first view carries none of it. */
const LevelsFrame = lazy(async () => ({ default: (await import('./levels/LevelsFrame')).LevelsFrame }));

export function LevelsDoor() {
  const level = useView((state) => state.level);
  return (
    level && (
      <Suspense fallback={null}>
        <LevelsFrame level={level} />
      </Suspense>
    )
  );
}
