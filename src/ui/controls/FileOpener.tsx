import { type ChangeEvent, type ReactNode, useEffect, useRef } from 'react';
import { InputError } from '../../core/inputError';

/** A button that opens a file, and the ear for one that is dropped anywhere on the page as long as the button is there. */
export function FileOpener(props: {
  /** What a screen reader calls the file. */
  readonly label: string;
  /** Ends of the names that fit. */
  readonly accept: readonly string[];
  /** Throws an `InputError` for what does not fit. */
  readonly open: (file: File) => Promise<void>;
  /** Why the last file was not opened; null once one was. */
  readonly onProblem: (sentence: string | null) => void;
  readonly children: ReactNode;
}) {
  const { label, accept, open, onProblem, children } = props;
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File): Promise<void> => takeFile(() => open(file), file.name, onProblem);
  useDroppedFile(accept, take);
  const onPick = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = Array.from(event.target.files ?? []);
    if (file) void take(file);
    event.target.value = '';
  };
  return (
    <>
      <button type="button" className="text-button" onClick={() => input.current?.click()}>
        {children}
      </button>
      <input ref={input} type="file" accept={accept.join()} aria-label={label} hidden onChange={onPick} />
    </>
  );
}

/** Opens a file; a fault of it becomes a sentence, and success takes the last one back. */
export async function takeFile(open: () => Promise<void>, name: string, onProblem: (sentence: string | null) => void): Promise<void> {
  try {
    await open();
    onProblem(null);
  } catch (error) {
    if (error instanceof InputError) onProblem(error.message);
    else if (error instanceof DOMException) onProblem(`The file ${name} could not be read (${error.name}).`);
    else {
      // No fault of the file; nobody should wait for it in vain.
      onProblem(`The file ${name} was not opened: the program failed over it.`);
      throw error;
    }
  }
}

const allowFiles = (event: DragEvent): void => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
};

/** Hands over a dropped file whose name fits; another one is left to others. */
function useDroppedFile(accept: readonly string[], take: (file: File) => Promise<void>): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const fits = ({ name }: File): boolean => accept.some((end) => name.toLowerCase().endsWith(end));
    const drop = (event: DragEvent): void => {
      allowFiles(event);
      const file = Array.from(event.dataTransfer?.files ?? []).find(fits);
      if (!file) return;
      event.stopImmediatePropagation();
      void latest.current(file);
    };
    // While the event is captured: before whoever answers for files that nobody takes.
    window.addEventListener('drop', drop, true);
    return () => window.removeEventListener('drop', drop, true);
  }, [accept]);
}

/** Calls `refuse` with a dropped file that no opener took; none is opened in place of the page. */
export function useStrayFile(refuse: (file: File) => void): void {
  const latest = useRef(refuse);
  latest.current = refuse;
  useEffect(() => {
    const drop = (event: DragEvent): void => {
      allowFiles(event);
      const [file] = Array.from(event.dataTransfer?.files ?? []);
      if (file) latest.current(file);
    };
    window.addEventListener('dragover', allowFiles);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', allowFiles);
      window.removeEventListener('drop', drop);
    };
  }, []);
}
