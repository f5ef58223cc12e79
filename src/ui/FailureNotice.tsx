/** Shown instead of the simulator when it cannot start at all: what was wrong, and a way out. */
export function FailureNotice({ sentence, onRetry }: { readonly sentence: string; readonly onRetry: () => void }) {
  return (
    <main className="failure" role="alert">
      <h1>Coilscope could not start</h1>
      <p>{sentence}</p>
      <button type="button" className="text-button" onClick={onRetry}>
        Try again
      </button>
      <p className="not-clinical">Teaching model. Not for clinical use.</p>
    </main>
  );
}
