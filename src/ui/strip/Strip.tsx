import { type KeyboardEvent, useState } from 'react';
import type { StripTab } from '../../state/viewStore';
import { useApp, useView } from '../appContext';
import { Icon } from '../controls/Icon';
import { ShownScene } from '../shown/ShownScene';
import { CoilsPage } from './CoilsPage';
import { ComparePage } from './ComparePage';
import { FalloffPlot } from './FalloffPlot';
import { PulsePlot } from './PulsePlot';
import { ReadoutList } from './ReadoutList';
import { RegionsPage } from './RegionsPage';
import { TargetPage } from './TargetPage';

const TABS: readonly { readonly id: StripTab; readonly label: string }[] = [
  { id: 'plots', label: 'Plots' },
  { id: 'target', label: 'Target' },
  { id: 'coils', label: 'Coils' },
  { id: 'regions', label: 'Regions' },
  { id: 'compare', label: 'Compare' },
];

/** The linked plots and numbers below the stage, one page at a time; pages that are not shown compute nothing. */
export function Strip({ inert = false }: { readonly inert?: boolean }) {
  const [open, setOpen] = useState(true);
  const tab = useView((view) => view.stripTab);
  return (
    <section className="strip" aria-label="Plots and numbers" data-open={open} inert={inert}>
      <button type="button" className="strip-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="chevron" />
        <span className={open ? 'visually-hidden' : undefined}>{open ? 'Hide plots' : 'Plots and numbers'}</span>
      </button>
      {open && (
        <>
          <Tabs tab={tab} />
          <div className="strip-page" role="tabpanel" id="strip-page" aria-labelledby={`strip-tab-${tab}`} data-tab={tab}>
            {tab === 'compare' ? (
              <ComparePage />
            ) : (
              <ShownScene>
                <Page tab={tab} />
              </ShownScene>
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** Arrows move along the tabs and choose at once, as the pattern for tabs asks. */
function Tabs({ tab }: { readonly tab: StripTab }) {
  const { view } = useApp();
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = TABS.findIndex(({ id }) => id === tab);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const { id } = TABS[(to + TABS.length) % TABS.length];
    view.setState({ stripTab: id });
    document.getElementById(`strip-tab-${id}`)?.focus();
  };
  return (
    <div className="strip-tabs" role="tablist" aria-label="Plots and numbers" onKeyDown={onKeyDown}>
      {TABS.map(({ id, label }) => (
        <button
          key={id}
          id={`strip-tab-${id}`}
          type="button"
          role="tab"
          aria-selected={id === tab}
          aria-controls="strip-page"
          tabIndex={id === tab ? 0 : -1}
          onClick={() => view.setState({ stripTab: id })}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function Page({ tab }: { readonly tab: StripTab }) {
  switch (tab) {
    case 'target':
      return <TargetPage />;
    case 'coils':
      return <CoilsPage />;
    case 'regions':
      return <RegionsPage />;
    default:
      return (
        <div className="strip-cells">
          <FalloffPlot />
          <PulsePlot />
          <ReadoutList />
        </div>
      );
  }
}
