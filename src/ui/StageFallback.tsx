/** Stands in the stage's place when it cannot be drawn; plots, numbers and controls go on beside it. */
export function StageFallback({ sentence, onRetry }: { readonly sentence: string; readonly onRetry: () => void }) {
  return (
    <div className="stage-fallback" role="alert">
      <p>{sentence}</p>
      <p className="quiet">The plots, the numbers and all controls keep working.</p>
      <button type="button" className="text-button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
