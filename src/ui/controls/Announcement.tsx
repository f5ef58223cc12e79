import { useEffect, useState } from 'react';

/** An interaction has ended when nothing changed for this long, in milliseconds. */
const QUIET = 700;

/** A result in words for those who do not see it change: spoken politely, once, when a change has ended; not when it first stands there. */
export function Announcement({ text }: { readonly text: string }) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), QUIET);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <span className="visually-hidden" aria-live="polite">
      {settled}
    </span>
  );
}
