import { type CourseClock, pulsesBetween, pulseTime } from '../../../dose/protocol/courseClock';

/** Longest run [s]: it stops by itself. */
export const LONGEST_RUN = 30;
/** Loudness of one click, of 1: far below what a real coil makes. */
export const CLICK_GAIN = 0.04;
/** How far ahead clicks are handed to the sound system [s], and how often this is looked after [ms]. */
const AHEAD = 0.25;
const LOOK = 100;
/** Clicks in one look; a machine gives at most about 100 pulses a second. */
const MOST_CLICKS = 60;

/** Onsets in a stretch of the course [s], at most a given number. */
export function onsetsBetween(course: CourseClock, from: number, to: number, most = MOST_CLICKS): number[] {
  const { first, count } = pulsesBetween(course, from, to);
  return Array.from({ length: Math.min(count, most) }, (_, n) => pulseTime(course, first + n));
}

/** A run through the course in real time. */
export interface ClickRun {
  /** Seconds since its start. */
  elapsed(): number;
  stop(): void;
}

/** A damped tone of 2 ms; every click is the same. */
export function clickSound(context: AudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, Math.ceil(0.008 * context.sampleRate), context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let n = 0; n < samples.length; n++) {
    const t = n / context.sampleRate;
    samples[n] = Math.sin(2 * Math.PI * 2400 * t) * Math.exp(-t / 0.0015);
  }
  return buffer;
}

/** Runs from `from` [s of the course] for at most 30 s, with clicks if `sound`; `onTick` is told about ten times a second, `onEnd` once. */
export function startRun(
  course: CourseClock,
  from: number,
  sound: boolean,
  onTick: (elapsed: number) => void,
  onEnd: () => void,
): ClickRun {
  const context = sound ? new AudioContext() : null;
  const gain = context?.createGain();
  if (context && gain) {
    gain.gain.value = CLICK_GAIN;
    gain.connect(context.destination);
  }
  const buffer = context && clickSound(context);
  const start = performance.now();
  const soundStart = (context?.currentTime ?? 0) + 0.05;
  let handed = from;
  const elapsed = (): number => Math.min(LONGEST_RUN, (performance.now() - start) / 1e3);
  const timer = setInterval(() => {
    const now = elapsed();
    const until = from + Math.min(LONGEST_RUN, now + AHEAD);
    if (context && gain && buffer) {
      for (const onset of onsetsBetween(course, handed, until)) {
        const click = context.createBufferSource();
        click.buffer = buffer;
        click.connect(gain);
        click.start(Math.max(context.currentTime, soundStart + onset - from));
      }
    }
    handed = until;
    onTick(now);
    if (now >= LONGEST_RUN) stop();
  }, LOOK);
  const stop = (): void => {
    clearInterval(timer);
    void context?.close();
    onEnd();
  };
  return { elapsed, stop };
}
