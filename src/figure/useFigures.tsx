import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
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

let _arrived: Awaited<ReturnType<typeof askedFigures>> | null = null;
const bringFigures = async (): Promise<NonNullable<typeof _arrived>> => {
  _arrived = await askedFigures();
  return _arrived;
};

/** What brings figures before they are asked for. */
export const prefetchFigures: readonly (() => Promise<unknown>)[] = [bringFigures, Composer.prefetch];

/** A figure by options that come from outside (`askedFigure`). */
export const askFigure = async (stage: StageHandle, of: FigureOf, version: string, options: unknown, kind?: string): Promise<Blob> =>
  (await bringFigures()).askedFigure(stage, of, version, options, kind);

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
        const { saveQuickFigure } = await bringFigures();
        await saveQuickFigure(stage, of, version);
      },
    }),
    [stage, of, version],
  );
  usePrinted(stage, of, version);
  const composer = open && stage && (
    <Region name="What composes figures" className="share-fault" leave={{ label: 'Close', run: leave }}>
      <Composer {...{ stage, of, version, options, link }} onOptions={setOptions} onClose={leave} />
    </Region>
  );
  return { ...actions, composer };
}

/** Puts a figure in the stage's place while the page is printed; without one the stage is printed as it is, with the legend below it. */
function usePrinted(stage: StageHandle | null, of: FigureOf, version: string): void {
  useEffect(() => {
    let printed: HTMLCanvasElement | null = null;
    const clear = (): void => {
      printed?.remove();
      printed = null;
    };
    const put = (): void => {
      clear();
      if (!stage || !_arrived) return;
      try {
        printed = _arrived.printedFigure(stage, of, version);
      } catch {
        // There is no figure of this scene now: the stage is printed as it is.
        return;
      }
      printed.className = 'printed-stage';
      stage.renderer.domElement.closest('.stage')?.append(printed);
    };
    window.addEventListener('beforeprint', put);
    window.addEventListener('afterprint', clear);
    return () => {
      clear();
      window.removeEventListener('beforeprint', put);
      window.removeEventListener('afterprint', clear);
    };
  }, [stage, of, version]);
}
