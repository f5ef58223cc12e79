import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { useMemo } from 'react';
import { formatNumber } from '../../../core/format';
import type { CourseCalendar, CourseDay } from '../../../dose/protocol/courseCalendar';
import { useChoice } from '../../appContext';
import { Announcement } from '../../controls/Announcement';
import { SelectControl } from '../../controls/SelectControl';
import { PlotFrame, plotMargins } from '../../plots/PlotFrame';
import { ticksThatFit } from '../../plots/plotTicks';
import { type Fact, FactButton } from '../shared/FactButton';
import { LevelPlot, type PlotArea } from '../shared/LevelPlot';
import { useLevelMemory } from '../shared/levelMemory';
import { thousands } from '../shared/thousands';
import { COURSE_OPTIONS, courseShown, weeksOf } from './courseFigures';

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
/** In narrower cells a number of sessions would not fit. */
const MOST_WEEKS_WITH_NUMBERS = 12;

/** A published course, or that of the edited protocol, on its days, and the pulses that add up. */
export function CourseCalendarPart() {
  const [courseId, setCourse] = useLevelMemory('courseId');
  const protocol = useChoice((choices) => choices.protocol);
  const { calendar, fact } = useMemo(() => courseShown(courseId, protocol), [courseId, protocol]);
  const weeks = weeksOf(calendar);
  const span = `on ${calendar.days.length} ${calendar.days.length === 1 ? 'day' : 'days'} in ${weeks} ${weeks === 1 ? 'week' : 'weeks'}`;
  return (
    <div className="course-part course-calendar">
      <h3>Calendar</h3>
      <SelectControl label="Course" options={COURSE_OPTIONS} value={courseId} onChange={setCourse} />
      <div data-sourced>
        <p>
          <FactButton fact={fact}>
            <span data-reading="sessions">{thousands(calendar.sessions)}</span> {calendar.sessions === 1 ? 'session' : 'sessions'},{' '}
            <span data-reading="pulses">{thousands(calendar.pulses)}</span> pulses
          </FactButton>{' '}
          {span}.
        </p>
        <Days calendar={calendar} />
      </div>
      <Announcement text={`${calendar.sessions} sessions with ${calendar.pulses} pulses ${span}.`} />
      <Cumulative calendar={calendar} fact={fact} />
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
                {day && day.sessions > 1 && weeks <= MOST_WEEKS_WITH_NUMBERS ? day.sessions : ''}
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function Cumulative({ calendar, fact }: { readonly calendar: CourseCalendar; readonly fact: Fact }) {
  return (
    <LevelPlot title="Pulses so far, thousands" heading="h4" fact={fact} size="short">
      {(area) => <Steps calendar={calendar} {...area} />}
    </LevelPlot>
  );
}

function Steps({ calendar, width, height, textSize }: PlotArea & { readonly calendar: CourseCalendar }) {
  const margin = plotMargins(textSize, false);
  const weeks = weeksOf(calendar);
  const x = scaleLinear([0, weeks], [margin.left + textSize, width - margin.right - textSize]);
  const y = scaleLinear([0, calendar.pulses], [height - margin.bottom, margin.top]).nice(4);
  const steps: (readonly [number, number])[] = [
    [0, 0],
    ...calendar.days.map(({ day, cumulativePulses }) => [day / 7, cumulativePulses] as const),
    [weeks, calendar.pulses],
  ];
  return (
    <PlotFrame
      {...{ width, height, textSize }}
      x={{
        scale: x,
        ticks: ticksThatFit([every(weeks, 1), every(weeks, 2), every(weeks, 4), every(weeks, 8), every(weeks, 16)], width, textSize),
        format: (week) => formatNumber(week),
        label: 'wk',
      }}
      left={{
        scale: y,
        ticks: y.ticks(3),
        format: (pulses) => formatNumber(pulses / 1000, y.domain()[1] < 3000 ? 1 : 0),
        label: 'thousand',
      }}
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
  );
}

const every = (end: number, step: number): number[] => Array.from({ length: Math.floor(end / step) + 1 }, (_, n) => n * step);
