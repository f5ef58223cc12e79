import { citationLine, hasSource } from '../../evidence/sources';
import type { GlossaryTerm } from '../../lessons/glossarySchema';
import { glossaryTerm } from '../../lessons/lessonLibrary';
import { type Inline, readMarkdown } from '../../lessons/markdown';
import { NoteOpener } from '../controls/NoteOpener';

/** A text of a lesson. Whatever came from a file is text: React writes it, nothing is HTML. */
export function Markdown({ text }: { readonly text: string }) {
  return readMarkdown(text).map((paragraph, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes its order.
    <p key={n}>
      {paragraph.map((piece, m) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same.
        <Piece key={m} piece={piece} />
      ))}
    </p>
  ));
}

function Piece({ piece }: { readonly piece: Inline }) {
  if (piece.kind === 'strong') return <strong>{piece.text}</strong>;
  if (piece.kind === 'emphasis') return <em>{piece.text}</em>;
  const term = piece.kind === 'term' ? glossaryTerm(piece.id) : undefined;
  if (!term) return piece.text;
  return (
    <NoteOpener title={term.term} className="term" note={<TermNote term={term} />}>
      {piece.text}
    </NoteOpener>
  );
}

/** What a term means, and where that stands. */
export function TermNote({ term: { short, sources } }: { readonly term: GlossaryTerm }) {
  return (
    <>
      <p>{short}</p>
      <Sources ids={sources} />
    </>
  );
}

/** Sources as they are cited. */
export function Sources({ ids }: { readonly ids: readonly string[] }) {
  return ids.filter(hasSource).map((id) => (
    <p key={id} className="small-print note-source">
      {citationLine(id)}
    </p>
  ));
}
