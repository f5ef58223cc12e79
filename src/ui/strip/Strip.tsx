import { useState } from 'react';
import type { StripTab } from '../../state/viewStore';
import { useApp, useView } from '../appContext';
import { Icon } from '../controls/Icon';
import { Tabs } from '../controls/Tabs';
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
  const { view } = useApp();
  const [open, setOpen] = useState(true);
  const tab = useView((shown) => shown.stripTab);
  return (
    <section className="strip" aria-label="Plots and numbers" data-open={open} inert={inert}>
      <button type="button" className="strip-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="chevron" />
        <span className={open ? 'visually-hidden' : undefined}>{open ? 'Hide plots' : 'Plots and numbers'}</span>
      </button>
      <h2 className="visually-hidden">Plots and numbers</h2>
      {open && (
        <>
          <Tabs
            name="strip"
            className="strip-tabs"
            label="Plots and numbers"
            tabs={TABS}
            chosen={tab}
            onChoose={(stripTab) => view.setState({ stripTab })}
            upAndDown
          />
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
