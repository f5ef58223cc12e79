import { Icon } from './Icon';

/** A calm sentence about something that went differently from what was asked. */
export interface Notice {
  readonly id: string;
  readonly sentence: string;
  /** `problem` is read out at once, `note` when the reader is free. */
  readonly kind: 'note' | 'problem';
  readonly action?: { readonly label: string; readonly run: () => void };
}

export function NoticeList({ notices, onDismiss }: { readonly notices: readonly Notice[]; readonly onDismiss: (id: string) => void }) {
  return (
    <div className="notices">
      {notices.map(({ id, sentence, kind, action }) => (
        <div key={id} className="notice" data-kind={kind} role={kind === 'problem' ? 'alert' : 'status'}>
          <p>{sentence}</p>
          {action && (
            <button type="button" className="text-button" onClick={action.run}>
              {action.label}
            </button>
          )}
          <button type="button" className="icon-button" aria-label="Dismiss this message" onClick={() => onDismiss(id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
