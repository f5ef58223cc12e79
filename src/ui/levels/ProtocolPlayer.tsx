import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '../../core/format';
import { type CourseClock, pulsesBetween } from '../../dose/courseClock';
import { CheckControl } from '../CheckControl';
import { type ClickRun, LONGEST_RUN, startRun } from './clickPlayer';

/** Runs through the course in real time from where the timeline begins; clicks are quiet and off until asked for. */
export function ProtocolPlayer({ course, from }: { readonly course: CourseClock; readonly from: number }) {
  const [sound, setSound] = useState(false);
  const [run, setRun] = useState<{ readonly from: number; readonly elapsed: number } | null>(null);
  const current = useRef<ClickRun | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another course ends the run.
  useEffect(() => () => current.current?.stop(), [course]);
  const toggle = (): void => {
    if (current.current) {
      current.current.stop();
      return;
    }
    setRun({ from, elapsed: 0 });
    const tick = (elapsed: number): void => setRun({ from, elapsed });
    const end = (): void => {
      current.current = null;
      setRun(null);
    };
    current.current = startRun(course, from, sound, tick, end);
  };
  const pulses = run ? pulsesBetween(course, run.from, run.from + run.elapsed).count : 0;
  return (
    <div className="level-row">
      <button type="button" className="text-button" onClick={toggle}>
        {run ? 'Stop' : `Play ${LONGEST_RUN} s in real time`}
      </button>
      <CheckControl label="Quiet clicks" checked={sound} onChange={setSound} />
      <span className="timeline-words">{run ? `${formatNumber(run.elapsed, 1)}\u202fs · ${pulses} pulses` : ''}</span>
    </div>
  );
}
