import type { z } from 'zod';
import data from '../../../models/evidence/paired-pulses.json';
import type { pairedPulsesSchema } from './pairedPulsesSchema';

export type PairedPulses = z.output<typeof pairedPulsesSchema>;
export type PairedKind = PairedPulses['kinds'][number];
export type PairedWindow = PairedKind['windows'][number];

export const pairedPulses = data as unknown as PairedPulses;

/**
 * The drawn response to two pulses over that to the second alone, at an interval [s]: half waves between the drawn corners, so that
 * it is largest and smallest at corners. A picture of directions; heights are not measured.
 */
export function drawnRatio({ drawn }: Pick<PairedKind, 'drawn'>, interval: number): number {
  const corners = drawn.value;
  const next = corners.findIndex(([x]) => x >= interval);
  if (next === 0) return corners[0][1];
  if (next < 0) return corners[corners.length - 1][1];
  const [[x0, y0], [x1, y1]] = [corners[next - 1], corners[next]];
  return y0 + ((y1 - y0) * (1 - Math.cos((Math.PI * (interval - x0)) / (x1 - x0)))) / 2;
}

/** The published window that an interval lies in; null between them. */
export const windowAt = ({ windows }: Pick<PairedKind, 'windows'>, interval: number): PairedWindow | null =>
  windows.find(
    ({
      span: {
        value: [from, to],
      },
    }) => interval >= from - 1e-9 && interval <= to + 1e-9,
  ) ?? null;
