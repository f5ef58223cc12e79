import type { ReactNode } from 'react';
import { LabelledRows } from '../../controls/LabelledRows';
import { type Fact, FactButton } from './FactButton';

export interface FactRow {
  readonly label: string;
  readonly value: string;
  readonly fact: Fact;
}

/** Numbers under a heading, each with what stands behind it. */
export function FactRows({
  title,
  rows,
  children,
}: {
  readonly title: string;
  readonly rows: readonly FactRow[];
  readonly children?: ReactNode;
}) {
  return (
    <section className="level-block">
      <h3>{title}</h3>
      <LabelledRows
        className="fact-rows"
        rows={rows.map(({ label, value, fact }) => ({ label, value: <FactButton fact={fact}>{value}</FactButton> }))}
      />
      {children}
    </section>
  );
}
