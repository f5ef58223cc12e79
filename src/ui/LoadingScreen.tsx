/** The same frame as the simulator's, so that nothing moves when it arrives. `progress` from 0 to 1. */
export function LoadingScreen({ progress, message }: { readonly progress: number; readonly message: string }) {
  const share = Math.min(Math.max(progress, 0), 1);
  return (
    <div className="app" aria-busy="true">
      <main className="stage loading">
        <header className="header">
          <div className="header-words">
            <h1>Coilscope</h1>
            <p className="main-line">{message}</p>
          </div>
        </header>
        <div
          className="progress"
          role="progressbar"
          aria-label={message}
          aria-valuenow={Math.round(100 * share)}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <span style={{ transform: `scaleX(${share})` }} />
        </div>
      </main>
      <div className="strip" data-open="true" />
      <div className="panel" />
    </div>
  );
}
