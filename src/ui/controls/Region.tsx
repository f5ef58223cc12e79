import { Component, Fragment, type ReactNode } from 'react';

/** Thrown where a part of the program that comes when it is needed did not come. */
export class MissingPart extends Error {}

export interface RegionProps {
  /** What stands here, as the subject of a sentence. */
  readonly name: string;
  /** Class of the place that is taken when it fails. */
  readonly className?: string;
  /** A further way out, such as closing. */
  readonly leave?: { readonly label: string; readonly run: () => void };
  readonly children: ReactNode;
}

/** A part of the page that fails alone: one sentence and ways out stand in its place, and everything else goes on. */
export class Region extends Component<RegionProps, { readonly fault: unknown; readonly attempt: number }> {
  override state = { fault: null, attempt: 0 };

  static getDerivedStateFromError(fault: unknown): { fault: unknown } {
    return { fault: fault ?? new Error('unknown') };
  }

  readonly #retry = (): void => this.setState(({ attempt }) => ({ fault: null, attempt: attempt + 1 }));

  override render(): ReactNode {
    const { name, className, leave, children } = this.props;
    const { fault, attempt } = this.state;
    if (fault === null) return <Fragment key={attempt}>{children}</Fragment>;
    const reason = (fault as unknown) instanceof MissingPart ? 'could not be loaded; the connection may be down' : 'could not be shown';
    return (
      <div className={`region-fault ${className ?? ''}`} role="alert">
        <p>{`${name} ${reason}. Everything else goes on, and your choices are kept.`}</p>
        <div className="region-ways">
          <button type="button" className="text-button" onClick={this.#retry}>
            Try again
          </button>
          {leave && (
            <button type="button" className="text-button" onClick={leave.run}>
              {leave.label}
            </button>
          )}
          <button type="button" className="text-button" onClick={() => window.location.reload()}>
            Reload the page
          </button>
        </div>
      </div>
    );
  }
}
