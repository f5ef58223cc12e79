import { type KeyboardEvent, useId } from 'react';
import { formatNumber } from '../../core/format';
import { latestBlock } from '../../dose/thresholdGame';
import { useApp } from '../appContext';
import { CheckControl } from '../CheckControl';
import { NumberBox } from '../NumberBox';
import { SliderTrack } from '../SliderTrack';
import { FactButton } from './FactButton';
import { MepTrace } from './MepTrace';
import { RecruitmentPlot } from './RecruitmentPlot';
import { ERROR_FACT, RULE_FACT, SUBJECT_FACT } from './thresholdFacts';
import { nameThreshold, newSubject, setOutput, stimulate, thresholdMemoryOf, useThreshold } from './thresholdMemory';

export const percentOfOutput = { unit: '%', factor: 100, decimals: 0 };
const wholeNumber = { unit: '', factor: 1, decimals: 0 };
export const OUTPUT_SPEC = { minimum: 0, maximum: 1, initial: 0.4, step: 0.01 };

export interface ThresholdHuntProps {
  /** Share of the output that reaches the hand area from where the coil stands, or null when it is not over a motor target. */
  readonly coupling: number | null;
  readonly useCoupling: boolean;
  readonly onUseCoupling: (on: boolean) => void;
}

/** The hunt: set the output, give pulses, count, name the threshold, see how far off it was. */
export function ThresholdHunt({ coupling, useCoupling, onUseCoupling }: ThresholdHuntProps) {
  const memory = thresholdMemoryOf(useApp().view);
  const { seed, game, trials, output, answer } = useThreshold((state) => state);
  const acting = useCoupling && coupling !== null ? coupling : 1;
  const pulse = (): void => stimulate(memory, acting);
  const onKeyDown = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.key.toLowerCase() !== 's' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    pulse();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the button inside.
    <section className="level-block" onKeyDown={onKeyDown}>
      <h3>Find the motor threshold</h3>
      <div className="level-row">
        <span>Subject</span>
        <NumberBox
          label="Seed of the subject"
          value={seed}
          minimum={1}
          maximum={999_999}
          step={1}
          display={wholeNumber}
          onCommit={(next) => newSubject(memory, Math.round(next))}
        />
        <button type="button" className="text-button" onClick={() => newSubject(memory, seed + 1)}>
          Next subject
        </button>
        <FactButton fact={SUBJECT_FACT}>who is this?</FactButton>
      </div>
      <OutputSlider output={output} onOutput={(next) => setOutput(memory, next)} />
      <div className="level-row">
        <button type="button" className="text-button" title="Stimulate (S)" onClick={pulse}>
          Stimulate
        </button>
        <BlockCount />
        <button type="button" className="text-button" disabled={trials === 0} onClick={() => nameThreshold(memory, acting)}>
          This is the threshold
        </button>
      </div>
      {coupling !== null && (
        <CheckControl
          label={`Coil as it stands on the stage: ${formatNumber(100 * coupling)}\u202f% of the largest field reaches the hand area`}
          checked={useCoupling}
          onChange={onUseCoupling}
        />
      )}
      <div className="hunt-pictures">
        <MepTrace trial={game.trials[trials - 1]} />
        <RecruitmentPlot {...{ game, trials, output, truth: answer?.truth ?? null }} />
      </div>
      {answer && <Answer {...answer} trials={trials} />}
    </section>
  );
}

function OutputSlider({ output, onOutput }: { readonly output: number; readonly onOutput: (output: number) => void }) {
  const id = useId();
  return (
    <div className="control">
      <div className="control-head">
        <label htmlFor={id}>Stimulator output</label>
        <NumberBox label="Stimulator output" value={output} {...OUTPUT_SPEC} display={percentOfOutput} onCommit={onOutput} />
      </div>
      <SliderTrack
        id={id}
        spec={OUTPUT_SPEC}
        value={output}
        valueText={`${formatNumber(100 * output)} % of the maximum output`}
        onChange={onOutput}
        onBegin={() => {}}
        onEnd={() => {}}
        onReset={() => onOutput(OUTPUT_SPEC.initial)}
      />
    </div>
  );
}

/** Where the latest run of pulses at one output stands. */
function BlockCount() {
  const game = useThreshold((state) => state.game);
  const trials = useThreshold((state) => state.trials);
  const block = trials === 0 ? undefined : latestBlock(game.trials);
  const verdict = { reached: ': reached', missed: ': not reached', undecided: '' };
  return (
    <output className="block-count">
      <FactButton fact={RULE_FACT}>{block ? `${block.responses} of ${block.pulses}${verdict[block.verdict]}` : '0 of 0'}</FactButton>
    </output>
  );
}

function Answer({ estimate, truth, trials }: { readonly estimate: number; readonly truth: number; readonly trials: number }) {
  const error = estimate - truth;
  const words = `${formatNumber(Math.abs(100 * error), 1)}\u202f% of output too ${error < 0 ? 'low' : 'high'}`;
  return (
    <p className="level-notice" role="status">
      {`You named ${formatNumber(100 * estimate)}\u202f% after ${trials} pulses; the true threshold is ${formatNumber(100 * truth, 1)}\u202f%: `}
      <FactButton fact={ERROR_FACT}>{words}</FactButton>
    </p>
  );
}
