import { useEffect, useId } from 'react';
import { formatNumber, formatQuantity, formatSignificant } from '../../core/format';
import { Announcement } from '../Announcement';
import { useApp, useView } from '../appContext';
import { PlayPulse } from '../PlayPulse';
import { SliderTrack } from '../SliderTrack';
import { FactButton } from './FactButton';
import { curveAt, PULSE_DIRECTIONS, type PulseCurves } from './pulseCurves';
import { SHORT } from './pulseFacts';
import { MOMENT_FACT } from './pulsePlotFacts';

const microseconds = { unit: 'µs', factor: 1e6, decimals: 0 };

export interface PulseScrubberProps {
  readonly curves: PulseCurves;
  readonly dIdt: number;
  readonly fieldAtTarget: number | null;
}

/** The moment of the pulse: one slider moves the mark in all plots and the arrows on the cortex. */
export function PulseScrubber({ curves, dIdt, fieldAtTarget }: PulseScrubberProps) {
  const { view } = useApp();
  const id = useId();
  const { duration } = curves;
  const time = Math.min(useView((state) => state.pulseTime) ?? 0, duration);
  useEffect(() => () => view.setState({ pulseTime: null }), [view]);
  const move = (pulseTime: number): void => view.setState({ pulseTime });
  const share = (values: Float64Array): number => curveAt(values, duration, time);
  const current = `${formatNumber(dIdt * share(curves.current) * 1e-3, 2)}\u202fkA`;
  const field = fieldAtTarget === null ? null : `${formatNumber(fieldAtTarget * share(curves.currentRate))}\u202fV/m`;
  const membrane = PULSE_DIRECTIONS.map((direction) => `${formatSignificant(share(curves.membrane[direction]), 2)} ${SHORT[direction]}`);
  const rate = `${formatNumber(dIdt * share(curves.currentRate) * 1e-6, 1)}\u202fA/µs`;
  return (
    <div className="pulse-scrubber">
      <label htmlFor={id}>Moment of the pulse</label>
      <p className="scrubber-reading">
        <output htmlFor={id} aria-live="off">
          {`${formatQuantity(time, microseconds)} · I ${current} · dI/dt ${rate}${field === null ? '' : ` · E ${field}`} · V ${membrane.join(', ')}`}
        </output>{' '}
        <FactButton fact={MOMENT_FACT}>how?</FactButton>
      </p>
      <Announcement
        text={`At ${formatQuantity(time, microseconds)}: ${field === null ? '' : `field ${field} at the target, `}current ${current}, rate ${rate}.`}
      />
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
      <PlayPulse />
    </div>
  );
}
