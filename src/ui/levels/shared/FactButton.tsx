import type { ReactNode } from 'react';
import type { Sourced, Verification } from '../../../core/sourced';
import { citationLine, hasSource, sourceById } from '../../../evidence/sources';
import { needsWarning, VERIFICATION_LABELS } from '../../../evidence/verificationLabel';
import { NoteOpener } from '../../controls/NoteOpener';
import './evidence.css';

/** What stands behind a number or a sentence of the levels. */
export interface Fact {
  readonly title: string;
  readonly what?: string;
  readonly formula?: string;
  /** Ids in the list of sources, or sentences where there is no paper. */
  readonly sources: readonly string[];
  readonly verification: Verification;
}

/** The fact behind a datum that carries its own source and grade. */
export const factOf = (title: string, what: string, { source, verification }: Pick<Sourced<unknown>, 'source' | 'verification'>): Fact => ({
  title,
  what,
  sources: [source],
  verification,
});

/** A number that opens its source, formula and grade; from memory or assumed, it says so beside itself. */
export function FactButton({ fact, children }: { readonly fact: Fact; readonly children: ReactNode }) {
  return (
    <NoteOpener title={fact.title} note={<FactNote fact={fact} />}>
      {children}
      <GradeMark verification={fact.verification} />
    </NoteOpener>
  );
}

function FactNote({ fact: { what, formula, sources, verification } }: { readonly fact: Fact }) {
  return (
    <>
      {what && <p>{what}</p>}
      {formula && <p className="formula">{formula}</p>}
      {sources.map((source) => (
        <p key={source} className="small-print note-source">
          {hasSource(source) ? `${citationLine(source)} Read of it: ${sourceById(source).read}.` : source}
        </p>
      ))}
      <p className="small-print">
        <span className="grade">{verification}</span> {VERIFICATION_LABELS[verification]}
      </p>
    </>
  );
}

/** The grades that have to be seen beside the number. */
export function GradeMark({ verification }: { readonly verification: Verification }) {
  return needsWarning(verification) ? <span className="grade-mark">{verification}</span> : null;
}
