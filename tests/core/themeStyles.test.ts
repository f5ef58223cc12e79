import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LINE_COLORS, letterOn, THEME_STYLES, themeCss } from '../../src/core/themeStyles';

const ROOT = resolve(import.meta.dirname, '../..');
const filesOf = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css|frag|vert|glsl)$/.test(name))
    .map((name) => join(folder, name));
const FILES = [...filesOf('src'), ...filesOf('shaders'), 'vite.config.ts', 'index.html'];
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** Colors that are not seen as such. */
const EXCEPTIONS: Record<string, string> = {
  'src/scene/bodies/tissueMask.ts': 'red, green and blue are channels of a mask',
  'src/scene/bodies/electrodeMarks.ts': 'red and black are channels of an atlas',
  'src/scene/painting/stagePainter.ts': 'clears to nothing',
  'src/ui/share/share.css': 'a code that cameras read is black on white in every theme',
  'src/coil/poses/writePoses.ts': 'what another program paints its marker with',
};
const COLOR =
  /(?<!&)#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})\b|\b(?:rgb|hsl)a?\(\s*\d|\b(?:oklch|oklab|lab|lch|hwb)\(\s*[\d.]|\b0x[\da-f]{6}\b/i;
const colorsIn = (text: string): string[] => text.split('\n').filter((line) => COLOR.test(line));

describe('The colors of the themes', () => {
  it('are found where they are written', () => {
    expect(FILES.length).toBeGreaterThan(400);
    expect(colorsIn('a: #fff;\nb: rgb(0 0 0 / 5%);\nc(0xff00ff)\nid: "#root"\nrgb(two)\n0xedb88320\n&#8239;')).toHaveLength(3);
  });

  it('stand in one file, and the exceptions are still needed', () => {
    const with_ = FILES.filter((name) => name !== 'src/core/themeStyles.ts' && colorsIn(read(name)).length > 0);
    expect(with_.sort()).toEqual(Object.keys(EXCEPTIONS).sort());
  });

  it('have the same names in all themes, and each is used', () => {
    const { stage, light, projector } = THEME_STYLES;
    // What is tested of the dark theme's sizes and of the projector's colors holds for the light one.
    expect(light).toEqual({ ...projector, sizes: stage.sizes });
    expect(projector.sizes[0]).toBeGreaterThanOrEqual(20);
    expect(Object.keys(projector.page)).toEqual(Object.keys(stage.page));
    expect(Object.keys(projector.stage)).toEqual(Object.keys(stage.stage));
    const page = FILES.filter((name) => name !== 'src/core/themeStyles.ts')
      .map(read)
      .join('\n');
    const names = [...Object.keys(stage.page), ...Object.keys(LINE_COLORS)];
    expect(names.filter((name) => !new RegExp(`--${name}\\b(?!-)`).test(page))).toEqual([]);
  });

  it('and every other name that a style sheet asks for are given', () => {
    const everything = FILES.map(read).join('\n') + themeCss();
    const given = new Set([...everything.matchAll(/(--[\w-]+)['"]?\]?\s*:/g)].map(([, name]) => name));
    const asked = new Set(
      FILES.filter((name) => name.endsWith('.css')).flatMap((name) => [...read(name).matchAll(/var\((--[\w-]+)\)/g)].map(([, n]) => n)),
    );
    expect(asked.size).toBeGreaterThan(30);
    expect([...asked].filter((name) => !given.has(name))).toEqual([]);
  });

  it('reach the page as custom properties, the light ones under the name of the theme', () => {
    const [dark, light, projector] = themeCss().trim().split('\n');
    expect(dark).toMatch(
      /^:root \{ color-scheme: dark; --size-1: calc\(12px \* var\(--large\)\); .*--ground: #0b0f14; .*--threshold-line: rgb\(13 13 13\);/,
    );
    expect(dark).toContain('--threshold-halo: rgb(242 242 242 / 80%);');
    expect(light).toMatch(
      /^:root\[data-theme="light"\] \{ color-scheme: light; --size-1: calc\(12px \* var\(--large\)\); .*--ground: #ebe8e2;/,
    );
    expect(projector).toMatch(
      /^:root\[data-theme="projector"\] \{ color-scheme: light; --size-1: calc\(20px \* var\(--large\)\); .*--ground: #ebe8e2;/,
    );
  });

  it('of the stage are written as six digits, so that they can be taken apart', () => {
    for (const { stage } of Object.values(THEME_STYLES))
      expect(Object.values(stage).filter((color) => !/^#[\da-f]{6}$/.test(color))).toEqual([]);
  });

  it('leave a letter legible on its disc', () => {
    expect([letterOn('#f2f5f8'), letterOn('#12171c')]).toEqual(['#12171c', '#ffffff']);
  });

  it('are those of the light theme on white paper, in letters to be read at hand', () => {
    const printed = /@media print \{ (.+) \}/.exec(themeCss())![1];
    expect(printed).toContain(`--text: ${THEME_STYLES.projector.page.text};`);
    expect(printed).toContain('--panel: #ffffff;');
    expect(printed).toContain(`--size-1: calc(${THEME_STYLES.stage.sizes[0]}px * var(--large));`);
  });
});
