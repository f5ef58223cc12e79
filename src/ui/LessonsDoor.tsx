import { useEffect, useRef } from 'react';
import { useApp, useOffers, useView } from './appContext';
import { Icon } from './controls/Icon';
import { lazyPart } from './controls/lazyPart';
import { Region } from './controls/Region';

/** Comes when it is first opened, or at rest: the first view carries the button alone. */
const LessonsFrame = lazyPart(
  () => import('./lessons/LessonsFrame'),
  (module) => module.LessonsFrame,
  null,
);

export const prefetchLessons = (): Promise<unknown> => LessonsFrame.prefetch();

/** What of the lessons is open: the shelf over everything, or a lesson beside the stage. */
export function LessonsDoor() {
  const { view } = useApp();
  const open = useView((state) => state.lessons);
  const leave = { label: 'Back to the stage', run: () => view.setState({ lessons: null, lessonHold: null, lessonDots: [] }) };
  return (
    open && (
      <Region name="The lessons" className="lessons-fault" leave={leave}>
        <LessonsFrame open={open} />
      </Region>
    )
  );
}

/** Opens the shelf; the focus comes back here when lessons close. */
export function LessonsButton() {
  const { view, opener } = useApp();
  const tools = useOffers('tools');
  const place = useView((state) => state.lessons?.place);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !place) button.current?.focus({ preventScroll: true });
    wasOpen.current = place !== undefined;
  }, [place]);
  if (!opener || !tools || place === 'lesson') return null;
  return (
    <button
      ref={button}
      type="button"
      className="icon-button"
      data-icon="lessons"
      aria-label="Lessons"
      title="Lessons"
      aria-haspopup="dialog"
      aria-expanded={place !== undefined}
      onClick={() => view.setState({ lessons: { place: 'shelf' } })}
    >
      <Icon name="lessons" />
    </button>
  );
}
