import type { ReactNode } from 'react';

export interface LabelledRow {
  readonly label: string;
  readonly value: ReactNode;
}

/** Numbers or words, each beside its label. */
export function LabelledRows({ rows, className }: { readonly rows: readonly LabelledRow[]; readonly className?: string }) {
  return (
    <dl className={className}>
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
