import { z } from 'zod';
import { inputError } from '../../core/inputError';
import { readInput } from '../../core/readInput';
import { FORMAT_IDS, formatById } from './figureFormats';

export const PANEL_SETS = ['single', 'compare', 'views', 'plots'] as const;
/** One picture; A, B and B − A; six standard views; the stage with the depth curve and the pulse. */
export type PanelSet = (typeof PANEL_SETS)[number];

export const CAPTION_KINDS = ['none', 'short', 'methods'] as const;
export type CaptionKind = (typeof CAPTION_KINDS)[number];

export const FRAMINGS = ['head', 'stage'] as const;
export const FIGURE_THEMES = ['shown', 'dark', 'light'] as const;

/** Fewest and most pixels of a side. */
export const SMALLEST_SIDE = 64;
export const LARGEST_SIDE = 8192;
/** Most pixels of a figure: 7680 × 4320. */
export const MOST_PIXELS = 7680 * 4320;

const side = z.number().int().min(SMALLEST_SIDE).max(LARGEST_SIDE);

/** What a figure is to be; whoever asks, in the page or from the terminal, asks in these words. */
export const figureOptionsSchema = z.strictObject({
  format: z.enum(FORMAT_IDS as [string, ...string[]]),
  /** Times the pixels of the format a side. */
  size: z.number().int().min(1).max(4),
  /** Pixels instead of a format's; both or none. */
  width: side.optional(),
  height: side.optional(),
  theme: z.enum(FIGURE_THEMES),
  transparent: z.boolean(),
  panels: z.enum(PANEL_SETS),
  /** `head`: head and coil fill the frame; `stage`: as near as on the stage. */
  framing: z.enum(FRAMINGS),
  caption: z.enum(CAPTION_KINDS),
  legend: z.boolean(),
  letters: z.boolean(),
  scaleMark: z.boolean(),
  /** Left out: as on the stage. */
  ring: z.boolean().optional(),
  coil: z.boolean().optional(),
});

export type FigureOptions = z.infer<typeof figureOptionsSchema>;

export const FIRST_FIGURE: FigureOptions = {
  format: '16:9',
  size: 2,
  theme: 'shown',
  transparent: false,
  panels: 'single',
  framing: 'head',
  caption: 'short',
  legend: true,
  letters: true,
  scaleMark: true,
};

/** Pixels of a figure. */
export function figureSize({ format, size, width, height }: FigureOptions): { readonly width: number; readonly height: number } {
  if (width !== undefined && height !== undefined) return { width, height };
  const chosen = formatById(format);
  const times = chosen.sizes.includes(size) ? size : chosen.sizes[chosen.sizes.length - 1];
  return { width: chosen.width * times, height: chosen.height * times };
}

/** Options given in part from outside, over those of the first figure; throws one sentence where they do not fit. */
export function readFigureOptions(given: unknown, base: FigureOptions = FIRST_FIGURE): FigureOptions {
  const taken = { ...base, ...readInput(figureOptionsSchema.partial(), given, 'figure') };
  const one = (taken.width === undefined) !== (taken.height === undefined);
  const options = one ? { ...taken, ...bothSides(taken) } : taken;
  const { width, height } = figureSize(options);
  if (width * height > MOST_PIXELS) throw inputError('a figure', 'have at most 7680 × 4320 pixels', `${width} × ${height}`);
  return options;
}

/** One side alone: the other follows from the format. */
function bothSides({ format, width, height }: FigureOptions): { readonly width: number; readonly height: number } {
  const { width: w, height: h } = formatById(format);
  const bounded = (value: number): number => Math.min(LARGEST_SIDE, Math.max(SMALLEST_SIDE, Math.round(value)));
  if (width !== undefined) return { width, height: bounded((width * h) / w) };
  return { width: bounded(((height ?? h) * w) / h), height: height ?? h };
}
