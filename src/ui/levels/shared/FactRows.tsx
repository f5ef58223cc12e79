import type { ReactNode } from 'react';
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
      <dl className="fact-rows">
        {rows.map(({ label, value, fact }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <FactButton fact={fact}>{value}</FactButton>
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
