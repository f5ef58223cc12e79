import { FactRows } from './FactRows';
import './protocol.css';
import { MachineLoad, TrainChecks } from './ProtocolChecks';
import { ProtocolEditor } from './ProtocolEditor';
import { ProtocolTimeline } from './ProtocolTimeline';
import { summaryRows } from './protocolFacts';
import { useProtocol } from './protocolMemory';

/** From one pulse to a course of weeks, in nested timing. */
export function ProtocolLevel() {
  const checked = useProtocol((state) => state.checked);
  return (
    <div className="level-screen">
      <ProtocolTimeline />
      <div className="protocol-columns">
        <ProtocolEditor />
        <div>
          <FactRows title="Counts and durations" rows={summaryRows(checked)} />
          <MachineLoad />
        </div>
        <TrainChecks />
      </div>
    </div>
  );
}
