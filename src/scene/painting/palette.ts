import { type Rgb, THEME_STYLES, type ThemeStyle } from '../../core/themeStyles';
import type { Theme } from '../../state/choices';

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
  readonly handle: Rgb;
  /** The cortex of the legend, under the colors that fade. */
  readonly fade: Rgb;
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

interface Shares extends Pick<Palette, 'ambient' | 'shadow'> {
  /** How dark the solid handle is beside the translucent casing. */
  readonly handle: number;
}

function paletteOf({ page, stage }: ThemeStyle, shares: Shares): Palette {
  return {
    ambient: shares.ambient,
    shadow: shares.shadow,
    background: [stage.vignetteMiddle, stage.vignetteRim],
    cortex: rgb(stage.cortex),
    sulcus: rgb(stage.sulcus),
    context: rgb(stage.context),
    scalpRim: rgb(stage.scalpRim),
    copper: rgb(stage.copper),
    casing: rgb(stage.casing),
    // The casing's plastic without light through it.
    handle: rgb(stage.casing).map((channel) => shares.handle * channel) as unknown as Rgb,
    fade: rgb(page.cortex),
    letter: stage.letter,
    mark: rgb(stage.mark),
    label: rgb(stage.label),
    labelHalo: rgb(stage.labelHalo),
    cut: {
      brain: rgb(stage.cutBrain),
      fluid: rgb(stage.cutFluid),
      skull: rgb(stage.cutSkull),
      scalp: rgb(stage.cutScalp),
      line: rgb(stage.cutLine),
    },
    arrow: rgb(stage.arrow),
    fluxLine: rgb(stage.fluxLine),
    probe: [stage.probeDot, stage.probeLine],
  };
}

const BRIGHT: Shares = { ambient: 0.62, shadow: 0.3, handle: 0.85 };

export const PALETTES: Record<Theme, Palette> = {
  stage: paletteOf(THEME_STYLES.stage, { ambient: 0.4, shadow: 0.5, handle: 0.36 }),
  light: paletteOf(THEME_STYLES.light, BRIGHT),
  projector: paletteOf(THEME_STYLES.projector, BRIGHT),
};

/** The vignette as a CSS background; the picture export paints the same two colors. */
export const backgroundOf = (theme: Theme): string => {
  const [middle, rim] = PALETTES[theme].background;
  return `radial-gradient(ellipse at 50% 45%, ${middle} 0%, ${rim} 100%)`;
};
