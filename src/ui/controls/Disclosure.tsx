import type { ReactNode } from 'react';
import { Icon } from './Icon';

/** What is needed less often, one calm step away. */
export function Disclosure(props: {
  readonly title: string;
  readonly note?: string;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <details className="disclosure" open={props.open} onToggle={(event) => props.onToggle?.(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron" />
        <span>{props.title}</span>
        {props.note && <span className="disclosure-note">{props.note}</span>}
      </summary>
      <div className="disclosure-body">{props.children}</div>
    </details>
  );
}
