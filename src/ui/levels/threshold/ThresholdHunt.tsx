import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { formatNumber } from '../../../core/format';
import type { ActivationCriterion } from '../../../dose/threshold/activationCriterion';
import { latestBlock } from '../../../dose/threshold/thresholdGame';
import { beginGesture } from '../../../state/store';
import { useApp } from '../../appContext';
import { Announcement } from '../../controls/Announcement';
import { NumberBox } from '../../controls/NumberBox';
import { SliderTrack } from '../../controls/SliderTrack';
import { FactButton } from '../shared/FactButton';
import { CoilOverHand } from './CoilOverHand';
import { MepTrace } from './MepTrace';
import { RecruitmentPlot } from './RecruitmentPlot';
import { ERROR_FACT, RULE_FACT, SUBJECT_FACT } from './thresholdFacts';
import { nameThreshold, newSubject, stimulate, useThreshold } from './thresholdMemory';
import { blockWords, trialSentence } from './trialWords';
import type { MotorField } from './useMotorField';
import { percentOfOutput, useOutput } from './useOutput';

/** Between two of ten pulses, in milliseconds: seconds in the clinic. */
const PULSE_PAUSE = 280;
const RULE_WORDS = 'The threshold is the lowest output at which 5 of 10 pulses give 50\u202fµV or more.';

const wholeNumber = { unit: '', factor: 1, decimals: 0 };

export interface ThresholdHuntProps {
  readonly motor: MotorField;
  readonly criterion: ActivationCriterion;
}

/** The hunt: bring the coil over the hand area, set the output, give pulses, count, name the threshold, see how far off it was. */
export function ThresholdHunt({ motor, criterion }: ThresholdHuntProps) {
  const { session } = useApp().simulation;
  const { game, trials, answer } = useThreshold((state) => state);
  const { output } = useOutput();
  const beyond = output > 1 + 1e-9;
  const acting = (motor.coupling ?? 1) * (criterion.pulseGain / criterion.referenceGain);
  const pulse = (): void => {
    if (!beyond) stimulate(session, output, acting);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.key.toLowerCase() !== 's' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    pulse();
  };
  const { left, giveTen } = useTenPulses(pulse);
  const trial = game.trials[trials - 1];
  const block = trials === 0 ? undefined : latestBlock(game.trials);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the button inside.
    <section className="level-block" onKeyDown={onKeyDown}>
      <h3>Find the motor threshold</h3>
      <CoilOverHand motor={motor} />
      <OutputSlider />
      <div className="level-row">
        <button type="button" className="text-button" title="Stimulate (S)" disabled={beyond} onClick={pulse}>
          Stimulate
        </button>
        <button type="button" className="text-button" title="Ten pulses at this output" disabled={beyond || left > 0} onClick={giveTen}>
          {left > 0 ? `${left} left` : '×\u202f10'}
        </button>
        <button type="button" className="text-button" disabled={trials === 0} onClick={() => nameThreshold(session, output, acting)}>
          This is the threshold
        </button>
      </div>
      {beyond && <p className="level-problem">The intensity is above what this stimulator gives; lower it to stimulate.</p>}
      <Announcement text={trialSentence(trial, block)} />
      <div className="hunt-pictures">
        <MepTrace trial={trial} serial={trials}>
          <span className="block-count">
            <FactButton fact={RULE_FACT}>{blockWords(block)}</FactButton>
          </span>
          <span>{RULE_WORDS}</span>
        </MepTrace>
        <RecruitmentPlot {...{ game, trials, output, answer }} />
      </div>
      {answer && <Answer {...answer} trials={trials} />}
      <SubjectRow />
    </section>
  );
}

/** Ten pulses, one after the other, so that each twitch is seen; leaving the screen ends them. */
function useTenPulses(pulse: () => void): { readonly left: number; readonly giveTen: () => void } {
  const [left, setLeft] = useState(0);
  const latest = useRef(pulse);
  latest.current = pulse;
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => {
      latest.current();
      setLeft(left - 1);
    }, PULSE_PAUSE);
    return () => clearTimeout(timer);
  }, [left]);
  return { left, giveTen: () => setLeft(10) };
}

function SubjectRow() {
  const { session } = useApp().simulation;
  const seed = useThreshold((state) => state.seed);
  return (
    <div className="level-row" data-sourced>
      <FactButton fact={SUBJECT_FACT}>Virtual subject</FactButton>
      <NumberBox
        label="Seed of the subject"
        value={seed}
        minimum={1}
        maximum={999_999}
        step={1}
        display={wholeNumber}
        onCommit={(next) => newSubject(session, Math.round(next))}
      />
      <button type="button" className="text-button" onClick={() => newSubject(session, seed + 1)}>
        Next subject
      </button>
    </div>
  );
}

/** The stage's intensity, in the unit of the machine. */
function OutputSlider() {
  const { store } = useApp().simulation;
  const { output, setOutput } = useOutput();
  const id = useId();
  const spec = { minimum: 0, maximum: Math.max(1, output), initial: 0.5, step: 0.01 };
  return (
    <div className="control">
      <div className="control-head">
        <label htmlFor={id}>Stimulator output</label>
        <NumberBox label="Stimulator output" value={output} {...spec} maximum={1} display={percentOfOutput} onCommit={setOutput} />
      </div>
      <SliderTrack
        id={id}
        spec={spec}
        value={output}
        valueText={`${formatNumber(100 * output)} % of the maximum output`}
        onChange={setOutput}
        onBegin={() => beginGesture(store)}
        onReset={() => setOutput(spec.initial)}
      />
    </div>
  );
}

function Answer({ estimate, truth, trials }: { readonly estimate: number; readonly truth: number; readonly trials: number }) {
  const error = estimate - truth;
  const words = `${formatNumber(Math.abs(100 * error), 1)}\u202f% of output too ${error < 0 ? 'low' : 'high'}`;
  return (
    <p className="level-notice" role="status">
      {`You named ${formatNumber(100 * estimate, 1)}\u202f% after ${trials} pulses; from where the coil stood the true threshold is ${formatNumber(100 * truth, 1)}\u202f%${truth > 1 ? ', beyond the machine' : ''}: `}
      <FactButton fact={ERROR_FACT}>{words}</FactButton>
    </p>
  );
}
