import { useEffect, useId } from 'react';
import { formatNumber, formatQuantity, formatSignificant } from '../../../core/format';
import { curveAt, PULSE_DIRECTIONS, type PulseCurves } from '../../../dose/threshold/pulseCurves';
import { useApp, usePulse, useView } from '../../appContext';
import { PlayPulse } from '../../bound/PlayPulse';
import { Announcement } from '../../controls/Announcement';
import { SliderTrack } from '../../controls/SliderTrack';
import { FactButton } from '../shared/FactButton';
import { SHORT } from './pulseFacts';
import { MOMENT_FACT } from './pulsePlotFacts';

const microseconds = { unit: 'µs', factor: 1e6, decimals: 0 };

export interface PulseScrubberProps {
  readonly curves: PulseCurves;
  readonly fieldAtTarget: number | null;
}

/** The moment of the pulse: one slider moves the mark in all plots and the arrows on the cortex. */
export function PulseScrubber({ curves, fieldAtTarget }: PulseScrubberProps) {
  const { view } = useApp();
  const pulse = usePulse();
  const id = useId();
  const { duration } = curves;
  const time = Math.min(useView((state) => state.pulseTime) ?? 0, duration);
  useEffect(() => () => view.setState({ pulseTime: null }), [view]);
  const move = (pulseTime: number): void => view.setState({ pulseTime });
  // From the pulse itself, as on the stage: samples would differ from it at the jumps of a rectangular pulse.
  const rateNow = pulse.currentRate(time);
  const current = `${formatNumber(pulse.current(time) * 1e-3, 2)}\u202fkA`;
  const field = fieldAtTarget === null ? null : `${formatNumber((fieldAtTarget * rateNow) / pulse.maxdIdt)}\u202fV/m`;
  const membrane = PULSE_DIRECTIONS.map(
    (direction) => `${formatSignificant(curveAt(curves.membrane[direction], duration, time), 2)} ${SHORT[direction]}`,
  );
  const rate = `${formatNumber(rateNow * 1e-6, 1)}\u202fA/µs`;
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
        onReset={() => move(0)}
      />
      <PlayPulse />
    </div>
  );
}
