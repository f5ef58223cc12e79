import { FIGURE_FORMATS, formatById, sizeLabel } from '../../share/figure/figureFormats';
import { type CaptionKind, type FigureOptions, MOST_PIXELS, type PanelSet } from '../../share/figure/figureOptions';
import { CheckControl } from '../../ui/controls/CheckControl';
import { SegmentedControl } from '../../ui/controls/SegmentedControl';
import { SelectControl } from '../../ui/controls/SelectControl';

const PANELS: readonly { value: PanelSet; label: string }[] = [
  { value: 'single', label: 'One view' },
  { value: 'compare', label: 'A, B and B − A' },
  { value: 'views', label: 'Six standard views' },
  { value: 'plots', label: 'Stage, depth curve, pulse' },
];
const CAPTIONS: readonly { value: CaptionKind; label: string }[] = [
  { value: 'none', label: 'None' },
  { value: 'short', label: 'Short' },
  { value: 'methods', label: 'For methods' },
];
type Background = 'shown' | 'dark' | 'light' | 'transparent';
const BACKGROUNDS: readonly { value: Background; label: string }[] = [
  { value: 'shown', label: 'As shown' },
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
  { value: 'transparent', label: 'None' },
];
const FRAMINGS = [
  { value: 'head', label: 'Head and coil fill it' },
  { value: 'stage', label: 'As near as on the stage' },
] as const;

export interface ComposerControlsProps {
  readonly options: FigureOptions;
  readonly onChange: (change: Partial<FigureOptions>) => void;
  readonly hasKept: boolean;
  /** Whether ring and coil are drawn on the stage. */
  readonly shown: { readonly ring: boolean; readonly coil: boolean };
}

/** What a figure can be. */
export function ComposerControls({ options, onChange, hasKept, shown }: ComposerControlsProps) {
  const format = formatById(options.format);
  const sizes = format.sizes.filter((size) => format.width * format.height * size * size <= MOST_PIXELS);
  const background: Background = options.transparent ? 'transparent' : options.theme;
  const chooseBackground = (value: Background): void =>
    onChange(value === 'transparent' ? { transparent: true } : { transparent: false, theme: value });
  return (
    <div className="composer-controls">
      <SelectControl
        label="Format"
        options={FIGURE_FORMATS.map(({ id, label }) => ({ value: id, label }))}
        value={options.format}
        onChange={(id) => onChange({ format: id, size: Math.min(options.size, Math.max(...formatById(id).sizes)) })}
      />
      <SelectControl
        label="Size in pixels"
        options={sizes.map((size) => ({ value: String(size), label: sizeLabel(format, size) }))}
        value={String(options.size)}
        onChange={(size) => onChange({ size: Number(size) })}
      />
      <SelectControl
        label="Panels"
        options={PANELS.filter(({ value }) => value !== 'compare' || hasKept)}
        value={options.panels}
        onChange={(panels) => onChange({ panels })}
      />
      {options.panels !== 'views' && (
        <SelectControl label="Framing" options={FRAMINGS} value={options.framing} onChange={(framing) => onChange({ framing })} />
      )}
      <SegmentedControl legend="Background" options={BACKGROUNDS} value={background} onChange={chooseBackground} />
      <SegmentedControl legend="Caption" options={CAPTIONS} value={options.caption} onChange={(caption) => onChange({ caption })} />
      <fieldset className="composer-checks">
        <legend className="visually-hidden">What is shown</legend>
        <CheckControl label="Legend" checked={options.legend} onChange={(legend) => onChange({ legend })} />
        <CheckControl label="Letters A, P, L, R" checked={options.letters} onChange={(letters) => onChange({ letters })} />
        <CheckControl label="Scale mark" checked={options.scaleMark} onChange={(scaleMark) => onChange({ scaleMark })} />
        <CheckControl label="Target ring" checked={options.ring ?? shown.ring} onChange={(ring) => onChange({ ring })} />
        <CheckControl label="Coil" checked={options.coil ?? shown.coil} onChange={(coil) => onChange({ coil })} />
      </fieldset>
    </div>
  );
}
