import type { Theme } from '../../state/choices';

type Rgb = readonly [number, number, number];

const rgb = (hex: string): Rgb => [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255) as unknown as Rgb;

/** What the stage is painted with in each theme; sRGB, 0…1. */
export interface Palette {
  /** Middle and rim of the vignette behind the scene, as CSS colors. */
  readonly background: readonly [string, string];
  readonly cortex: Rgb;
  readonly sulcus: Rgb;
  readonly context: Rgb;
  /** Share of the light on tissue that comes from everywhere. */
  readonly ambient: number;
  readonly scalpRim: Rgb;
  readonly shadow: number;
  readonly copper: Rgb;
  readonly casing: Rgb;
  readonly letter: string;
  readonly mark: Rgb;
  /** Names of places on the scalp, and what sets them off. */
  readonly label: Rgb;
  readonly labelHalo: Rgb;
  /** Tissues on the cut planes, and the lines between them. */
  readonly cut: { readonly brain: Rgb; readonly fluid: Rgb; readonly skull: Rgb; readonly scalp: Rgb; readonly line: Rgb };
  /** Arrows of the field, and field lines of the coil: in no color map. */
  readonly arrow: Rgb;
  readonly fluxLine: Rgb;
  /** The probe's dot and the line around it, as CSS colors. */
  readonly probe: readonly [dot: string, line: string];
}

export const PALETTES: Record<Theme, Palette> = {
  stage: {
    background: ['#1b222b', '#0b0f14'],
    cortex: rgb('#d8cfc4'),
    sulcus: rgb('#4a3f3a'),
    context: rgb('#9a9189'),
    ambient: 0.4,
    scalpRim: rgb('#b8d0e6'),
    shadow: 0.5,
    copper: rgb('#f2a974'),
    casing: rgb('#c9d6e2'),
    letter: '#8fa0b0',
    mark: rgb('#ff6f52'),
    label: rgb('#e9eef3'),
    labelHalo: rgb('#10161d'),
    cut: { brain: rgb('#8f877e'), fluid: rgb('#2a3641'), skull: rgb('#cfc7b2'), scalp: rgb('#8a6f62'), line: rgb('#14181c') },
    arrow: rgb('#ff5fc1'),
    fluxLine: rgb('#ff9fd6'),
    probe: ['#ffffff', '#0b0f14'],
  },
  projector: {
    background: ['#fbfaf7', '#ebe8e2'],
    cortex: rgb('#f0e7dc'),
    sulcus: rgb('#7d6b60'),
    context: rgb('#cfc6bc'),
    ambient: 0.62,
    scalpRim: rgb('#5a7186'),
    shadow: 0.3,
    copper: rgb('#cf7a43'),
    casing: rgb('#8295a6'),
    letter: '#4b5a68',
    mark: rgb('#d4351c'),
    label: rgb('#14181c'),
    labelHalo: rgb('#fbfaf7'),
    cut: { brain: rgb('#cfc6bc'), fluid: rgb('#b4c8d6'), skull: rgb('#f1ead6'), scalp: rgb('#cf9f8a'), line: rgb('#3c3630') },
    arrow: rgb('#c2127a'),
    fluxLine: rgb('#b0207c'),
    probe: ['#12171c', '#ffffff'],
  },
};

/** The vignette as a CSS background; the picture export paints the same two colors. */
export const backgroundOf = (theme: Theme): string => {
  const [middle, rim] = PALETTES[theme].background;
  return `radial-gradient(ellipse at 50% 45%, ${middle} 0%, ${rim} 100%)`;
};
