import { useApp, useView } from './appContext';
import { lazyPart } from './controls/lazyPart';
import { Region } from './controls/Region';

/** Loaded when first asked for, or at rest: the first view carries none of it. */
const LevelsFrame = lazyPart(
  () => import('./levels/LevelsFrame'),
  (module) => module.LevelsFrame,
  null,
);

/** Brings the levels one after the other, before anybody asks for them. */
export async function prefetchLevels(): Promise<void> {
  const { prefetchScreens } = await LevelsFrame.prefetch();
  await prefetchScreens();
}

export function LevelsDoor() {
  const { view } = useApp();
  const level = useView((state) => state.level);
  const leave = { label: 'Back to the stage', run: () => view.setState({ level: null }) };
  return (
    level && (
      <Region name="This screen" className="levels-fault" leave={leave}>
        <LevelsFrame level={level} />
      </Region>
    )
  );
}
