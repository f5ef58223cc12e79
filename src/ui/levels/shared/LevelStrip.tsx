import type { LevelId } from '../../../state/viewStore';
import { SliderControl } from '../../bound/SliderControl';
import { TargetSelect } from '../../panel/PositionGroup';
import { Strength } from '../../panel/PulseGroup';

/** The few controls of the column that act on a screen beside the stage; the others wait on the stage. */
export function LevelStrip({ level }: { readonly level: LevelId }) {
  return (
    <section className="level-strip" data-level={level} aria-label="Controls that act here">
      {level === 'pulse' ? (
        <Strength />
      ) : (
        <>
          <TargetSelect />
          <SliderControl parameter="handleAngle" />
          <SliderControl parameter="coilDistance" label="Gap to scalp" />
        </>
      )}
    </section>
  );
}
