import { courseCalendar } from '../../src/dose/protocol/courseCalendar';
import { courseClock, pulseTime } from '../../src/dose/protocol/courseClock';
import { clockOfSession, sessionLength, sessionPulses } from '../../src/dose/protocol/protocol';
import { coursePlanFromPreset, type ProtocolId, protocolFromPreset, protocolPreset } from '../../src/dose/protocol/protocolPresets';
import { newMarks, type Timeline, timeline } from '../../src/dose/protocol/timelineMarks';
import { seededRandom } from '../../src/dose/seededRandom';

const QUERIES = 5000;
/** One mark per pixel of a wide screen: the most that can be told apart. */
const MARKS = 2000;

function prepare(id: ProtocolId): Timeline {
  const preset = protocolPreset(id);
  const protocol = protocolFromPreset(preset);
  const plan = coursePlanFromPreset(preset);
  if (plan === undefined) throw new Error(`${id} has no course`);
  const calendar = courseCalendar(plan, sessionPulses(protocol), sessionLength(protocol));
  return timeline(courseClock(clockOfSession(protocol), calendar.starts));
}

/** Prints what it costs to zoom and pan the timeline of a whole course, beside the 16.7 ms of a frame. */
export async function benchTimeline(): Promise<void> {
  for (const id of ['hf10-standard', 'snt'] as const) {
    const before = performance.now();
    const line = prepare(id);
    const prepared = performance.now() - before;
    const random = seededRandom(1);
    const end = pulseTime(line.course, line.course.pulses - 1);
    const samples: number[] = [];
    const marks = newMarks();
    let most = 0;
    for (let query = 0; query < QUERIES; query++) {
      const width = end * 10 ** (-12 * random.uniform());
      // Around a pulse, or nearly all windows would show an empty night.
      const from = pulseTime(line.course, random.below(line.course.pulses)) - width * random.uniform();
      const start = performance.now();
      line.marks(from, from + width, MARKS, 'pulse', marks);
      samples.push(performance.now() - start);
      most = Math.max(most, marks.count);
    }
    samples.sort((a, b) => a - b);
    const at = (share: number) => samples[Math.min(QUERIES - 1, Math.floor(share * QUERIES))].toFixed(3);
    console.log(
      `timeline of ${id}: ${line.course.pulses} pulses in ${line.course.starts.length} sessions, prepared in ${prepared.toFixed(2)} ms; ` +
        `${QUERIES} random windows over 12 decades, at most ${most} marks: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, 99.9 % ${at(0.999)} ms, worst ${at(1)} ms`,
    );
  }
}
