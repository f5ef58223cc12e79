import type { ReactNode } from 'react';
import { type Fact, FactButton } from './FactButton';

/** A box under a name that opens what stands behind the number in it. */
export function BoxRow({ label, fact, children }: { readonly label: string; readonly fact: Fact; readonly children: ReactNode }) {
  return (
    <div className="output-row" data-sourced>
      <FactButton fact={fact}>{label}</FactButton>
      {children}
    </div>
  );
}
