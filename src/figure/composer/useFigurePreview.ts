import { type RefObject, useEffect, useState } from 'react';
import type { StageHandle } from '../../scene/Stage';
import type { FigureOptions } from '../../share/figure/figureOptions';
import type { FigureOf } from '../content/figureSubject';
import { drawFigure, planFigure } from '../createFigure';

/** How long the options rest before they are drawn, in milliseconds. */
const REST = 90;
/** Most pixels of a preview. */
const PIXELS = 900_000;

export interface Preview {
  /** One sentence for each thing that the figure leaves out, or why there is none. */
  readonly sentences: readonly string[];
  readonly problem: boolean;
  readonly busy: boolean;
}

const NOTHING: Preview = { sentences: [], problem: false, busy: true };

/** Draws the figure small into `holder`, whenever the options or the field change, by the very code that draws it large. */
export function useFigurePreview(
  holder: RefObject<HTMLDivElement | null>,
  stage: StageHandle,
  of: FigureOf,
  version: string,
  options: FigureOptions,
): Preview {
  const [preview, setPreview] = useState(NOTHING);
  const [field, setField] = useState(() => of.scene.snapshot().field);
  useEffect(() => of.scene.subscribe(() => setField(of.scene.snapshot().field)), [of]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new field is drawn anew.
  useEffect(() => {
    const canceled = new AbortController();
    const draw = async (): Promise<void> => {
      setPreview((now) => ({ ...now, busy: true }));
      try {
        await document.fonts?.ready;
        const planned = planFigure(stage, of, version, options);
        const { width, height, leftOut } = planned.composed;
        const canvas = await drawFigure(
          stage,
          planned,
          options,
          { signal: canceled.signal },
          Math.min(1, Math.sqrt(PIXELS / (width * height))),
        );
        if (canceled.signal.aborted) return;
        canvas.setAttribute('role', 'img');
        canvas.setAttribute('aria-label', 'The figure as it will be');
        holder.current?.replaceChildren(canvas);
        setPreview({ sentences: leftOut, problem: false, busy: false });
      } catch (error) {
        if (canceled.signal.aborted) return;
        holder.current?.replaceChildren();
        setPreview({ sentences: [error instanceof Error ? error.message : String(error)], problem: true, busy: false });
      }
    };
    const timer = window.setTimeout(() => void draw(), REST);
    return () => {
      window.clearTimeout(timer);
      canceled.abort();
    };
  }, [holder, stage, of, version, options, field]);
  return preview;
}
