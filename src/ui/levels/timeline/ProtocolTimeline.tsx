import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { formatNumber } from '../../../core/format';
import { pulsesBetween } from '../../../dose/protocol/courseClock';
import type { ProtocolOutcome } from '../../../dose/protocol/protocolOutcome';
import { Icon } from '../../controls/Icon';
import { type Fact, FactButton } from '../shared/FactButton';
import { thousands } from '../shared/thousands';
import { formatDuration, type TimeSectionId } from '../shared/timeSections';
import { useTimeWindow } from '../shared/timeWindow';
import { useProtocolChoice, useProtocolOutcome } from '../shared/useProtocolChoice';
import { ProtocolCanvas } from './ProtocolCanvas';
import { ProtocolPlayer } from './ProtocolPlayer';
import { TimelineMotion } from './timelineMotion';
import { courseLength, courseMoment, sectionWindow, type TimelineWindow } from './timelineWindow';

const ZOOM = 2;
const STEP = 0.25;
const SHORTCUTS: readonly { readonly id: TimeSectionId; readonly label: string }[] = [
  { id: 'pulse', label: 'Pulse' },
  { id: 'burst', label: 'Burst' },
  { id: 'train', label: 'Train' },
  { id: 'session', label: 'Session' },
  { id: 'day', label: 'Day' },
  { id: 'course', label: 'All' },
];

const TIMELINE_FACT: Fact = {
  title: 'The pulses of the course',
  what: 'Every pulse has its own time, summed in whole nanoseconds from the intervals of the editor; none is estimated. The strip above shows all days of the course, and below it each level of the nesting has a row; a level that is too fine for the window is drawn pale, as the level above it. A bar of a pulse is as long as the chosen pulse.',
  formula: 'time of a pulse = session start + train × train interval + burst × burst interval + pulse × pulse interval',
  sources: ['arithmetic'],
  verification: 'computed',
};

/** All pulses of the course on one line that zooms from weeks to microseconds. */
export function ProtocolTimeline() {
  const outcome = useProtocolOutcome();
  const { presetId } = useProtocolChoice();
  const { asked } = useTimeWindow();
  const [motion] = useState(() => new TimelineMotion(sectionWindow(asked.section ?? 'session', outcome), courseLength(outcome)));
  useEffect(() => motion.setLength(courseLength(outcome)), [motion, outcome]);
  const latest = useRef(outcome);
  latest.current = outcome;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another preset, or a section asked for anew, sets the window.
  useEffect(() => motion.set(sectionWindow(asked.section ?? 'session', latest.current)), [motion, asked, presetId]);
  useShownStretch(motion);
  return (
    <section className="level-block">
      <div className="level-row timeline-head">
        <h3>Every pulse of the course</h3>
        <fieldset className="timeline-tools" aria-label="Timeline">
          {SHORTCUTS.map(({ id, label }) => (
            <button key={id} type="button" onClick={() => motion.glide(sectionWindow(id, outcome))}>
              {label}
            </button>
          ))}
          <span className="timeline-zoom">
            <button type="button" className="icon-button" aria-label="Zoom out" onClick={() => motion.zoom(1 / ZOOM)}>
              <Icon name="minus" />
            </button>
            <button type="button" className="icon-button" aria-label="Zoom in" onClick={() => motion.zoom(ZOOM)}>
              <Icon name="plus" />
            </button>
          </span>
        </fieldset>
      </div>
      <figure className="timeline-figure">
        <div
          className="timeline-view"
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture takes the keys that zoom and pan.
          tabIndex={0}
          aria-label="Timeline. Plus and minus zoom, left and right move, zero shows the whole course."
          aria-describedby="timeline-spoken"
          onKeyDown={(event) => onKey(event, motion, courseLength(outcome))}
        >
          <ProtocolCanvas outcome={outcome} motion={motion} />
        </div>
        <TimelineWords outcome={outcome} motion={motion} />
      </figure>
      <ProtocolPlayer course={outcome.course} motion={motion} />
    </section>
  );
}

function onKey(event: KeyboardEvent, motion: TimelineMotion, length: number): void {
  const act = {
    '+': () => motion.zoom(ZOOM),
    '=': () => motion.zoom(ZOOM),
    '-': () => motion.zoom(1 / ZOOM),
    ArrowLeft: () => motion.pan(-STEP),
    ArrowRight: () => motion.pan(STEP),
    Home: () => motion.center(0),
    End: () => motion.center(length),
    '0': () => motion.glide({ from: 0, to: length }),
  }[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
}

/** The axis above follows once the window rests: it belongs to the frame, which would render at every step. */
function useShownStretch(motion: TimelineMotion): void {
  const { show } = useTimeWindow();
  useEffect(() => {
    const tell = (): void => {
      const { from, to } = motion.window;
      show([(to - from) / 1000, to - from]);
    };
    tell();
    const stop = motion.onSlow((resting) => resting && tell());
    return () => {
      stop();
      show(null);
    };
  }, [motion, show]);
}

export function windowWords({ course }: ProtocolOutcome, { from, to }: TimelineWindow): string {
  const { count, first } = pulsesBetween(course, from, to);
  const many = `${count >= 10_000 ? thousands(count) : formatNumber(count)} ${count === 1 ? 'pulse' : 'pulses'}`;
  return `From ${courseMoment(from)}: ${formatDuration(to - from)} with ${many}${count > 0 ? `, number ${first + 1} first` : ''}`;
}

/** What the window shows: read a few times a second while it moves, spoken when it rests. Written past React, which has nothing to decide. */
function TimelineWords({ outcome, motion }: { readonly outcome: ProtocolOutcome; readonly motion: TimelineMotion }) {
  const seen = useRef<HTMLSpanElement>(null);
  const spoken = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = (resting: boolean): void => {
      const words = windowWords(outcome, motion.window);
      if (seen.current) seen.current.textContent = words;
      if (resting && spoken.current) spoken.current.textContent = words;
    };
    write(true);
    return motion.onSlow(write);
  }, [outcome, motion]);
  return (
    <p className="timeline-words">
      <span ref={seen} aria-hidden="true" className="timeline-seen" />
      <span ref={spoken} id="timeline-spoken" className="visually-hidden" aria-live="polite" />{' '}
      <FactButton fact={TIMELINE_FACT}>how it is counted</FactButton>
    </p>
  );
}
