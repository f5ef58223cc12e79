import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { ViewState, ViewStore } from '../../state/viewStore';
import { createScalpDots } from '../bodies/scalpDots';
import type { FrameUniforms } from '../painting/frameUniforms';

/** The dots that the interface lays on the scalp: numbered places, and the map of the last search. */
export function ScalpDotsLayer({ view, frame }: { readonly view: ViewStore; readonly frame: FrameUniforms }) {
  const invalidate = useThree((state) => state.invalidate);
  const dots = useMemo(() => createScalpDots(frame), [frame]);
  useEffect(() => {
    const update = ({ methodDots, searchDots, lessonDots }: ViewState): void => {
      dots.show([...searchDots, ...methodDots, ...lessonDots]);
      invalidate();
    };
    const first = view.getState();
    if (first.methodDots.length + first.searchDots.length + first.lessonDots.length > 0) update(first);
    const stop = view.subscribe((now, before) => {
      const stays = now.methodDots === before.methodDots && now.searchDots === before.searchDots && now.lessonDots === before.lessonDots;
      if (!stays) update(now);
    });
    return () => {
      stop();
      dots.show([]);
    };
  }, [view, dots, invalidate]);
  return <primitive object={dots.group} />;
}
