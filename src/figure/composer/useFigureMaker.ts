import { useEffect, useRef, useState } from 'react';
import type { StageHandle } from '../../scene/Stage';
import type { FigureOptions } from '../../share/figure/figureOptions';
import { saveFile } from '../../ui/share/saveFile';
import type { FigureOf } from '../content/figureSubject';
import { figureName } from '../createFigure';
import { type FigureKind, figureFile } from '../figureFiles';

const TYPES: Readonly<Record<FigureKind, string>> = { png: 'image/png', pdf: 'application/pdf', svg: 'image/svg+xml' };

export interface FigureMaker {
  /** Share of the figure that is drawn while one is made, else null. */
  readonly share: number | null;
  /** What came of the last one. */
  readonly said: string;
  readonly save: (kind: FigureKind) => void;
  readonly copy: () => void;
  /** Hands the picture to another program; null where the browser cannot. */
  readonly send: (() => void) | null;
  readonly cancel: () => void;
}

const canSend = (): boolean => {
  const probe = new File([new Uint8Array(1)], 'figure.png', { type: 'image/png' });
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [probe] });
};

/** Makes figures large, one at a time, with progress and cancel. */
export function useFigureMaker(stage: StageHandle, of: FigureOf, version: string, options: FigureOptions): FigureMaker {
  const [share, setShare] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const [sends] = useState(canSend);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const make = async (kind: FigureKind): Promise<Blob> => {
    const controller = new AbortController();
    running.current = controller;
    setShare(0);
    setSaid('');
    try {
      return await figureFile(stage, of, version, options, kind, { progress: setShare, signal: controller.signal });
    } finally {
      running.current = null;
      setShare(null);
    }
  };
  const tell = (work: () => Promise<string>): void => {
    if (running.current) return;
    void work().then(setSaid, (error: unknown) => {
      const canceled = error instanceof DOMException && error.name === 'AbortError';
      setSaid(canceled ? 'Canceled.' : error instanceof Error ? error.message : String(error));
    });
  };
  return {
    share,
    said,
    save: (kind) =>
      tell(async () => {
        const name = figureName(of, kind);
        saveFile(name, await make(kind), TYPES[kind]);
        return `Saved as ${name}.`;
      }),
    copy: () =>
      tell(async () => {
        if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write)
          throw new Error('This browser does not let the page copy pictures; save it instead.');
        // Given as a promise, so that the browser still knows which press asked for it.
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': make('png') })]);
        return 'The picture is on the clipboard.';
      }),
    send: sends
      ? () =>
          tell(async () => {
            const file = new File([await make('png')], figureName(of, 'png'), { type: 'image/png' });
            await navigator.share({ files: [file] });
            return '';
          })
      : null,
    cancel: () => running.current?.abort(),
  };
}
