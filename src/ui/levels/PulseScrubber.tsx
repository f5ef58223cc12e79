import { useEffect, useId } from 'react';
import { formatNumber, formatQuantity, formatSignificant } from '../../core/format';
import { useApp, useView } from '../appContext';
import { PlayPulse } from '../PlayPulse';
import { SliderTrack } from '../SliderTrack';
import { type Fact, FactButton } from './FactButton';
import { curveAt, type PulseCurves } from './pulseCurves';

const microseconds = { unit: 'µs', factor: 1e6, decimals: 0 };

const CURVES_FACT: Fact = {
  title: 'The curves of a pulse',
  what: 'Current and its rate follow from the circuit of the chosen stimulator, stretched to the chosen width; the field at the target has the shape of dI/dt, not of I. V is the answer of a leaky membrane to a field whose first peak is 1, so it has no unit.',
  formula: 'E(t) = e(target) · dI/dt;  τ dV/dt = −V + E(t) / E_first peak',
  sources: ['dostilio-2016', 'Circuit as listed with the stimulator, in part fitted to measured waveforms.'],
  verification: 'computed',
};

export interface PulseScrubberProps {
  readonly curves: PulseCurves;
  readonly dIdt: number;
  readonly fieldAtTarget: number | null;
  /** Whether the moment belongs to the pulse of the stage, so that the arrows on the cortex may follow and the pulse may be played. */
  readonly ofStage: boolean;
}

/** The moment of the pulse: one slider moves the mark in all plots and, when the stage shows the same pulse, the arrows on the cortex. */
export function PulseScrubber({ curves, dIdt, fieldAtTarget, ofStage }: PulseScrubberProps) {
  const { view } = useApp();
  const id = useId();
  const { duration } = curves;
  const time = Math.min(useView((state) => state.pulseTime) ?? 0, duration);
  useEffect(() => () => view.setState({ pulseTime: null }), [view]);
  const move = (pulseTime: number): void => view.setState({ pulseTime });
  const share = (values: Float64Array): number => curveAt(values, duration, time);
  const field = fieldAtTarget === null ? '' : ` · E ${formatNumber(fieldAtTarget * share(curves.currentRate))}\u202fV/m`;
  return (
    <div className="pulse-scrubber">
      <label htmlFor={id}>Moment of the pulse</label>
      <span className="scrubber-reading">
        <output htmlFor={id}>
          {`${formatQuantity(time, microseconds)} · I ${formatNumber(dIdt * share(curves.current) * 1e-3, 2)}\u202fkA · dI/dt ${formatNumber(dIdt * share(curves.currentRate) * 1e-6, 1)}\u202fA/µs${field} · V ${formatSignificant(share(curves.membrane['posterior-anterior']), 2)} PA, ${formatSignificant(share(curves.membrane['anterior-posterior']), 2)} AP`}
        </output>{' '}
        <FactButton fact={CURVES_FACT}>how?</FactButton>
      </span>
      <SliderTrack
        id={id}
        spec={{ minimum: 0, maximum: duration, initial: 0, step: 1e-6 }}
        value={time}
        valueText={formatQuantity(time, microseconds)}
        onChange={move}
        onBegin={() => {}}
        onEnd={() => {}}
        onReset={() => move(0)}
      />
      {ofStage && <PlayPulse />}
    </div>
  );
}
