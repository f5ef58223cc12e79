import type { ReactNode } from 'react';
import type { Sourced } from '../../../core/sourced';
import { FactButton } from './FactButton';

/** A datum of the evidence files as a number on the screen. */
export function SourcedNumber<T>(props: {
  readonly datum: Sourced<T>;
  readonly title: string;
  readonly what?: string;
  readonly formula?: string;
  readonly children: ReactNode;
}) {
  const { datum, title, what, formula, children } = props;
  return <FactButton fact={{ title, what, formula, sources: [datum.source], verification: datum.verification }}>{children}</FactButton>;
}
