import { useMemo } from 'react';
import { aftereffectData } from '../../../dose/aftereffect/aftereffectData';
import { type ThetaBurstPattern, thetaBurstAftereffect } from '../../../dose/aftereffect/thetaBurstAftereffect';
import { useChoice } from '../../appContext';
import '../shared/evidence.css';
import './aftereffect.css';
import { useLevelMemory } from '../shared/levelMemory';
import { SourcedList, SourcedSentence } from '../shared/SourcedSentence';
import { AftereffectBuildUp } from './AftereffectBuildUp';
import { AftereffectControls } from './AftereffectControls';
import { AftereffectPeople } from './AftereffectPeople';
import { AftereffectPlot } from './AftereffectPlot';
import { AftereffectReadings } from './AftereffectReadings';
import { AftereffectDisagreements, AftereffectMeasured } from './AftereffectWords';
import { patternOf } from './aftereffectCurves';

/** Minutes to an hour: what theta bursts leave behind at the motor cortex, by the model and as measured. */
export function AftereffectLevel() {
  const [patternId] = useLevelMemory('patternId');
  const [own] = useLevelMemory('ownPattern');
  const protocol = useChoice((choices) => choices.protocol);
  const pattern = useMemo(() => patternOf(patternId, own, protocol.segments), [patternId, own, protocol]);
  return (
    <section className="evidence-level aftereffect-level" aria-label="After-effect">
      <div className="aftereffect-grid">
        <div className="aftereffect-controls">
          <AftereffectControls />
        </div>
        {typeof pattern === 'string' ? <NoModel reason={pattern} /> : <Model pattern={pattern} patternId={patternId} />}
        <div className="aftereffect-words">
          <AftereffectMeasured />
          <AftereffectPeople />
          <AftereffectDisagreements />
        </div>
        <div className="aftereffect-limits">
          <h3>What this model cannot do</h3>
          <SourcedList title="Limit of the model" sentences={aftereffectData.limits} />
        </div>
      </div>
    </section>
  );
}

function Model({ pattern, patternId }: { readonly pattern: ThetaBurstPattern; readonly patternId: string }) {
  const [priorContraction] = useLevelMemory('priorContraction');
  const [laterContraction] = useLevelMemory('laterContraction');
  const effect = useMemo(
    () => thetaBurstAftereffect({ pattern, priorContraction, laterContraction }),
    [pattern, priorContraction, laterContraction],
  );
  return (
    <>
      <div className="aftereffect-readings">
        <AftereffectReadings effect={effect} pattern={pattern} />
      </div>
      <div className="aftereffect-plots">
        <AftereffectPlot effect={effect} patternId={patternId} />
        <AftereffectBuildUp pattern={pattern} priorContraction={priorContraction} />
      </div>
    </>
  );
}

/** The protocol of the editor is none that the model knows. */
function NoModel({ reason }: { readonly reason: string }) {
  const [, frequencies] = aftereffectData.limits;
  return (
    <div className="aftereffect-plots">
      <p className="level-notice" role="status">
        <SourcedSentence title="What the model knows" sentence={{ ...frequencies, text: reason }} />
      </p>
    </div>
  );
}
