import { useState } from 'react';
import { CONTROL_IDS, CONTROL_LABELS, type ControlId } from '../../share/address/startParameters';
import type { LevelId } from '../../state/viewStore';
import { CheckControl } from '../controls/CheckControl';
import { SegmentedControl } from '../controls/SegmentedControl';
import { CopyRow } from './CopyRow';

const THEMES = [
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
  { value: 'projector', label: 'Projector' },
] as const;
type FrameTheme = (typeof THEMES)[number]['value'];

/** Parts that a frame offers at first: enough to move the coil. */
const FIRST: readonly ControlId[] = ['place', 'camera'];

export interface FrameOf {
  readonly address: string;
  /** The scene, from `#s=` on. */
  readonly part: string;
  readonly embed: boolean;
  readonly theme: FrameTheme;
  readonly controls: readonly ControlId[];
  readonly level: LevelId | null;
}

/** The address of a scene with chosen parts. */
export function frameAddress({ address, part, embed, theme, controls, level }: FrameOf): string {
  const query = [
    ...(embed ? ['embed=1'] : []),
    `theme=${theme}`,
    `controls=${controls.join(',') || 'none'}`,
    ...(level ? [`level=${level}`] : []),
  ];
  return `${address}?${query.join('&')}${part}`;
}

/** What a teacher puts into a page: attributes cannot be left, whatever the address holds. */
export const frameSnippet = (address: string): string =>
  `<iframe src="${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}" title="Coilscope: TMS field simulator" width="960" height="600" style="border:0" allow="fullscreen; clipboard-write" loading="lazy"></iframe>`;

/** The scene as a part of another page, or as a link for students that offers only some controls. */
export function SharedFrame(props: Pick<FrameOf, 'address' | 'part' | 'level'>) {
  const [theme, setTheme] = useState<FrameTheme>('light');
  const [controls, setControls] = useState<readonly ControlId[]>(FIRST);
  const toggle = (id: ControlId, on: boolean): void =>
    setControls(CONTROL_IDS.filter((other) => (other === id ? on : controls.includes(other))));
  const of = { ...props, theme, controls };
  return (
    <section aria-labelledby="share-frame">
      <h3 id="share-frame">In a course page, or with fewer controls</h3>
      <p className="quiet">The stage and its legend, with what you choose here.</p>
      <fieldset className="checks share-checks" aria-label="What is offered">
        {CONTROL_IDS.map((id) => (
          <CheckControl key={id} label={CONTROL_LABELS[id]} checked={controls.includes(id)} onChange={(on) => toggle(id, on)} />
        ))}
      </fieldset>
      <SegmentedControl legend="Theme" options={THEMES} value={theme} onChange={setTheme} />
      <CopyRow label="Frame for another page" text={frameSnippet(frameAddress({ ...of, embed: true }))} button="Copy frame" rows={3} />
      <CopyRow label="Link for students" text={frameAddress({ ...of, embed: false })} button="Copy link for students" rows={2} />
    </section>
  );
}
