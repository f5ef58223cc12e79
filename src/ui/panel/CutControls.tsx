import type { Vec3 } from '../../core/vec3';
import { CUT_PLANES } from '../../state/cutPlanes';
import { choose } from '../../state/store';
import { useApp, useChoice } from '../appContext';
import { SliderControl } from '../bound/SliderControl';
import { CheckControl } from '../controls/CheckControl';

/** Planes that cut the head open; a plane that is switched on begins at the target. */
export function CutControls() {
  const { simulation } = useApp();
  const { store } = simulation;
  const on = [
    useChoice((choices) => choices.cutSagittal),
    useChoice((choices) => choices.cutCoronal),
    useChoice((choices) => choices.cutAxial),
  ];
  const cutThrough = ([cutX, cutY, cutZ]: Vec3): void => choose(store, { cutX, cutY, cutZ });
  const toggle = (axis: number, next: boolean): void => {
    const { shown, place } = CUT_PLANES[axis];
    choose(store, { [shown]: next, ...(next ? { [place]: simulation.snapshot().target.cortex[axis] } : {}) });
  };
  return (
    <fieldset className="control cuts">
      <legend>Cut planes</legend>
      <div className="checks">
        {CUT_PLANES.map(({ shown, label }, axis) => (
          <CheckControl key={shown} label={label} checked={on[axis]} onChange={(next) => toggle(axis, next)} />
        ))}
      </div>
      {CUT_PLANES.map(({ place, label }, axis) => on[axis] && <SliderControl key={place} parameter={place} label={`${label} plane`} />)}
      {on.includes(true) && (
        <>
          <button type="button" className="text-button" onClick={() => cutThrough(simulation.snapshot().target.cortex)}>
            Through the target
          </button>
          <p className="see-note">
            Anatomy is drawn from the surfaces of the head model; no scan is shown. Colors are |E| inside the brain.
          </p>
        </>
      )}
    </fieldset>
  );
}
