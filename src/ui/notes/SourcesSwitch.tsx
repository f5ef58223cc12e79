import { useApp, useView } from '../appContext';
import { CheckControl } from '../controls/CheckControl';

/** What the raised dots mean, and the switch that shows sources and grades in words. */
export function SourcesSwitch() {
  const { view } = useApp();
  const shown = useView(({ showSources }) => showSources);
  return (
    <span className="source-keys">
      <CheckControl label="Sources" checked={shown} onChange={(showSources) => view.setState({ showSources })} />
      <span className="small-print">
        <span className="source-key" /> has a source, <span className="source-key" data-hollow /> assumed or unverified
      </span>
    </span>
  );
}
