import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CommandResult, runCommand } from '../../src/cli/runCommand';
import { FIELD_SCENE, FLAT_POSE, FOCALITY_SCENE, FOLDER, PULSE_SCENE, run, writeScene } from './writeScene';

const field = (change: object) => ({ ...FIELD_SCENE, ...change });
const raw = (from: string, to: string) => JSON.stringify(FIELD_SCENE).replace(from, to);
const pulse = (change: object) => ({ stimulator: { ...PULSE_SCENE.stimulator, ...change } });
const expression = (text: unknown) => ({ expression: text, duration: 1e-3, maxdIdt: 1e8 });
const turned = (index: number, value: number) => FLAT_POSE.map((v, i) => (i === index ? value : v));
const dipoles = (positions: unknown, moments: unknown) => field({ coil: { dipoles: { positions, moments } } });

/** Command, what is wrong, scene, and the field that the sentence must begin with. */
const CASES: readonly (readonly [string, string, unknown, string])[] = [
  ['field', 'an empty file', '', 'scene'],
  ['field', 'no JSON', 'hello', 'scene'],
  ['field', 'JSON that breaks off', '{"head": {', 'scene'],
  ['field', 'bytes that are no text', Uint8Array.of(0xff, 0xfe, 0, 1, 2), 'the file'],
  ['field', 'null', 'null', 'scene'],
  ['field', 'a list', '[]', 'scene'],
  ['field', 'a number', '7', 'scene'],
  ['field', 'an unknown entry', field({ colour: 'red' }), 'scene'],
  ['field', 'a polluted prototype', raw('"dIdt"', '"__proto__": {"dIdt": 1}, "dIdt"'), 'scene'],
  ['field', 'a constructor entry', field({ constructor: 1 }), 'scene'],
  ['field', 'no head', field({ head: undefined }), 'head'],
  ['field', 'a head without a kind', field({ head: {} }), 'head.kind'],
  ['field', 'a head of an unknown kind', field({ head: { kind: 'cube' } }), 'head.kind'],
  ['field', 'a head kind of the prototype', field({ head: { kind: 'toString' } }), 'head.kind'],
  ['field', 'a head with a center of two', field({ head: { kind: 'sphere', center: [0, 0] } }), 'head.center'],
  ['field', 'a head with a center of words', field({ head: { kind: 'sphere', center: [0, 'a', 0] } }), 'head.center[1]'],
  ['field', 'a head with surplus entries', field({ head: { kind: 'sphere', center: [0, 0, 0], radius: 1 } }), 'head'],
  ['field', 'no coil', field({ coil: undefined }), 'coil'],
  ['field', 'a coil as text', field({ coil: 'magstim' }), 'coil'],
  ['field', 'a coil of two kinds', field({ coil: { id: 'magstim-d50', file: 'a.ccd', pose: FLAT_POSE } }), 'coil'],
  ['field', 'a coil of no kind', field({ coil: { pose: FLAT_POSE } }), 'coil'],
  ['field', 'an unknown coil', field({ coil: { id: 'h-coil', pose: FLAT_POSE } }), 'coil.id'],
  ['field', 'a coil of the prototype', field({ coil: { id: '__proto__', pose: FLAT_POSE } }), 'coil.id'],
  ['field', 'no pose', field({ coil: { id: 'magstim-d50' } }), 'coil.pose'],
  ['field', 'a pose of fifteen numbers', field({ coil: { id: 'magstim-d50', pose: FLAT_POSE.slice(1) } }), 'coil.pose'],
  ['field', 'a pose that mirrors', field({ coil: { id: 'magstim-d50', pose: turned(0, 1) } }), 'coil.pose'],
  ['field', 'a pose that shears', field({ coil: { id: 'magstim-d50', pose: turned(1, 1e-2) } }), 'coil.pose'],
  ['field', 'a pose in millimeters', field({ coil: { id: 'magstim-d50', pose: turned(11, 85) } }), 'coil.pose[11]'],
  ['field', 'a pose with another last row', field({ coil: { id: 'magstim-d50', pose: turned(15, 2) } }), 'coil.pose'],
  ['field', 'no dipoles', dipoles([], []), 'coil.dipoles.positions'],
  [
    'field',
    'unlike numbers of positions and moments',
    dipoles(
      [
        [0, 0, 0.3],
        [0, 0, 0.4],
      ],
      [[1, 0, 0]],
    ),
    'coil.dipoles.moments',
  ],
  ['field', 'a position of two numbers', dipoles([[0, 0.3]], [[1, 0, 0]]), 'coil.dipoles.positions[0]'],
  ['field', 'a moment of null', dipoles([[0, 0, 0.3]], [[1, null, 0]]), 'coil.dipoles.moments[0][1]'],
  ['field', 'an infinite moment', raw('[[1,0,0]]', '[[1e999,0,0]]'), 'coil.dipoles.moments[0][0]'],
  ['field', 'too many dipoles', dipoles(Array(100_001).fill([0, 0, 0.3]), [[1, 0, 0]]), 'coil.dipoles.positions'],
  ['field', 'a rate that is infinite', raw('1000000', '1e999'), 'dIdt'],
  ['field', 'a rate as text', field({ dIdt: '1e6' }), 'dIdt'],
  ['field', 'no rate for the electric field', field({ dIdt: undefined }), 'dIdt'],
  ['field', 'a rate out of this world', field({ dIdt: 1e300 }), 'dIdt'],
  ['field', 'no points', field({ points: [] }), 'points'],
  ['field', 'too many points', field({ points: Array(200_001).fill([0, 0, 0.05]) }), 'points'],
  ['field', 'a point of four numbers', field({ points: [[0, 0, 0, 0]] }), 'points[0]'],
  ['field', 'a point of NaN', raw('[[0,0,0.09]]', '[[0,0,NaN]]'), 'scene'],
  [
    'field',
    'a point in millimeters',
    field({
      points: [
        [0, 0, 0.05],
        [0, 0, 90],
      ],
    }),
    'points[1][2]',
  ],
  [
    'field',
    'a point outside the sphere that the coil leaves',
    field({
      points: [
        [0, 0, 0.05],
        [0, 0.35, 0],
      ],
    }),
    'points[1]',
  ],
  ['field', 'a point on a dipole', field({ points: [[0, 0, 0.3]], quantities: ['vectorPotential'] }), 'points[0]'],
  ['field', 'an unknown quantity', field({ quantities: ['voltage'] }), 'quantities[0]'],
  ['field', 'no quantity', field({ quantities: [] }), 'quantities'],
  ['field', 'a coil file of another kind', field({ coil: { file: 'coil.stl', pose: FLAT_POSE } }), 'coil.file'],
  ['field', 'a coil file that is not there', field({ coil: { file: 'none.ccd', pose: FLAT_POSE } }), 'coil.file'],
  ['field', 'a coil file that is empty', field({ coil: { file: 'empty.ccd', pose: FLAT_POSE } }), 'coil.file'],
  ['field', 'a coil file with a bad line', field({ coil: { file: 'bad.ccd', pose: FLAT_POSE } }), 'coil.file bad.ccd, line 5,'],
  [
    'field',
    'a coil file with movable parts',
    field({ coil: { file: 'flex.tcd', pose: FLAT_POSE } }),
    'coil.file flex.tcd coilElementList[0].deformations must point into deformList',
  ],
  ['field', 'a coil file that is a folder', field({ coil: { file: 'folder.ccd', pose: FLAT_POSE } }), 'coil.file'],
  ['focality', 'another head', { ...FOCALITY_SCENE, head: { kind: 'model', id: 'colin27' } }, 'head.kind'],
  ['focality', 'a head of no size', { ...FOCALITY_SCENE, head: { kind: 'sphere', radius: 0, cortexRadius: 0.07 } }, 'head.radius'],
  [
    'focality',
    'a cortex outside the head',
    { ...FOCALITY_SCENE, head: { kind: 'sphere', radius: 0.06, cortexRadius: 0.07 } },
    'head.cortexRadius',
  ],
  ['focality', 'a coil inside the head', { ...FOCALITY_SCENE, coil: { id: 'magstim-d50', pose: turned(11, 0.05) } }, 'coil'],
  [
    'focality',
    'a coil without moment',
    { ...FOCALITY_SCENE, coil: { dipoles: { positions: [[0, 0, 0.3]], moments: [[0, 0, 0]] } } },
    'coil',
  ],
  ['pulse', 'nothing', {}, 'scene'],
  ['pulse', 'two pulses at once', { ...PULSE_SCENE, id: 'magstim-200' }, 'scene'],
  ['pulse', 'an unknown stimulator', { id: 'magpro' }, 'id'],
  ['pulse', 'an output beyond full', { id: 'magstim-200', output: 1.2 }, 'output'],
  ['pulse', 'an output of nothing', { id: 'magstim-200', output: 0 }, 'output'],
  ['pulse', 'no inductance', pulse({ inductance: undefined }), 'stimulator.inductance'],
  ['pulse', 'a negative capacitance', pulse({ capacitance: -1 }), 'stimulator.capacitance'],
  ['pulse', 'a circuit that does not ring', pulse({ resistance: 5 }), 'stimulator.resistance'],
  ['pulse', 'an unknown shape', pulse({ shape: 'square' }), 'stimulator.shape'],
  ['pulse', 'a current that never ends', pulse({ shape: 'monophasic', resistance: 0 }), 'stimulator.resistance'],
  ['pulse', 'an assignment', expression('t = 3'), 'expression'],
  ['pulse', 'a call outside the list', expression('eval("1")'), 'expression'],
  ['pulse', 'a member', expression('t.constructor'), 'expression'],
  ['pulse', 'a broken formula', expression('sin(('), 'expression'],
  ['pulse', 'a formula without end', expression('1+'.repeat(300)), 'expression'],
  ['pulse', 'a formula that is zero', expression('0*t'), 'expression'],
  ['pulse', 'a formula that is infinite', expression('1/t'), 'expression'],
  ['pulse', 'a formula that is a number', expression(3), 'expression'],
  ['pulse', 'no duration', { ...expression('t'), duration: 0 }, 'duration'],
];

function expectOneSentence({ exitCode, output, message }: CommandResult, start: string): void {
  expect(message.slice(0, start.length)).toBe(start);
  expect(exitCode).toBe(2);
  expect(output).toBe('');
  expect(message).toMatch(/^[^\n]* must [^\n]*; instead received [^\n]*\.\n$/);
  expect(message.length).toBeLessThan(700);
}

describe('Input that does not fit ends in exit 2 and one sentence that names the field', () => {
  writeScene('', 'empty.ccd');
  writeScene('# c\n2\n# c\n0 0 0 1 0 0\n0 0 zero 1 0 0\n', 'bad.ccd');
  writeScene({ coilElementList: [{ type: 1, points: [[0, 0, 0]], values: [[0, 0, 1]], deformations: [0] }] }, 'flex.tcd');
  mkdirSync(join(FOLDER, 'folder.ccd'), { recursive: true });

  it('in more than thirty ways', () => {
    expect(CASES.length).toBeGreaterThan(60);
  });

  it.each(CASES)('%s: %s', async (command, _, scene, start) => {
    expectOneSentence(await run(command, scene), start);
  });

  it('for a file that is not there, and for a folder', async () => {
    expectOneSentence(await runCommand(['field', join(FOLDER, 'none.json')]), 'the file');
    expectOneSentence(await runCommand(['field', FOLDER]), 'the file');
  });
});
