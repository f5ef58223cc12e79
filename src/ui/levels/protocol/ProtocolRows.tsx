import type { ReactNode } from 'react';
import type { NumberDisplay } from '../../../core/format';
import { formatQuantity } from '../../../core/format';
import { type Sourced, worstGrade } from '../../../core/sourced';
import { NumberBox } from '../../controls/NumberBox';
import { type Fact, FactButton } from '../shared/FactButton';
import type { ProtocolEditing } from './protocolMemory';

const count: NumberDisplay = { unit: '', factor: 1, decimals: 0 };

export function CountBox(props: { label: string; value: number; most: number; onCommit: (value: number) => void }) {
  const { label, value, most, onCommit } = props;
  return (
    <NumberBox {...{ label, value }} minimum={1} maximum={most} step={1} display={count} onCommit={(next) => onCommit(Math.round(next))} />
  );
}

/** A published number beside the one in the box. */
export interface PublishedNumber {
  readonly datum: Sourced<number> | undefined;
  readonly value: number | undefined;
  readonly display?: NumberDisplay;
}

/** What stands behind the numbers of a row: the published ones, or that they are the person's own and what is published instead. */
export function rowFact(label: string, numbers: readonly PublishedNumber[]): { readonly own: boolean; readonly fact: Fact } {
  const data = numbers.flatMap(({ datum }) => (datum ? [datum] : []));
  const own = data.length < numbers.length || numbers.some(({ datum, value }) => datum?.value !== value);
  const published = numbers.map(({ datum, display = count }) => (datum ? formatQuantity(datum.value, display) : '–')).join(' and ');
  if (data.length === 0) {
    const what = 'Your own value, or one from a file: nothing published stands behind it.';
    return { own, fact: { title: label, what, sources: ['project-choice'], verification: 'assumed' } };
  }
  const chosen = data.every(({ source }) => source === 'project-choice');
  const stated = chosen
    ? 'Chosen for this simulator, because nothing published states it.'
    : 'As published; intervals are from onset to onset.';
  const what = own
    ? `Your own value, or one from a file. ${chosen ? 'The preset has' : 'Published'}: ${published}; source and grade are of that.`
    : stated;
  const worst = worstGrade(data.map(({ verification }) => verification));
  const derived = worst === 'computed' ? { formula: derivationOf(data) } : {};
  return { own, fact: { title: label, what, sources: [...new Set(data.map(({ source }) => source))], verification: worst, ...derived } };
}

/** How a computed datum follows from published ones, in the words of its file. */
function derivationOf(data: readonly Sourced<number>[]): string {
  const notes = data.flatMap((datum) => ((datum as { note?: string }).note ? [(datum as { note?: string }).note as string] : []));
  return notes.length > 0 ? notes.join('; ') : 'count = pulses in a session / pulses of one of its parts';
}

export interface EditorRowProps {
  readonly label: string;
  readonly numbers: readonly PublishedNumber[];
  readonly problem: ProtocolEditing['problem'];
  readonly onTakeBack: () => void;
  readonly inner?: boolean;
  readonly children: ReactNode;
}

/** Boxes with where their values come from; what cannot be run yet has its sentence below, and the way back. */
export function EditorRow({ label, numbers, problem, onTakeBack, inner, children }: EditorRowProps) {
  const { own, fact } = rowFact(label, numbers);
  return (
    <>
      <div className="editor-row" data-inner={inner || undefined} data-own={own || undefined}>
        <span className="editor-label">{label}</span>
        <span className="editor-source">
          <FactButton fact={fact}>{own ? 'own value' : <span className="source-word">source</span>}</FactButton>
        </span>
        {children}
      </div>
      {problem?.row === label && (
        <div className="level-problem" role="alert">
          <p>
            {problem.sentence} The timeline keeps the last protocol that can be run. <FactButton fact={LIMITS_FACT}>why</FactButton>
          </p>
          <button type="button" className="text-button" onClick={onTakeBack}>
            Take it back
          </button>
        </div>
      )}
    </>
  );
}

const LIMITS_FACT: Fact = {
  title: 'What can be run',
  what: 'One thing must end before the next begins, pulses are at least 1 ms apart because a pulse lasts about 0.3 ms, a day of sessions ends within the day, and counts are bounded so that nothing hangs. These are limits of arithmetic and of this program, not of treatment.',
  formula: 'interval ≥ count × inner interval',
  sources: ['arithmetic'],
  verification: 'computed',
};
