import { useEffect, useRef } from 'react';
import { CURVE_NOTE } from '../../../dose/course/outcomeCurves';
import { CourseAccelerated } from './CourseAccelerated';
import { CourseBenefit } from './CourseBenefit';
import { CourseCalendarPart } from './CourseCalendarPart';
import { CourseCohort } from './CourseCohort';
import { CourseCurves } from './CourseCurves';
import { CourseDrift } from './CourseDrift';
import { CourseDurability } from './CourseDurability';
import { CourseResample } from './CourseResample';
import { CourseSham } from './CourseSham';
import { CourseStudies } from './CourseStudies';
import { CourseTrajectories } from './CourseTrajectories';
import { CourseUses } from './CourseUses';
import './course.css';
import { useLevelMemory } from '../shared/levelMemory';
import { SourcedSentence } from '../shared/SourcedSentence';
import { WhereToFindHelp } from '../shared/WhereToFindHelp';
import '../shared/evidence.css';

/** Days to months: the calendar, what groups did with active and with sham stimulation, and how long it lasted. */
export function CourseLevel() {
  const level = useRef<HTMLElement>(null);
  const [part, setPart] = useLevelMemory('coursePart');
  useEffect(() => {
    if (part === null) return;
    level.current?.querySelector(`.course-${part}`)?.scrollIntoView({ block: 'start' });
    setPart(null);
  }, [part, setPart]);
  return (
    <section ref={level} className="evidence-level course-level" aria-label="Course">
      <p className="level-notice">
        <SourcedSentence title="Groups, never a person" sentence={CURVE_NOTE} />
      </p>
      <CourseCalendarPart />
      <CourseCurves />
      <CourseBenefit />
      <CourseSham />
      <CourseDrift />
      <CourseCohort />
      <CourseTrajectories />
      <CourseDurability />
      <CourseResample />
      <CourseAccelerated />
      <CourseStudies />
      <CourseUses />
      <WhereToFindHelp />
    </section>
  );
}
