/** A color of the stage, sRGB, 0…1. */
export type Rgb = readonly [number, number, number];

/**
 * Everything that has a color of its own, and how large letters are, in one theme. The page gets `sizes` and `page` as custom properties of the
 * same names (`vite.config.ts` writes them into the style sheet); scene and exported picture read this object.
 */
export interface ThemeStyle {
  readonly scheme: 'dark' | 'light';
  /** Sizes of text in CSS pixels, the smallest first: `--size-1` to `--size-4`. */
  readonly sizes: readonly [number, number, number, number];
  /** `--ground` and so on, as CSS colors. */
  readonly page: Readonly<Record<string, string>>;
  /** Tissue, coil and what is laid over them, as `#rrggbb`. */
  readonly stage: Readonly<Record<StageColor, string>>;
  /** Letters of legend and caption in the exported picture. */
  readonly picture: { readonly strong: string; readonly quiet: string };
}

type StageColor =
  // Middle and rim of the vignette behind the scene.
  | 'vignetteMiddle'
  | 'vignetteRim'
  | 'cortex'
  | 'sulcus'
  | 'context'
  | 'scalpRim'
  | 'copper'
  | 'casing'
  | 'letter'
  | 'mark'
  // Names of places on the scalp, and what sets them off.
  | 'label'
  | 'labelHalo'
  // Tissues on the cut planes, and the lines between them.
  | 'cutBrain'
  | 'cutFluid'
  | 'cutSkull'
  | 'cutScalp'
  | 'cutLine'
  // Arrows of the field, and field lines of the coil: in no color map.
  | 'arrow'
  | 'fluxLine'
  // The probe's dot and the line around it.
  | 'probeDot'
  | 'probeLine'
  // Numbered dots on the scalp, and the best place of a search.
  | 'dot'
  // A learner's answer and the true one: apart for every kind of color vision, and from the colors of the field's scale.
  | 'drawn'
  | 'truth';

const DARK: ThemeStyle = {
  scheme: 'dark',
  sizes: [12, 14, 16, 30],
  page: {
    ground: '#0b0f14',
    panel: '#11171e',
    raised: '#1a222b',
    field: 'rgb(190 210 230 / 7%)',
    'field-hover': 'rgb(190 210 230 / 12%)',
    line: 'rgb(190 210 230 / 13%)',
    'line-strong': 'rgb(190 210 230 / 48%)',
    text: '#e9eef3',
    'text-2': '#a7b3bf',
    handle: '#cdd7e0',
    // Vermilion: in neither viridis nor cividis.
    accent: '#ff8a68',
    'on-accent': '#1c0d07',
    cortex: '#a59b91',
    'curve-field': '#f2f5f8',
    'curve-flux': '#8fb4d6',
    copper: '#cf9467',
    'layer-scalp': 'rgb(214 170 140 / 13%)',
    'layer-skull': 'rgb(232 226 208 / 15%)',
    'layer-csf': 'rgb(140 180 214 / 14%)',
    'layer-brain': 'rgb(200 190 182 / 5%)',
    shade: 'rgb(0 0 0 / 45%)',
    backdrop: 'rgb(0 0 0 / 55%)',
  },
  stage: {
    vignetteMiddle: '#1b222b',
    vignetteRim: '#0b0f14',
    cortex: '#d8cfc4',
    sulcus: '#4a3f3a',
    context: '#9a9189',
    scalpRim: '#b8d0e6',
    copper: '#f2a974',
    casing: '#c9d6e2',
    letter: '#8fa0b0',
    mark: '#ff6f52',
    label: '#e9eef3',
    labelHalo: '#10161d',
    cutBrain: '#8f877e',
    cutFluid: '#2a3641',
    cutSkull: '#cfc7b2',
    cutScalp: '#8a6f62',
    cutLine: '#14181c',
    arrow: '#ff5fc1',
    fluxLine: '#ff9fd6',
    probeDot: '#ffffff',
    probeLine: '#0b0f14',
    dot: '#f2f5f8',
    drawn: '#ff8fb1',
    truth: '#ffffff',
  },
  picture: { strong: '#eef3f7', quiet: '#a5b4c2' },
};

/** Off-white, for a bright room. */
const LIGHT: ThemeStyle = {
  scheme: 'light',
  sizes: DARK.sizes,
  page: {
    ground: '#ebe8e2',
    panel: '#fbfaf7',
    raised: '#ffffff',
    field: 'rgb(20 35 50 / 6%)',
    'field-hover': 'rgb(20 35 50 / 11%)',
    line: 'rgb(20 35 50 / 18%)',
    'line-strong': 'rgb(20 35 50 / 62%)',
    text: '#12171c',
    'text-2': '#3d4751',
    handle: '#2a323a',
    accent: '#b2361a',
    'on-accent': '#ffffff',
    cortex: '#b5aea5',
    'curve-field': '#12171c',
    'curve-flux': '#1f5c94',
    copper: '#96521f',
    'layer-scalp': 'rgb(190 120 80 / 22%)',
    'layer-skull': 'rgb(150 130 80 / 24%)',
    'layer-csf': 'rgb(60 120 180 / 16%)',
    'layer-brain': 'rgb(120 105 95 / 10%)',
    shade: 'rgb(20 30 40 / 22%)',
    backdrop: 'rgb(0 0 0 / 55%)',
  },
  stage: {
    vignetteMiddle: '#fbfaf7',
    vignetteRim: '#ebe8e2',
    cortex: '#f0e7dc',
    sulcus: '#7d6b60',
    context: '#cfc6bc',
    scalpRim: '#5a7186',
    copper: '#cf7a43',
    casing: '#8295a6',
    letter: '#4b5a68',
    mark: '#d4351c',
    label: '#14181c',
    labelHalo: '#fbfaf7',
    cutBrain: '#cfc6bc',
    cutFluid: '#b4c8d6',
    cutSkull: '#f1ead6',
    cutScalp: '#cf9f8a',
    cutLine: '#3c3630',
    arrow: '#c2127a',
    fluxLine: '#b0207c',
    probeDot: '#12171c',
    probeLine: '#ffffff',
    dot: '#12171c',
    drawn: '#c2185b',
    truth: '#14181f',
  },
  picture: { strong: '#14181c', quiet: '#3f4b56' },
};

/** The light colors, and large: what the last row must read on a washed-out projector. */
const PROJECTOR: ThemeStyle = { ...LIGHT, sizes: [20, 20, 22, 40] };

export const THEME_STYLES = { stage: DARK, light: LIGHT, projector: PROJECTOR } as const;

/** Grey levels of the lines of constant field on cortex and legend, 0…1: neither theme nor color map changes them. */
export const LINE_GREYS = { light: 0.95, dark: 0.05 } as const;
const [lightGrey, darkGrey] = [LINE_GREYS.light, LINE_GREYS.dark]
  .map((share) => Math.round(255 * share))
  .map((byte) => `${byte} ${byte} ${byte}`);

/** The same lines and their halos as CSS colors: white in a dark halo at half the peak, dark in a light halo at the threshold. */
export const LINE_COLORS = {
  'half-peak-line': 'rgb(255 255 255)',
  'half-peak-halo': `rgb(${darkGrey} / 75%)`,
  'threshold-line': `rgb(${darkGrey})`,
  'threshold-halo': `rgb(${lightGrey} / 80%)`,
} as const;

/** What is legible on a disc of a color `#rrggbb`: dark letters on a light one, light ones on a dark one. */
export const letterOn = (disc: string): string => (Number.parseInt(disc.slice(1, 3), 16) > 127 ? LIGHT.page.text : LIGHT.page['on-accent']);

/** The page's custom properties, as a style sheet. */
export function themeCss(): string {
  const block = (selector: string, { scheme, sizes, page }: ThemeStyle, more: Readonly<Record<string, string>> = {}): string => {
    const named = Object.entries({ ...page, ...more }).map(([name, color]) => `--${name}: ${color};`);
    return `${selector} { color-scheme: ${scheme}; ${sizes.map((size, n) => `--size-${n + 1}: calc(${size}px * var(--large));`).join(' ')} ${named.join(' ')} }`;
  };
  const others = (['light', 'projector'] as const).map((theme) => block(`:root[data-theme="${theme}"]`, THEME_STYLES[theme]));
  // Paper is white, and nobody reads it from the last row.
  const printed = { ...LIGHT, page: { ...LIGHT.page, ground: '#ffffff', panel: '#ffffff', raised: '#ffffff' } };
  const onPaper = `@media print { ${block(':root, :root[data-theme]', printed)} }`;
  return `${[block(':root', DARK, LINE_COLORS), ...others, onPaper].join('\n')}\n`;
}
