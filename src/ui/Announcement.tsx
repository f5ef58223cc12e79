import { useEffect, useState } from 'react';

/** An interaction has ended when nothing changed for this long, in milliseconds. */
const QUIET = 700;

/** A sentence that is spoken once what it is about has come to rest; nobody sees it. */
export function Announcement({ text }: { readonly text: string }) {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), QUIET);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {settled}
    </p>
  );
}
