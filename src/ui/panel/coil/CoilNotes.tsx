import { modelDifference } from '../../../coil/modelDifference';
import { useSnapshot } from '../../appContext';
import { Disclosure } from '../../controls/Disclosure';

/** The coil in use by its own name, what it is, and what must be known before a number of it is quoted. */
export function CoilNotes() {
  const coil = useSnapshot('coil');
  const notes = [...coil.notes, modelDifference(coil)];
  return (
    <>
      <p className="small-print">
        {coil.name}. {coil.description}
      </p>
      <Disclosure title="How this coil was modeled" note={String(notes.length)}>
        {notes.map((note) => (
          <p key={note} className="small-print">
            {note}
          </p>
        ))}
      </Disclosure>
    </>
  );
}
