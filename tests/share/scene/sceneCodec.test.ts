import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoilDescription } from '../../../src/coil/coilDescription';
import { readOwnCoil } from '../../../src/coil/files/readOwnCoil';
import { isPng } from '../../../src/core/pngText';
import { KEPT_SHORT, LINK_TABLE, type LinkRow } from '../../../src/share/scene/linkTable';
import type { ReadScene } from '../../../src/share/scene/readScene';
import { readSceneBytes, readSceneText } from '../../../src/share/scene/readSceneFile';
import { FIRST_SCENE, type Scene, withoutFileParts } from '../../../src/share/scene/scene';
import { addSceneToPng, writeSceneFile } from '../../../src/share/scene/sceneFile';
import { readSceneLink, writeSceneLink } from '../../../src/share/scene/sceneLink';
import { BENT_WINGS, ccdText } from '../../coil/files/benchCoils';
import { KNOWN, randomScene } from './randomScenes';

const RUNS = { numRuns: 1000, seed: 15 };
/** A picture of one pixel, as browsers write it. */
const PIXEL = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='), (c) =>
  c.charCodeAt(0),
);

function benchCoil(): Promise<CoilDescription> {
  const text = ccdText(BENT_WINGS);
  return readOwnCoil({ name: 'bench.ccd', size: text.length, text: async () => text });
}
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What must hold of whatever comes back: the scene that was written and not a word, or one sentence. */
function expectSentence({ scene, refusal, isRead }: ReadScene): void {
  expect(refusal).toMatch(/^\S[^\n]*[^.]\.$/);
  expect(refusal!.length).toBeLessThan(400);
  if (!isRead) expect(scene).toEqual(FIRST_SCENE);
}

describe('A scene', () => {
  it('comes back from a link as it was, but for what only files hold', () => {
    let longest = 0;
    fc.assert(
      fc.property(randomScene, (scene) => {
        const link = writeSceneLink(scene);
        longest = Math.max(longest, link.length);
        expect(readSceneLink(link, KNOWN)).toEqual({ scene: withoutFileParts(scene), refusal: null, isRead: true });
      }),
      RUNS,
    );
    expect(longest).toBeGreaterThan(1000);
    expect(longest).toBeLessThanOrEqual(2000);
  });

  it('comes back from a file and from a picture as it was', () => {
    fc.assert(
      fc.property(randomScene, (scene) => {
        const all = { scene, refusal: null, isRead: true };
        expect(readSceneText(writeSceneFile(scene, '0.1.0'), KNOWN)).toEqual(all);
        const png = addSceneToPng(PIXEL, scene, '0.1.0');
        expect(isPng(png)).toBe(true);
        expect(readSceneBytes(png, KNOWN)).toEqual(all);
      }),
      RUNS,
    );
  });

  it('takes its own coil along in a file, number for number', async () => {
    const coil = await benchCoil();
    const scene: Scene = { ...FIRST_SCENE, choices: { ...FIRST_SCENE.choices, coilId: coil.id }, ownCoils: [coil] };
    expect(readSceneText(writeSceneFile(scene, '0.1.0'), KNOWN)).toEqual({ scene, refusal: null, isRead: true });
    const link = readSceneLink(writeSceneLink(scene), KNOWN);
    expect(link.scene.choices.coilId).toBe(FIRST_SCENE.choices.coilId);
    expect(link.refusal).toContain('its coil came from a file');
    // Where the coil is there already, the link opens it.
    const known = { ...KNOWN, coilId: new Set([...KNOWN.coilId, coil.id]) };
    expect(readSceneLink(writeSceneLink(scene), known)).toEqual({ scene: withoutFileParts(scene), refusal: null, isRead: true });
  });

  it('has a row of the link table and a rule for every entry', () => {
    const rows = (part: LinkRow['part']) => LINK_TABLE.filter((row) => row.part === part).map(({ key }) => key);
    const only = { ...FIRST_SCENE.hunt, ...FIRST_SCENE.comparison } as object;
    expect(rows('choices').sort()).toEqual(Object.keys(FIRST_SCENE.choices).sort());
    expect(rows('view').sort()).toEqual(Object.keys(FIRST_SCENE.view).sort());
    expect(rows('levels').sort()).toEqual(Object.keys(FIRST_SCENE.levels).sort());
    expect([...rows('hunt'), ...rows('comparison'), 'trials', 'answer', 'kept'].sort()).toEqual(Object.keys(only).sort());
    const shorts = [...LINK_TABLE.map(({ short }) => short), KEPT_SHORT];
    expect(shorts.every((short) => short.length === 1)).toBe(true);
    expect(new Set(shorts).size).toBe(shorts.length);
  });

  it('that nobody changed makes a link of a few characters', () => {
    // The first model and the top of the scale are others than when links began.
    expect(writeSceneLink(FIRST_SCENE).length).toBeLessThanOrEqual(36);
  });
});

describe('Damage', () => {
  const damaged = (text: string, at: number, letter: string): string => {
    const place = Math.floor(at * (text.length - 3)) + 3;
    return text.slice(0, place) + letter + text.slice(place + 1);
  };
  const share = fc.integer({ min: 0, max: 999_999 }).map((n) => n / 1e6);
  const letter = fc.constantFrom('A', 'q', '7', '_', '-', '%', '"', 'ä', ' ');

  it('of a link is one sentence, and the first scene', () => {
    fc.assert(
      fc.property(randomScene, share, letter, fc.boolean(), (scene, at, put, cut) => {
        const link = writeSceneLink(scene);
        const hurt = cut ? link.slice(0, Math.floor(at * link.length)) : damaged(link, at, put);
        const read = readSceneLink(hurt, KNOWN);
        // The last letter has bits that mean nothing.
        if (read.refusal === null) expect(read.scene).toEqual(withoutFileParts(scene));
        else expectSentence(read);
      }),
      RUNS,
    );
  });

  it('of a file is one sentence, and first values for what does not fit', () => {
    fc.assert(
      fc.property(randomScene, share, letter, fc.boolean(), (scene, at, put, cut) => {
        const text = writeSceneFile(scene, '0.1.0');
        const read = readSceneBytes(bytesOf(cut ? text.slice(0, Math.floor(at * text.length)) : damaged(text, at, put)), KNOWN);
        if (read.refusal === null) expect(read.scene).toEqual(scene);
        else expectSentence(read);
      }),
      RUNS,
    );
  });

  it('of a picture is one sentence, or leaves the scene as it was', () => {
    fc.assert(
      fc.property(randomScene, share, fc.integer({ min: 1, max: 255 }), fc.boolean(), (scene, at, change, cut) => {
        const png = addSceneToPng(PIXEL, scene, '0.1.0');
        const place = Math.floor(at * png.length);
        png[place] ^= change;
        const read = readSceneBytes(cut ? png.slice(0, place) : png, KNOWN);
        if (read.refusal === null) expect(read.scene).toEqual(scene);
        else expectSentence(read);
      }),
      RUNS,
    );
  });

  it('that leaves the form whole is told by the checksum', () => {
    const text = writeSceneFile(FIRST_SCENE, '0.1.0').replace('"dIdt": 75000000', '"dIdt": 76000000');
    const read = readSceneText(text, KNOWN);
    expect(read.scene.choices.dIdt).toBe(76e6);
    expect(read.refusal).toBe(
      'The scene file was changed after it was saved: its checksum does not fit what it holds; it was opened as it is.',
    );
  });

  it.each<[string, unknown, string]>([
    ['a list', [], 'one JSON object'],
    ['a number', 5, 'one JSON object'],
    ['of another kind', { format: 'coilscope-protocol', version: 1 }, 'another kind'],
    ['of a newer version', { format: 'coilscope-scene', version: 9 }, 'newer'],
    ['of no version', { format: 'coilscope-scene', version: 'x' }, 'whole number'],
    ['with choices that are a text', { format: 'coilscope-scene', version: 1, choices: 'x' }, 'choices'],
    ['with a level that there is not', { format: 'coilscope-scene', version: 1, view: { level: 'x' } }, 'level'],
    ['with a coil that there is not', { format: 'coilscope-scene', version: 1, choices: { coilId: 'nope' } }, 'coilId'],
    ['with an own coil that is missing', { format: 'coilscope-scene', version: 1, choices: { coilId: 'own-1' } }, 'came from a file'],
    ['with own coils that are none', { format: 'coilscope-scene', version: 1, ownCoils: [{ id: 'own-1' }] }, 'ownCoils'],
    ['with too many own coils', { format: 'coilscope-scene', version: 1, ownCoils: [1, 2, 3, 4] }, 'ownCoils'],
    [
      'with a prototype',
      { format: 'coilscope-scene', version: 1, comparison: JSON.parse('{"kept":{"dIdt":-1},"__proto__":{"shown":"a"}}') },
      'kept dIdt',
    ],
  ])('a value %s is one sentence that names it', (_, value, named) => {
    const read = readSceneText(JSON.stringify(value), KNOWN);
    expectSentence(read);
    expect(read.refusal).toContain(named);
    expect(read.scene.comparison.shown).toBe('b');
  });

  it('is told by one sentence where the text was made to take long', () => {
    for (const text of ['['.repeat(2e5), '{"a":'.repeat(2e5), `#s=${'A'.repeat(1e6)}`, `${' '.repeat(1e6)}x`, `#s=${'A'.repeat(7999)}`]) {
      const read = readSceneText(text, KNOWN);
      expectSentence(read);
    }
  });
});

/** What was added since the fixtures were written. */
const LATER = { conductivityFluid: 1.654, conductivityGray: 0.275, conductivityWhite: 0.126 };

describe('Scenes of earlier versions', () => {
  const folder = join(import.meta.dirname, 'fixtures');
  const names = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));
  const expected = (name: string): Scene => JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));

  it('are there for every version: choices by themselves as storage and pictures had them, file, picture and link', () => {
    expect(names.sort()).toEqual(['choices-first.json', 'choices0.json', 'link1.txt', 'picture0.png', 'picture1.png', 'scene1.json']);
  });

  it.each(names)('open as they did: %s', (name) => {
    const read = readSceneBytes(new Uint8Array(readFileSync(join(folder, name))), KNOWN);
    expect(read.refusal).toBeNull();
    const old = expected(name);
    // A choice that came later is at its first value.
    const { kept } = old.comparison;
    const comparison = { ...old.comparison, kept: kept && { ...LATER, ...kept } };
    expect(read.scene).toEqual({ ...old, comparison, choices: { ...LATER, ...old.choices } });
  });
});
