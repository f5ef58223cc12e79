import { CURVE_NOTE } from '../../dose/outcomeCurves';
import { CourseCalendarPart } from './CourseCalendarPart';
import { CourseCohort } from './CourseCohort';
import { CourseCurves } from './CourseCurves';
import { CourseDurability } from './CourseDurability';
import { CourseResample } from './CourseResample';
import { CourseStudies } from './CourseStudies';
import { CourseTrajectories } from './CourseTrajectories';
import './course.css';
import { SourcedSentence } from './SourcedSentence';
import './evidence.css';

/** Days to months: the calendar, what groups did with active and with sham stimulation, and how long it lasted. */
export function CourseLevel() {
  return (
    <section className="evidence-level course-level" aria-label="Course">
      <p className="level-notice">
        <SourcedSentence title="Groups, never a person" sentence={CURVE_NOTE} />
      </p>
      <CourseCalendarPart />
      <CourseCurves />
      <CourseCohort />
      <CourseTrajectories />
      <CourseDurability />
      <CourseResample />
      <CourseStudies />
    </section>
  );
}
