import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useShownModel } from './appContext';
import { ABSOLUTE_LIMIT, HONESTY_NOTES, type NoteId } from './honestyNotes';
import { Icon } from './Icon';
import { rungOf } from './modelRungs';

/** Distance between the number and its note, and between the note and the edge of the window, in pixels. */
const GAP = 8;

/** A number that opens the note on what stands behind it. */
export function NoteButton({ note, children }: { readonly note: NoteId; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (): void => {
    setOpen(false);
    button.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="note-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        title={`What stands behind “${HONESTY_NOTES[note].title}”`}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open &&
        createPortal(
          <NotePanel id={id} note={note} anchor={button.current} onClose={close} onLeave={() => setOpen(false)} />,
          document.body,
        )}
    </>
  );
}

function NotePanel(props: { id: string; note: NoteId; anchor: HTMLElement | null; onClose: () => void; onLeave: () => void }) {
  const { id, note, anchor, onClose, onLeave } = props;
  const { title, what, formula, source, verification } = HONESTY_NOTES[note];
  const model = useShownModel();
  const symbol = model === 'magneticFluxDensity' ? '|B|' : '|E|';
  const panel = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = panel.current;
    if (!element || !anchor) return;
    const [a, p] = [anchor.getBoundingClientRect(), element.getBoundingClientRect()];
    const above = a.top - GAP - p.height;
    const top = above >= GAP ? above : Math.min(a.bottom + GAP, window.innerHeight - p.height - GAP);
    element.style.left = `${Math.max(GAP, Math.min(a.right - p.width, window.innerWidth - p.width - GAP))}px`;
    element.style.top = `${Math.max(GAP, top)}px`;
    element.focus({ preventScroll: true });
  }, [anchor]);

  useEffect(() => {
    const onPress = (event: PointerEvent): void => {
      const inside = panel.current?.contains(event.target as Node) || anchor?.contains(event.target as Node);
      if (!inside) onLeave();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [anchor, onLeave]);

  return (
    <div
      ref={panel}
      id={id}
      className="note"
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        event.stopPropagation();
      }}
    >
      <button type="button" className="icon-button note-close" aria-label="Close" onClick={onClose}>
        <Icon name="close" />
      </button>
      <h3>{title}</h3>
      <p>{what}</p>
      <p className="formula">{formula.replace(/\bF\b/, symbol)}</p>
      <p className="small-print">
        {source ?? `${rungOf(model).source} Windings: as listed with the coil.`} <span className="grade">{verification}</span>
      </p>
      <p className="small-print">{ABSOLUTE_LIMIT}</p>
    </div>
  );
}
