import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import landmarks from '../../models/heads/colin27/landmarks.json';
import { runCommand } from '../../src/cli/runCommand';
import { knownIds } from '../../src/share/scene/knownIds';
import { readSceneBytes } from '../../src/share/scene/readSceneFile';
import { FIRST_SCENE, type Scene } from '../../src/share/scene/scene';
import { writeSceneFile } from '../../src/share/scene/sceneFile';
import { type Choices, INITIAL_CHOICES } from '../../src/state/choices';
import { openOwnCoil } from '../../src/state/ownCoils';
import { createSession } from '../../src/state/session';
import { createChoiceStore } from '../../src/state/store';
import { writeChoices } from '../../src/state/storedChoices';
import { BENT_WINGS, ccdText } from '../coil/files/benchCoils';
import { FOLDER, writeScene } from './writeScene';

const OUT = join(FOLDER, 'figure.png');

/** What is wrong, scene, further arguments, and the field that the sentence must begin with. */
const CASES: readonly (readonly [string, unknown, readonly string[], string])[] = [
  ['no picture file', {}, [], 'the command line'],
  ['a picture of another kind', {}, ['figure.jpg'], 'the picture file'],
  ['an unknown flag', {}, [OUT, '--quality', '3'], 'the command line'],
  ['a width of words', {}, [OUT, '--width', 'wide'], '--width'],
  ['a huge width', {}, [OUT, '--width', '100000'], '--width'],
  ['a height of nothing', {}, [OUT, '--height', '0'], '--height'],
  ['an unknown format', {}, [OUT, '--format', 'A3'], '--format'],
  ['a size that the format has not', {}, [OUT, '--format', 'column', '--size', '4'], '--size'],
  ['an unknown set of panels', {}, [OUT, '--panels', 'seven'], '--panels'],
  ['more pixels than a figure has', {}, [OUT, '--width', '8192', '--height', '8192'], 'a figure'],
  ['an unknown theme', {}, [OUT, '--theme', 'pink'], '--theme'],
  ['no JSON', 'hello', [OUT], 'scene'],
  ['a list', '[]', [OUT], 'scene'],
  ['an unknown choice', { color: 'red' }, [OUT], 'scene'],
  ['an unknown coil', { coilId: 'h-coil' }, [OUT], 'coilId'],
  ['an unknown target', { targetId: 'amygdala' }, [OUT], 'targetId'],
  ['a rate beyond its limits', { dIdt: 1e12 }, [OUT], 'dIdt'],
  ['a formula that cannot be read', { pulseShape: 'typed', pulseExpression: 'sin(' }, [OUT], 'expression'],
  ['a protocol that cannot be run', { protocol: { ...INITIAL_CHOICES.protocol, segments: [] } }, [OUT], 'protocol.segments'],
  ['a folder that does not exist', {}, [join(FOLDER, 'no-such-folder', 'figure.png')], 'the folder of the picture'],
];

describe('coilscope figure', () => {
  mkdirSync(FOLDER, { recursive: true });

  it.each(CASES)('refuses %s in one sentence', async (_, scene, args, field) => {
    const { exitCode, output, message } = await runCommand(['figure', writeScene(scene), ...args]);
    expect(exitCode, message).toBe(2);
    expect(output).toBe('');
    expect(message.startsWith(field), message).toBe(true);
    expect(message.trimEnd().split('\n')).toHaveLength(1);
  });

  it('draws the picture of a scene, and again from the picture itself', async () => {
    const scene = writeScene({ targetId: 'm1-hand', dIdt: 60e6, showScalp: false });
    const flags = ['--width', '320', '--height', '180', '--theme', 'light', '--transparent'];
    const first = await runCommand(['figure', scene, OUT, ...flags]);
    expect(first, first.message).toEqual({
      exitCode: 0,
      output: `${JSON.stringify({ file: OUT, width: 320, height: 180 })}\n`,
      message: '',
    });
    const png = readFileSync(OUT);
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png[25]]).toEqual([320, 180, 6]);
    const { scene: carried, refusal } = readSceneBytes(png, knownIds(landmarks));
    expect(refusal).toBeNull();
    const choices: Choices = { ...INITIAL_CHOICES, targetId: 'm1-hand', dIdt: 60e6, showScalp: false, theme: 'projector' };
    expect(carried.choices).toEqual(JSON.parse(writeChoices(choices)));
    const again = join(FOLDER, 'figure-again.png');
    expect((await runCommand(['figure', OUT, again, ...flags])).exitCode).toBe(0);
    expect(readFileSync(again).equals(png)).toBe(true);
  }, 240_000);

  it('draws every scene of a folder, with camera and own coil, and tells of each that it cannot', async () => {
    const [folder, out] = ['scenes', 'pictures'].map((name) => join(FOLDER, `batch-${name}`));
    for (const path of [folder, out]) rmSync(path, { recursive: true, force: true });
    mkdirSync(folder);
    const coil = await openOwnCoil(createSession(createChoiceStore()), {
      name: 'wings.ccd',
      size: 900,
      text: async () => ccdText(BENT_WINGS),
    });
    const camera = { azimuth: -2.1, elevation: 0.4, distance: 0.5 };
    const given: Scene = {
      ...FIRST_SCENE,
      choices: { ...FIRST_SCENE.choices, coilId: coil.id },
      view: { ...FIRST_SCENE.view, camera },
      ownCoils: [coil],
    };
    writeFileSync(join(folder, 'own-coil.json'), writeSceneFile(given, 'test'));
    const link = readFileSync(join(import.meta.dirname, '../share/scene/fixtures/link1.txt'), 'utf8').trim();
    writeFileSync(join(folder, 'link.url'), `[InternetShortcut]\r\nURL=${link}\r\n`);
    writeFileSync(join(folder, 'bad.json'), '{"coilId": "h-coil"}');
    writeFileSync(join(folder, 'notes.md'), 'no scene');
    const flags = ['--width', '200', '--height', '120', '--caption', 'none'];
    const { exitCode, message } = await runCommand(['figure', folder, out, ...flags]);
    expect(exitCode).toBe(2);
    const said = message.trimEnd().split('\n');
    expect(said).toHaveLength(2);
    expect(said[0]).toBe(`2 of 3 figures are in ${out}.`);
    expect(said.filter((line) => line.startsWith('bad.json: coilId must be one of'))).toHaveLength(1);
    expect(readdirSync(out).sort()).toEqual(['link.png', 'own-coil.png']);
    const png = readFileSync(join(out, 'own-coil.png'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([200, 120]);
    const { scene } = readSceneBytes(png, knownIds(landmarks));
    expect(scene.choices.coilId).toBe(coil.id);
    expect(scene.ownCoils.map(({ id }) => id)).toEqual([coil.id]);
    for (const key of ['azimuth', 'elevation', 'distance'] as const) expect(scene.view.camera[key]).toBeCloseTo(camera[key], 3);
    const same = await runCommand(['figure', folder, folder, ...flags]);
    expect(same.message).toMatch(/^the folder of the pictures must be another/);
  });
});
