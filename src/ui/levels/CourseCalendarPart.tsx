import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { useMemo } from 'react';
import { formatNumber } from '../../core/format';
import type { CourseCalendar, CourseDay } from '../../dose/courseCalendar';
import { useTextSize } from '../appContext';
import { PlotFrame, plotMargins } from '../PlotFrame';
import { PlotHead } from '../PlotHead';
import { ticksThatFit } from '../plotTicks';
import { SelectControl } from '../SelectControl';
import { useSize } from '../useSize';
import { COURSES, calendarOf, courseById, weeksOf } from './courseFigures';
import { FactButton } from './FactButton';
import { useLevelMemory } from './levelMemory';
import { thousands } from './thousands';

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** The published course on its days, and the pulses that add up. */
export function CourseCalendarPart() {
  const [courseId, setCourse] = useLevelMemory('courseId');
  const preset = courseById(courseId);
  const calendar = useMemo(() => calendarOf(preset), [preset]);
  const course = preset.course!;
  return (
    <div className="course-part">
      <h3>Calendar</h3>
      <SelectControl
        label="Course"
        options={COURSES.map(({ id, name }) => ({ value: id as string, label: name }))}
        value={courseId}
        onChange={setCourse}
      />
      <p aria-live="polite">
        <FactButton
          fact={{
            title: `Course of ${preset.name}`,
            what: preset.summary,
            formula: 'pulses = treatment days × sessions a day × pulses of a session',
            sources: [course.sessionsPerDay.source, ...course.phases.map(({ weeks }) => weeks.source)].filter(
              (id, index, all) => all.indexOf(id) === index,
            ),
            verification: course.phases[0].weeks.verification,
          }}
        >
          <span data-reading="sessions">{calendar.sessions}</span> sessions, <span data-reading="pulses">{thousands(calendar.pulses)}</span>{' '}
          pulses
        </FactButton>{' '}
        on {calendar.days.length} days in {weeksOf(calendar)} {weeksOf(calendar) === 1 ? 'week' : 'weeks'}.
      </p>
      <Days calendar={calendar} />
      <Cumulative calendar={calendar} />
    </div>
  );
}

/** One column a week, one row a weekday. */
function Days({ calendar }: { readonly calendar: CourseCalendar }) {
  const weeks = weeksOf(calendar);
  const byDay = new Map<number, CourseDay>(calendar.days.map((day) => [day.day, day]));
  return (
    <div className="calendar" role="img" aria-label={`${calendar.days.length} treatment days in ${weeks} weeks`}>
      {WEEKDAYS.map((name, weekday) => (
        <div key={name} className="calendar-row" aria-hidden="true">
          <span className="calendar-name">{name}</span>
          {Array.from({ length: weeks }, (_, week) => {
            const day = byDay.get(7 * week + weekday);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a calendar keeps its order.
              <span key={week} className="calendar-day" data-phase={day?.phase}>
                {day && day.sessions > 1 ? day.sessions : ''}
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function Cumulative({ calendar }: { readonly calendar: CourseCalendar }) {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const textSize = useTextSize();
  const margin = plotMargins(textSize, false);
  const weeks = weeksOf(calendar);
  const top = 20_000 * Math.ceil(calendar.pulses / 20_000);
  const x = scaleLinear([0, weeks], [margin.left + textSize, width - margin.right - textSize]);
  const y = scaleLinear([0, top], [height - margin.bottom, margin.top]);
  const steps: (readonly [number, number])[] = [
    [0, 0],
    ...calendar.days.map(({ day, cumulativePulses }) => [day / 7, cumulativePulses] as const),
    [weeks, calendar.pulses],
  ];
  return (
    <div className="level-plot short">
      <PlotHead title="Pulses so far, thousands" keys={[]} reading={null} heading="h4" />
      <div className="plot-area" ref={ref}>
        <PlotFrame
          {...{ width, height, textSize }}
          x={{
            scale: x,
            ticks: ticksThatFit([every(weeks, 1), every(weeks, 2), every(weeks, 4), every(weeks, 8)], width, textSize),
            format: (week) => formatNumber(week),
            label: 'wk',
          }}
          left={{ scale: y, ticks: [0, top / 2, top], format: (pulses) => formatNumber(pulses / 1000), label: 'thousand' }}
          description={`Pulses rise from 0 to ${calendar.pulses} in ${weeks} weeks.`}
        >
          <path
            className="curve active"
            d={
              line<readonly [number, number]>(
                ([week]) => x(week),
                ([, pulses]) => y(pulses),
              ).curve(curveStepAfter)(steps) ?? ''
            }
          />
        </PlotFrame>
      </div>
    </div>
  );
}

const every = (end: number, step: number): number[] => Array.from({ length: Math.floor(end / step) + 1 }, (_, n) => n * step);
