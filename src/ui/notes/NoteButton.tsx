import type { ReactNode } from 'react';
import { modelDifference } from '../../coil/modelDifference';
import { rungOf, unitOfModel } from '../../field/simulation/modelLadder';
import { useShownModel, useSnapshot } from '../appContext';
import { NoteOpener } from '../controls/NoteOpener';
import { ABSOLUTE_LIMIT, HONESTY_NOTES, type NoteId } from './honestyNotes';

/** A number that opens the note on what stands behind it. */
export function NoteButton({ note, children }: { readonly note: NoteId; readonly children: ReactNode }) {
  return (
    <NoteOpener title={HONESTY_NOTES[note].title} note={<Note note={note} />}>
      {children}
    </NoteOpener>
  );
}

function Note({ note }: { readonly note: NoteId }) {
  const { what, formula, source, verification } = HONESTY_NOTES[note];
  const model = useShownModel();
  const coil = useSnapshot('coil');
  const symbol = unitOfModel(model) === 'T' ? '|B|' : '|E|';
  return (
    <>
      <p>{what}</p>
      <p className="formula">{formula.replace(/\bF\b/, symbol)}</p>
      <p className="small-print">
        {source ?? `${rungOf(model).source} Windings: as listed with the coil.`} <span className="grade">{verification}</span>
      </p>
      <p className="small-print">
        {modelDifference(coil)} {ABSOLUTE_LIMIT}
      </p>
    </>
  );
}
