import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { InputError } from '../core/inputError';
import { latePart } from '../core/latePart';
import type { StageHandle } from '../scene/Stage';
import { linkOfScene, pageAddress } from '../share/address/linkOfScene';
import type { FigureOptions } from '../share/figure/figureOptions';
import { lazyPart } from '../ui/controls/lazyPart';
import { Region } from '../ui/controls/Region';
import type { FigureOf } from './content/figureSubject';

/** Figures come when one is asked for, or at rest. */
const askedFigures = latePart(() => import('./askedFigure'));
const Composer = lazyPart(
  () => import('./composer/ComposerDialog'),
  (module) => module.ComposerDialog,
  null,
);

/** What brings figures before they are asked for. */
export const prefetchFigures: readonly (() => Promise<unknown>)[] = [askedFigures, Composer.prefetch];

/** A figure by options that come from outside (`askedFigure`). */
export const askFigure = async (stage: StageHandle, of: FigureOf, version: string, options: unknown, kind?: string): Promise<Blob> =>
  (await askedFigures()).askedFigure(stage, of, version, options, kind);

export interface Figures {
  /** Saves what is on the stage as a slide. */
  readonly exportPicture: () => Promise<void>;
  /** Opens the composer; undefined where there is no stage. */
  readonly composeFigure: (() => void) | undefined;
  /** The composer, while it is open. */
  readonly composer: ReactNode;
}

/** The two ways to a figure: at once, and composed. */
export function useFigures(stage: StageHandle | null, of: FigureOf, version: string): Figures {
  const [open, setOpen] = useState(false);
  const [options, setOptions] = useState<FigureOptions | null>(null);
  const link = useCallback(async () => pageAddress() + (await linkOfScene(of.scene, of.view)), [of]);
  const leave = useCallback(() => setOpen(false), []);
  const actions = useMemo(
    () => ({
      composeFigure: stage ? () => setOpen(true) : undefined,
      exportPicture: async () => {
        if (!stage) throw new InputError('The picture needs the 3-D view, which is not running.');
        const { saveQuickFigure } = await askedFigures();
        await saveQuickFigure(stage, of, version);
      },
    }),
    [stage, of, version],
  );
  const composer = open && stage && (
    <Region name="What composes figures" className="share-fault" leave={{ label: 'Close', run: leave }}>
      <Composer {...{ stage, of, version, options, link }} onOptions={setOptions} onClose={leave} />
    </Region>
  );
  return { ...actions, composer };
}
