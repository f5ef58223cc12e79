import { useState } from 'react';
import { FalloffPlot } from './FalloffPlot';
import { Icon } from './Icon';
import { PulsePlot } from './PulsePlot';
import { ReadoutList } from './ReadoutList';

/** The linked plots and numbers below the stage. */
export function Strip() {
  const [open, setOpen] = useState(true);
  return (
    <section className="strip" aria-label="Plots and numbers" data-open={open}>
      <button type="button" className="strip-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="chevron" />
        <span className={open ? 'visually-hidden' : undefined}>{open ? 'Hide plots' : 'Plots and numbers'}</span>
      </button>
      {open && (
        <div className="strip-cells">
          <FalloffPlot />
          <PulsePlot />
          <ReadoutList />
        </div>
      )}
    </section>
  );
}
