import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import landmarks from '../../models/heads/colin27/landmarks.json';
import { runCommand } from '../../src/cli/runCommand';
import { knownIds } from '../../src/share/scene/knownIds';
import { readSceneBytes } from '../../src/share/scene/readSceneFile';
import { type Choices, INITIAL_CHOICES } from '../../src/state/choices';
import { writeChoices } from '../../src/state/storedChoices';
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
});
