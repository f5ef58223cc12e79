import { useMemo } from 'react';
import { useStore } from 'zustand';
import { openStorage } from '../../state/choiceStorage';
import type { OpenLessons } from '../../state/viewStore';
import { useApp } from '../appContext';
import { LessonPlayer } from './LessonPlayer';
import './lessons.css';
import { LessonShelf } from './LessonShelf';
import { lessonById, ownLessons } from './ownLessons';

/** The shelf, or the lesson that is open. */
export function LessonsFrame({ open }: { readonly open: OpenLessons }) {
  const { opener } = useApp();
  const storage = useMemo(() => openStorage(() => window.localStorage), []);
  useStore(ownLessons);
  if (open.place === 'shelf') return <LessonShelf storage={storage} file={open.file} />;
  const lesson = lessonById(open.id);
  if (!lesson || !opener)
    return (
      <LessonShelf
        storage={storage}
        problem={`lesson in the address must name a lesson that is here; instead received "${open.id.slice(0, 60)}".`}
      />
    );
  return <LessonPlayer key={lesson.id} lesson={lesson} opener={opener} storage={storage} />;
}
