import { useEffect, useRef, useState } from 'react';
import { pulseOfChoices } from '../../field/pulse/pulseOfChoices';
import { useApp } from '../appContext';
import { useMedia } from '../controls/useMedia';

/** One pulse takes this long on the screen, in milliseconds. */
const SHOWN_DURATION = 5000;

/** Plays the pulse once in slow motion: arrows and field lines follow. Not offered where reduced motion is asked for. */
export function PlayPulse() {
  const { simulation, view } = useApp();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const [playing, setPlaying] = useState(false);
  const frame = useRef(0);

  useEffect(() => {
    if (!playing || still) return;
    const start = performance.now();
    const step = (): void => {
      const share = (performance.now() - start) / SHOWN_DURATION;
      if (share >= 1) {
        setPlaying(false);
        return;
      }
      view.setState({ pulseTime: share * pulseOfChoices(simulation.store.getState()).duration });
      frame.current = requestAnimationFrame(step);
    };
    frame.current = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(frame.current);
      view.setState({ pulseTime: null });
    };
  }, [playing, still, simulation, view]);

  if (still) return null;
  return (
    <button type="button" className="text-button" onClick={() => setPlaying(!playing)}>
      {playing ? 'Stop the pulse' : 'Play one pulse slowly'}
    </button>
  );
}
