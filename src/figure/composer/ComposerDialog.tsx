import { useEffect, useRef, useState } from 'react';
import type { StageHandle } from '../../scene/Stage';
import type { FigureOptions } from '../../share/figure/figureOptions';
import { Announcement } from '../../ui/controls/Announcement';
import { Icon } from '../../ui/controls/Icon';
import { CopyRow } from '../../ui/share/CopyRow';
import { quickOptions } from '../askedFigure';
import { methodsText } from '../content/captions';
import { type FigureOf, figureSubject } from '../content/figureSubject';
import { ComposerControls } from './ComposerControls';
import { type FigureMaker, useFigureMaker } from './useFigureMaker';
import { useFigurePreview } from './useFigurePreview';
import './composer.css';

export interface ComposerDialogProps {
  readonly stage: StageHandle;
  readonly of: FigureOf;
  readonly version: string;
  /** Those of the last time. */
  readonly options: FigureOptions | null;
  readonly onOptions: (options: FigureOptions) => void;
  readonly link: () => Promise<string>;
  readonly onClose: () => void;
}

/** Composes a figure of what is on the stage: what it shows, how large, in which form. */
export function ComposerDialog({ stage, of, version, options: last, onOptions, link, onClose }: ComposerDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const hasKept = of.scene.comparison.getState().kept !== null;
  const [options, setOptions] = useState<FigureOptions>(() => {
    const begin = last ?? quickOptions(of);
    return begin.panels === 'compare' && !hasKept ? { ...begin, panels: 'single' } : begin;
  });
  const { showMarks, showCoil } = of.scene.store.getState();
  const preview = useFigurePreview(holder, stage, of, version, options);
  const maker = useFigureMaker(stage, of, version, options);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const change = (what: Partial<FigureOptions>): void => {
    const next = { ...options, ...what };
    setOptions(next);
    onOptions(next);
  };
  return (
    <dialog
      ref={dialog}
      className="help composer"
      aria-labelledby="composer-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="help-body composer-body">
        <button type="button" className="icon-button note-close" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
        <h2 id="composer-title">Compose a figure</h2>
        <div className="composer-columns">
          <div className="composer-preview" aria-busy={preview.busy}>
            <div ref={holder} className="composer-picture" data-ground={options.transparent ? 'none' : undefined} />
            {preview.sentences.map((sentence) => (
              <p key={sentence} className={preview.problem ? undefined : 'quiet'} role={preview.problem ? 'alert' : undefined}>
                {sentence}
              </p>
            ))}
            <Makers maker={maker} disabled={preview.problem} hasPlots={options.panels === 'plots'} />
            {!preview.problem && <MethodsCaption of={of} version={version} options={options} link={link} />}
          </div>
          <ComposerControls options={options} onChange={change} hasKept={hasKept} shown={{ ring: showMarks, coil: showCoil }} />
        </div>
      </div>
    </dialog>
  );
}

/** What makes the figure, and how far it is. */
function Makers({ maker, disabled, hasPlots }: { readonly maker: FigureMaker; readonly disabled: boolean; readonly hasPlots: boolean }) {
  const { share, said, save, copy, send, cancel } = maker;
  if (share !== null)
    return (
      <div className="composer-makers">
        <progress value={share} max={1} aria-label="The figure is being drawn" />
        <button type="button" className="text-button" onClick={cancel}>
          Cancel
        </button>
      </div>
    );
  return (
    <div className="composer-makers">
      <button type="button" className="text-button" disabled={disabled} onClick={() => save('png')}>
        Save PNG
      </button>
      <button type="button" className="text-button" disabled={disabled} onClick={() => save('pdf')}>
        Save PDF
      </button>
      {hasPlots && (
        <button type="button" className="text-button" disabled={disabled} onClick={() => save('svg')}>
          Plots as SVG
        </button>
      )}
      <button type="button" className="text-button" disabled={disabled} onClick={copy}>
        Copy
      </button>
      {send && (
        <button type="button" className="text-button" disabled={disabled} onClick={send}>
          Send
        </button>
      )}
      <p className="small-print composer-said">{said}</p>
      <Announcement text={said} />
    </div>
  );
}

/** The caption for a methods section as text, with the link that opens the scene. */
function MethodsCaption({
  of,
  version,
  options,
  link,
}: Pick<ComposerDialogProps, 'of' | 'version' | 'link'> & { readonly options: FigureOptions }) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    let gone = false;
    // Without a link the caption still says everything else.
    link().then(
      (text) => !gone && setAddress(text),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [link]);
  const text = captionText(of, version, options, address);
  return text === null ? null : <CopyRow label="Caption for a methods section" text={text} button="Copy caption" rows={3} />;
}

function captionText(of: FigureOf, version: string, options: FigureOptions, link: string): string | null {
  try {
    return methodsText(figureSubject(of, options, version, 0).scenes, version, link);
  } catch {
    // The preview says why there is no figure.
    return null;
  }
}
