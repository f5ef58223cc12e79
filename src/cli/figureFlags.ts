import { parseArgs } from 'node:util';
import { inputError } from '../core/inputError';
import { FORMAT_IDS, formatById } from '../share/figure/figureFormats';
import {
  CAPTION_KINDS,
  FIRST_FIGURE,
  type FigureOptions,
  FRAMINGS,
  figureSize,
  LARGEST_SIDE,
  PANEL_SETS,
  readFigureOptions,
  SMALLEST_SIDE,
} from '../share/figure/figureOptions';

export const FIGURE_USAGE =
  'coilscope figure SCENE OUT.png|.pdf|.svg, or FOLDER OUTFOLDER [--width W] [--height H] [--format F] [--size N] [--theme dark|light] [--transparent] [--panels P] [--framing F] [--caption C] [--no-legend] [--no-letters] [--no-scale-mark] [--no-ring] [--no-coil]';

const FLAGS = {
  width: { type: 'string' },
  height: { type: 'string' },
  format: { type: 'string' },
  size: { type: 'string' },
  theme: { type: 'string' },
  panels: { type: 'string' },
  framing: { type: 'string' },
  caption: { type: 'string' },
  transparent: { type: 'boolean' },
  legend: { type: 'boolean' },
  letters: { type: 'boolean' },
  'scale-mark': { type: 'boolean' },
  ring: { type: 'boolean' },
  coil: { type: 'boolean' },
} as const;

/** The composer's options as flags, the theme apart, and the file names. */
export interface FigureFlags {
  readonly options: FigureOptions;
  readonly theme: 'dark' | 'light' | undefined;
  readonly positionals: readonly string[];
}

export function readFigureFlags(args: readonly string[]): FigureFlags {
  const { values, positionals } = parse(args);
  const theme = oneOf('--theme', values.theme, ['dark', 'light'] as const);
  const format = oneOf('--format', values.format, FORMAT_IDS);
  const sizes = format ? formatById(format).sizes : FIRST_SIZES;
  const size = values.size === undefined ? undefined : Number(oneOf('--size', values.size, sizes.map(String)));
  const options = readFigureOptions({
    ...sidesOf(values, format === undefined && size === undefined),
    ...given({
      format,
      size: size ?? (format ? sizes[0] : undefined),
      panels: oneOf('--panels', values.panels, PANEL_SETS),
      framing: oneOf('--framing', values.framing, FRAMINGS),
      caption: oneOf('--caption', values.caption, CAPTION_KINDS),
      transparent: values.transparent,
      legend: values.legend,
      letters: values.letters,
      scaleMark: values['scale-mark'],
      ring: values.ring,
      coil: values.coil,
    }),
  });
  return { options, theme, positionals };
}

const FIRST_SIZES = formatById(FIRST_FIGURE.format).sizes;

const given = (flags: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true, allowNegative: true });
  } catch {
    throw inputError('the command line', `be ${FIGURE_USAGE}`, args.find((arg) => arg.startsWith('--')) ?? args.join(' '));
  }
}

function oneOf<T extends string>(name: string, value: string | undefined, known: readonly T[]): T | undefined {
  if (value === undefined || known.includes(value as T)) return value as T | undefined;
  throw inputError(name, `be one of ${known.join(', ')}`, value);
}

/** Pixels that were asked for; where one side is, and no format, the other is that of the first figure. */
function sidesOf({ width, height }: { readonly width?: string; readonly height?: string }, alone: boolean) {
  if (width === undefined && height === undefined) return {};
  const first = figureSize(FIRST_FIGURE);
  const sides = { width: side('--width', width), height: side('--height', height) };
  return alone ? { width: sides.width ?? first.width, height: sides.height ?? first.height } : given(sides);
}

function side(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= SMALLEST_SIDE && value <= LARGEST_SIDE) return value;
  throw inputError(name, `be a whole number of pixels from ${SMALLEST_SIDE} to ${LARGEST_SIDE}`, text);
}
