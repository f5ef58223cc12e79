/** Where the browser's message names the file that did not come. */
const ADDRESS = /https?:\/\/\S+/;

/**
 * A part of the program that is imported when it is needed, as a function that brings it. A browser remembers that a module could not be fetched
 * and refuses it at once ever after (HTML, module map; seen in Chromium), so the next call asks for the same file under another address.
 */
export function latePart<M>(load: () => Promise<M>, importFrom = importModule): () => Promise<M> {
  let part: Promise<M> | null = null;
  let address: string | null = null;
  let attempts = 0;
  return () => {
    const attempt = part ?? (address === null ? load() : (importFrom(withAttempt(address, ++attempts)) as Promise<M>));
    part = attempt;
    return attempt.catch((error: unknown) => {
      if (part === attempt) part = null;
      address ??= ADDRESS.exec(error instanceof Error ? error.message : '')?.[0] ?? null;
      throw error;
    });
  };
}

const importModule = (address: string): Promise<unknown> => import(/* @vite-ignore */ address);

function withAttempt(address: string, attempt: number): string {
  const url = new URL(address);
  url.searchParams.set('attempt', `${attempt}`);
  return url.href;
}
