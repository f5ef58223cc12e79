import type { ReactNode } from 'react';
import type { Sourced, Verification } from '../../core/sourced';
import type { SourcedText } from '../../dose/aftereffectData';
import { citationLine, sourceById } from '../../evidence/sources';
import { needsWarning, VERIFICATION_LABELS } from '../../evidence/verificationLabel';
import { NoteOpener } from '../NoteOpener';

/** What stands behind a number or a sentence of the evidence. */
export interface EvidenceNote {
  readonly title: string;
  readonly what?: string;
  readonly formula?: string;
  /** Ids in the list of sources. */
  readonly sources: readonly string[];
  readonly verification: Verification;
}

/** A number or a word that opens its source, formula and grade. What was not verified says so without being opened. */
export function EvidenceButton({ note, children }: { readonly note: EvidenceNote; readonly children: ReactNode }) {
  return (
    <>
      <NoteOpener className="evidence-button" title={note.title} note={<EvidenceText note={note} />}>
        {children}
      </NoteOpener>
      <GradeMark verification={note.verification} />
    </>
  );
}

function EvidenceText({ note }: { readonly note: EvidenceNote }) {
  const { what, formula, sources, verification } = note;
  return (
    <>
      {what && <p>{what}</p>}
      {formula && <p className="formula">{formula}</p>}
      {sources.map((id) => (
        <p key={id} className="small-print">
          {citationLine(id)} Read of it: {sourceById(id).read}.
        </p>
      ))}
      <p className="small-print">
        Grade of this entry: <span className="grade">{verification}</span> {VERIFICATION_LABELS[verification]}.
      </p>
    </>
  );
}

/** The grades that have to be seen beside the number. */
export function GradeMark({ verification }: { readonly verification: Verification }) {
  return needsWarning(verification) ? <span className="grade-mark">{verification}</span> : null;
}

/** A datum of the evidence files as a number on the screen. */
export function SourcedNumber<T>(props: {
  readonly datum: Sourced<T>;
  readonly title: string;
  readonly what?: string;
  readonly formula?: string;
  readonly children: ReactNode;
}) {
  const { datum, title, what, formula, children } = props;
  return (
    <EvidenceButton note={{ title, what, formula, sources: [datum.source], verification: datum.verification }}>{children}</EvidenceButton>
  );
}

/** A sentence with the button that opens its source. */
export function SourcedSentence({ title, sentence }: { readonly title: string; readonly sentence: SourcedText }) {
  const { text, source, verification } = sentence;
  return (
    <>
      {text} <EvidenceButton note={{ title, what: text, sources: [source], verification }}>source</EvidenceButton>
    </>
  );
}

/** Sentences in a list, each with its source. */
export function SourcedList({ title, sentences }: { readonly title: string; readonly sentences: readonly SourcedText[] }) {
  return (
    <ul className="sourced-list">
      {sentences.map((sentence) => (
        <li key={sentence.text}>
          <SourcedSentence title={title} sentence={sentence} />
        </li>
      ))}
    </ul>
  );
}
