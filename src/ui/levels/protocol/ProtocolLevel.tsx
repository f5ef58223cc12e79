import { FactRows } from '../shared/FactRows';
import './protocol.css';

import { useProtocolOutcome } from '../shared/useProtocolChoice';
import { ProtocolTimeline } from '../timeline/ProtocolTimeline';
import { ProtocolEditor } from './ProtocolEditor';
import { ProtocolMachine } from './ProtocolMachine';
import { ProtocolTrains } from './ProtocolTrains';
import { summaryRows } from './protocolFacts';

/** From one pulse to a course of weeks, in nested timing. */
export function ProtocolLevel() {
  const outcome = useProtocolOutcome();
  return (
    <div className="level-screen">
      <ProtocolTimeline />
      <div className="protocol-columns">
        <ProtocolEditor />
        <div>
          <FactRows title="Counts and durations" rows={summaryRows(outcome)} />
          <ProtocolMachine />
        </div>
        <ProtocolTrains />
      </div>
    </div>
  );
}
