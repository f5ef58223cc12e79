import { autoUpdate, computePosition, flip, hide, offset, shift } from '@floating-ui/dom';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from './Icon';

/** Distance between the number and its note, and between the note and the edge of the window, in pixels. */
const GAP = 8;

/** A number that opens a note beside it; Escape, the cross and a press elsewhere close it. */
export function NoteOpener(props: {
  readonly title: string;
  readonly className?: string;
  readonly note: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, className = '', note, children } = props;
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
        className={`note-button ${className}`}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        title={`What stands behind “${title}”`}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open &&
        createPortal(
          <NotePanel id={id} title={title} anchor={button.current} onClose={close} onLeave={() => setOpen(false)}>
            {note}
          </NotePanel>,
          document.body,
        )}
    </>
  );
}

/** The plot that a number is about: whoever opens its note looks at both. */
const plotOf = (anchor: HTMLElement): Element | null =>
  anchor.closest('figure, .plot-cell, .level-block')?.querySelector('.plot-area, svg[role="img"], canvas') ?? null;

/** How much of a plot [px²] a note at a place covers. */
function covered(plot: DOMRect, { x, y }: { readonly x: number; readonly y: number }, note: HTMLElement): number {
  const width = Math.min(plot.right, x + note.offsetWidth) - Math.max(plot.left, x);
  const height = Math.min(plot.bottom, y + note.offsetHeight) - Math.max(plot.top, y);
  return Math.max(0, width) * Math.max(0, height);
}

/** Where a note covers least of the plot it is about: where it wants to be, else beside, above or below the plot, within the window. */
function offThePlot(note: HTMLElement, anchor: HTMLElement, wanted: { readonly x: number; readonly y: number }): { x: number; y: number } {
  const plot = plotOf(anchor)?.getBoundingClientRect();
  if (!plot) return wanted;
  const within = (at: number, size: number, room: number): number => Math.max(GAP, Math.min(at, room - size - GAP));
  const [width, height] = [note.offsetWidth, note.offsetHeight];
  const places = [
    wanted,
    { x: plot.left - width - GAP, y: wanted.y },
    { x: plot.right + GAP, y: wanted.y },
    { x: wanted.x, y: plot.top - height - GAP },
    { x: wanted.x, y: plot.bottom + GAP },
  ].map(({ x, y }) => ({ x: within(x, width, window.innerWidth), y: within(y, height, window.innerHeight) }));
  const shares = places.map((place) => covered(plot, place, note));
  return places[shares.indexOf(Math.min(...shares))];
}

/** Puts a note above its number, or below where there is no room, and off the plot it is about; a number that was scrolled away takes its note along. */
async function place(note: HTMLElement, anchor: HTMLElement, leave: () => void): Promise<void> {
  const { middlewareData, ...wanted } = await computePosition(anchor, note, {
    strategy: 'fixed',
    placement: 'top-end',
    middleware: [offset(GAP), flip({ padding: GAP, crossAxis: false }), shift({ padding: GAP, crossAxis: true }), hide()],
  });
  const { x, y } = offThePlot(note, anchor, wanted);
  note.style.left = `${x}px`;
  note.style.top = `${y}px`;
  if (middlewareData.hide?.referenceHidden) leave();
}

function NotePanel(props: {
  readonly id: string;
  readonly title: string;
  readonly anchor: HTMLElement | null;
  readonly onClose: () => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}) {
  const { id, title, anchor, onClose, onLeave, children } = props;
  const panel = useRef<HTMLDivElement>(null);

  const leave = useRef(onLeave);
  leave.current = onLeave;
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element || !anchor) return;
    // In the top layer: nothing that scrolls cuts it off, nothing lies over it.
    element.showPopover();
    element.focus({ preventScroll: true });
    return autoUpdate(anchor, element, () => void place(element, anchor, () => leave.current()));
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
      popover="manual"
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
      {children}
    </div>
  );
}
