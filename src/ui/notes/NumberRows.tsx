import type { ReactNode } from 'react';
import { LabelledRows } from '../controls/LabelledRows';
import type { NoteId } from './honestyNotes';
import { NoteButton } from './NoteButton';

export interface NumberRow {
  readonly note: NoteId;
  readonly label: string;
  readonly value: string;
}

/** A short list of numbers under a heading, each with what stands behind it. */
export function NumberRows({
  title,
  rows,
  children,
}: {
  readonly title: string;
  readonly rows: readonly NumberRow[];
  readonly children?: ReactNode;
}) {
  return (
    <section className="number-rows">
      <h3>{title}</h3>
      <LabelledRows rows={rows.map(({ note, label, value }) => ({ label, value: <NoteButton note={note}>{value}</NoteButton> }))} />
      {children}
    </section>
  );
}
