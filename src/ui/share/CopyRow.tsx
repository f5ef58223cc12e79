import { useId, useRef, useState } from 'react';
import { Announcement } from '../controls/Announcement';
import './copyRow.css';

/** A text to take along, with the button that copies it; where the browser does not let it, the text is marked for the person's own copy. */
export function CopyRow({ label, text, button, rows = 1 }: { label: string; text: string; button: string; rows?: number }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      field.current?.focus();
      field.current?.select();
      setSaid('This browser does not let the page copy: the text is marked, Ctrl+C copies it.');
    }
  };
  return (
    <div className="copy-row">
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        readOnly
        rows={rows}
        value={text}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" className="text-button" onClick={() => void copy()}>
        {button}
      </button>
      <p className="small-print copy-said">{said}</p>
      <Announcement text={said} />
    </div>
  );
}
