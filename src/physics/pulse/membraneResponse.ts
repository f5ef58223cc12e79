import type { Pulse } from './pulse';

const STEPS = 20000;

/**
 * Response of a leaky membrane to a pulse, `τ dV/dt = -V + E(t)`, V(0) = 0, where E is dI/dt over its first peak (so V has the unit of E and is
 * 1 where E stays 1 for long). `count` samples at equal steps over the pulse. Exponential integrator with midpoint values:
 * exact for a constant field, second order else. τ must be positive. Source: Barker 1991; Peterchev 2008, IEEE TBME 55:257.
 */
export function membraneResponse(pulse: Pulse, timeConstant: number, count: number): Float64Array {
  const out = new Float64Array(count);
  const steps = Math.max(1, Math.ceil(STEPS / (count - 1)));
  const track = new MembraneTrack(pulse, timeConstant);
  for (let i = 1; i < count; i++) {
    const from = (pulse.duration * (i - 1)) / (count - 1);
    const to = (pulse.duration * i) / (count - 1);
    const edges = [from, ...pulse.breaks.filter((b) => b > from && b < to), to];
    for (let k = 0; k + 1 < edges.length; k++) track.advance(edges[k], edges[k + 1], steps);
    out[i] = track.value;
  }
  return out;
}

/** Largest |V| during the pulse; afterwards the membrane only relaxes. */
export function membranePeak(pulse: Pulse, timeConstant: number): number {
  const track = new MembraneTrack(pulse, timeConstant);
  const edges = [0, ...pulse.breaks, pulse.duration];
  for (let k = 0; k + 1 < edges.length; k++) track.advance(edges[k], edges[k + 1], STEPS);
  return track.largest;
}

/** The voltage as it is followed through the pulse. */
class MembraneTrack {
  value = 0;
  largest = 0;
  private readonly scale: number;

  constructor(
    private readonly pulse: Pulse,
    private readonly timeConstant: number,
  ) {
    this.scale = 1 / firstPeak(pulse);
  }

  advance(from: number, to: number, steps: number): void {
    const step = (to - from) / steps;
    const keep = Math.exp(-step / this.timeConstant);
    for (let i = 0; i < steps; i++) {
      const field = this.scale * this.pulse.currentRate(from + (i + 0.5) * step);
      this.value = this.value * keep + (1 - keep) * field;
      this.largest = Math.max(this.largest, Math.abs(this.value));
    }
  }
}

/** dI/dt at the first extreme [A/s], signed. */
function firstPeak(pulse: Pulse): number {
  const largest = pulse.phaseAmplitudes.reduce((most, a) => Math.max(most, Math.abs(a)), 0);
  return pulse.firstPeakSign * (pulse.maxdIdt / largest);
}
