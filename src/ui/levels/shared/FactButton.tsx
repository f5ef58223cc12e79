import type { ReactNode } from 'react';
import type { Sourced, Verification } from '../../../core/sourced';
import { doiAddress, hasSource, sourceById } from '../../../evidence/sources';
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

/** The opener of a sentence or a plot, which has no number of its own to press. */
export const SourceButton = ({ fact }: { readonly fact: Fact }) => (
  <FactButton fact={fact}>
    <span className="source-word">source</span>
  </FactButton>
);

function FactNote({ fact: { what, formula, sources, verification } }: { readonly fact: Fact }) {
  return (
    <>
      {what && <p>{what}</p>}
      {formula && <p className="formula">{formula}</p>}
      {sources.map((source) => (
        <p key={source} className="small-print note-source">
          {hasSource(source) ? <Citation id={source} /> : source}
        </p>
      ))}
      <p className="small-print">
        <span className="grade">{verification}</span> {VERIFICATION_LABELS[verification]}
      </p>
    </>
  );
}

/** A source as it is cited, its identifier a link that leaves this page alone, and what of it was read. */
function Citation({ id }: { readonly id: string }) {
  const { citation, doi, read } = sourceById(id);
  return (
    <>
      {citation}{' '}
      {doi !== null && (
        <a href={doiAddress(doi)} target="_blank" rel="noreferrer">
          {doi}
        </a>
      )}{' '}
      Read of it: {read}.
    </>
  );
}

/** The grades that have to be seen beside the number. */
export function GradeMark({ verification }: { readonly verification: Verification }) {
  return needsWarning(verification) ? <span className="grade-mark">{verification}</span> : null;
}
