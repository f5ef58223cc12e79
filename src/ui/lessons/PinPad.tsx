import { type KeyboardEvent, useMemo } from 'react';
import { createProbeHand } from '../../field/probe/probeHand';
import type { ProbeDirection } from '../../field/probe/probeStep';
import { useApp, useView } from '../appContext';

/** Steps of the probe for one press; with Shift one fine step. */
const STEPS = 3;

const WAYS: readonly (readonly [direction: ProbeDirection, key: string, sign: string, words: string])[] = [
  ['left', 'ArrowLeft', '←', 'Pin to the left of the head'],
  ['forward', 'ArrowUp', '↑', 'Pin to the front'],
  ['back', 'ArrowDown', '↓', 'Pin to the back'],
  ['right', 'ArrowRight', '→', 'Pin to the right of the head'],
];

/** Moves the pin over the cortex without a pointer; it begins below the coil. */
export function PinPad() {
  const { simulation, view } = useApp();
  const pinned = useView((state) => state.probePinned);
  const hand = useMemo(() => createProbeHand(simulation, view), [simulation, view]);
  const begin = (): void => view.setState({ probe: simulation.snapshot().under.cortex, probePinned: true });
  const move = (direction: ProbeDirection, fine: boolean): void => {
    if (!view.getState().probePinned) begin();
    else for (let n = 0; n < (fine ? 1 : STEPS); n++) hand.step(direction, fine);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const way = WAYS.find(([, key]) => key === event.key);
    if (!way) return;
    event.preventDefault();
    move(way[0], event.shiftKey);
  };
  return (
    <fieldset className="pin-pad" aria-label="The pin: arrow keys move it, with Shift finely" onKeyDown={onKeyDown}>
      {!pinned && (
        <button type="button" className="text-button" onClick={begin}>
          Pin below the coil
        </button>
      )}
      {pinned &&
        WAYS.map(([direction, , sign, words]) => (
          <button
            key={direction}
            type="button"
            className="icon-button"
            aria-label={words}
            title={words}
            onClick={({ shiftKey }) => move(direction, shiftKey)}
          >
            <span aria-hidden="true">{sign}</span>
          </button>
        ))}
    </fieldset>
  );
}
