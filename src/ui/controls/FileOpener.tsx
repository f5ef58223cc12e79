import { type ChangeEvent, type ReactNode, useEffect, useRef } from 'react';
import { InputError } from '../../core/inputError';

/** A button that opens a file, and the ear for one that is dropped anywhere on the page as long as the button is there. */
export function FileOpener(props: {
  /** What a screen reader calls the file. */
  readonly label: string;
  /** Ends of the names that fit, with a comma between. */
  readonly accept: string;
  /** Throws an `InputError` for what does not fit. */
  readonly open: (file: File) => Promise<void>;
  readonly onProblem: (sentence: string) => void;
  readonly children: ReactNode;
}) {
  const { label, accept, open, onProblem, children } = props;
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File): Promise<void> => {
    try {
      await open(file);
    } catch (error) {
      if (error instanceof InputError) onProblem(error.message);
      else if (error instanceof DOMException) onProblem(`The file ${file.name} could not be read (${error.name}).`);
      else throw error;
    }
  };
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
      <input ref={input} type="file" accept={accept} aria-label={label} hidden onChange={onPick} />
    </>
  );
}

/** Hands over a dropped file whose name fits; another one is for others, and none is opened in place of the page. */
function useDroppedFile(accept: string, take: (file: File) => Promise<void>): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const fits = ({ name }: File): boolean => accept.split(',').some((end) => name.toLowerCase().endsWith(end));
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      over(event);
      const file = Array.from(event.dataTransfer?.files ?? []).find(fits);
      if (file) void latest.current(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [accept]);
}
