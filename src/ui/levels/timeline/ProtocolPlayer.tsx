import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '../../../core/format';
import { type CourseClock, pulsesBetween } from '../../../dose/protocol/courseClock';
import { CheckControl } from '../../controls/CheckControl';
import { type ClickRun, LONGEST_RUN, startRun } from '../shared/clickPlayer';
import { type Fact, FactButton } from '../shared/FactButton';
import type { TimelineMotion } from './timelineMotion';

const RUN_FACT: Fact = {
  title: 'Run in real time',
  what: 'Time since the button was pressed, and the pulses of the course that lie in that stretch from where the timeline begins. All clicks are the same short tone, far quieter than a coil: they say when, not how loud.',
  formula: 'pulses = number of onsets from the start to now',
  sources: ['arithmetic'],
  verification: 'computed',
};

/** Runs through the course in real time from where the timeline begins; clicks are quiet and off until asked for. */
export function ProtocolPlayer({ course, motion }: { readonly course: CourseClock; readonly motion: TimelineMotion }) {
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
    const { from } = motion.window;
    const show = (elapsed: number): void => {
      setRun({ from, elapsed });
      motion.setPlayhead(from + elapsed);
    };
    const end = (): void => {
      current.current = null;
      setRun(null);
      motion.setPlayhead(null);
    };
    show(0);
    current.current = startRun(course, from, sound, show, end);
  };
  const pulses = run ? pulsesBetween(course, run.from, run.from + run.elapsed).count : 0;
  return (
    <div className="level-row">
      <button type="button" className="text-button" onClick={toggle}>
        {run ? 'Stop' : `Play ${LONGEST_RUN} s in real time`}
      </button>
      <CheckControl label="Quiet clicks" checked={sound} onChange={setSound} />
      {run && (
        <p className="timeline-words">
          <FactButton
            fact={RUN_FACT}
          >{`${formatNumber(run.elapsed, 1)}\u202fs · ${pulses} ${pulses === 1 ? 'pulse' : 'pulses'}`}</FactButton>
        </p>
      )}
    </div>
  );
}
