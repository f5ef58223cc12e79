import type { ComparisonView } from '../../field/simulation/sceneSource';
import { useShownView } from '../shown/useComparison';

const TAGS: Record<ComparisonView, readonly (readonly [letter: string, words: string])[]> = {
  b: [],
  a: [['A', 'kept']],
  both: [
    ['A', 'kept'],
    ['B', 'now'],
  ],
  difference: [['B − A', 'difference of |E|']],
};

/** Which of the two scenes is seen, over the stage; nothing while only the present one is. */
export function SceneTags() {
  const shown = useShownView();
  if (TAGS[shown].length === 0) return null;
  return (
    <div className="scene-tags" data-shown={shown}>
      {TAGS[shown].map(([letter, words]) => (
        <span key={letter}>
          <b>{letter}</b> {words}
        </span>
      ))}
    </div>
  );
}
