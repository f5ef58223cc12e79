import { describe, expect, it } from 'vitest';
import { parseScene } from '../../src/cli/sceneInput';
import { readCcd } from '../../src/coil/files/readCcd';
import { readNiftiCoil } from '../../src/coil/files/readNiftiCoil';
import { readTcd } from '../../src/coil/files/readTcd';
import { readPoses } from '../../src/coil/poses/readPoses';
import { parseQuantity } from '../../src/core/parseQuantity';
import { addPngText, readPngText } from '../../src/core/pngText';
import { readProtocolText } from '../../src/dose/protocol/protocolFile';
import { parseLandmarks } from '../../src/head/landmarks';
import { parseManifest } from '../../src/head/loadHeadFile';
import { readSurfaces } from '../../src/head/readSurfaceFile';
import { parseRegions } from '../../src/head/regions';
import { readOperator } from '../../src/physics/modes/readOperator';
import { compileExpression } from '../../src/physics/pulse/compileExpression';
import { readChoices } from '../../src/state/storedChoices';
import { JUNK, outcomeOf } from './withoutDelay';

const tcd = (element: object, more: object = {}): string =>
  JSON.stringify({ coilElementList: [{ type: 1, points: [[1, 2, 3]], values: [[1, 1, 1]], ...element }], ...more });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const EMPTY = { coils: new Set<string>() } as never;

/** Every reader of what comes from outside, and every place in a file where a text can stand. */
const READERS: ReadonlyMap<string, (junk: string) => unknown> = new Map<string, (junk: string) => unknown>([
  ['a .ccd file', (junk) => readCcd(junk)],
  ['the header of a .ccd file', (junk) => readCcd(`# ${junk}\n1\n#\n0 0 0 0 0 1`)],
  ['the rate of a .ccd file', (junk) => readCcd(`# a;dIdtmax=${junk}\n1\n#\n0 0 0 0 0 1`)],
  ['the count of a .ccd file', (junk) => readCcd(`# a\n${junk}\n#\n0 0 0 0 0 1`)],
  ['a row of a .ccd file', (junk) => readCcd(`# a\n1\n#\n${junk}`)],
  ['a number of a .ccd file', (junk) => readCcd(`# a\n1\n#\n0 0 0 0 0 ${junk.slice(0, 3900)}x`)],
  ['a .tcd file', (junk) => readTcd(junk)],
  ['the points of a .tcd file', (junk) => readTcd(tcd({ points: junk }))],
  ['the values of a .tcd file', (junk) => readTcd(tcd({ values: junk }))],
  ['the name of a .tcd file', (junk) => readTcd(tcd({}, { name: junk }))],
  ['the segments of a .tcd file', (junk) => readTcd(tcd({ type: 2, points: junk, values: junk }))],
  ['the casing of a .tcd file', (junk) => readTcd(tcd({}, { coilCasing: 0, coilModels: [{ points: junk }] }))],
  ['a field in NIfTI', (junk) => readNiftiCoil(bytes(junk).buffer as ArrayBuffer, 'a.nii')],
  ['poses', (junk) => readPoses(junk)],
  ['poses of Brainsight', (junk) => readPoses(`# Coordinate system: ${junk}\n# a\tm0n0\n${junk}`)],
  ['poses of Localite', (junk) => readPoses(`<Matrix4D data00="${junk}"/>`)],
  ['poses of Localite with many tags', (junk) => readPoses(`data00 ${'<'.repeat(junk.length / 10)}${junk.slice(0, 900_000)}>`)],
  ['a typed quantity', (junk) => parseQuantity(junk, 'mm', 'box')],
  ['a short typed quantity', (junk) => parseQuantity(junk.slice(-40), 'mm', 'box')],
  ['a typed formula', (junk) => compileExpression(junk)],
  ['a short typed formula', (junk) => compileExpression(junk.slice(-400))],
  ['a protocol file', (junk) => readProtocolText(junk)],
  ['stored choices', (junk) => readChoices(junk, EMPTY)],
  [
    'a stored choice',
    (junk) => readChoices(JSON.stringify({ coilId: junk.slice(0, 15_000) }), { ...(EMPTY as object), coilId: new Set() } as never),
  ],
  ['a scene of the terminal', (junk) => parseScene(junk)],
  ['landmarks', (junk) => parseLandmarks(junk)],
  ['regions', (junk) => parseRegions(junk)],
  ['the manifest of a head', (junk) => parseManifest({ files: { [junk]: junk } })],
  ['surfaces', (junk) => readSurfaces(bytes(junk))],
  ['the operator of a head', (junk) => readOperator(bytes(junk), null as never)],
]);

describe.each([...READERS])('One megabyte in %s', (_, read) => {
  it.each([...JUNK])('is read or refused with one sentence, without a pause: %s', async (__, junk) => {
    expect(['read', 'refused']).toContain(await outcomeOf(() => read(junk)));
  });
});

describe('One megabyte in a picture', () => {
  it.each([...JUNK])('is no choices: %s', (_, junk) => {
    expect(readPngText(bytes(junk), 'key')).toBeNull();
  });

  it('is passed over where it is a hundred thousand empty chunks', async () => {
    const signature = [137, 80, 78, 71, 13, 10, 26, 10];
    const png = new Uint8Array(12 * 90_000 + 33);
    png.set(signature);
    for (let at = 33; at < png.length; at += 12) png.set(bytes('tEXt'), at + 4);
    new DataView(png.buffer).setUint32(8, 13);
    expect(await outcomeOf(() => readPngText(png, 'key'))).toBe('read');
    expect(readPngText(addPngText(png, 'key', 'text'), 'key')).toBe('text');
  });
});

describe('A surface file', () => {
  it('of many nodes with one large mesh is refused, since it would be read over and over', async () => {
    const nodes = Array.from({ length: 500 }, () => ({ mesh: 0 }));
    const accessor = { bufferView: 0, componentType: 5126, count: 40_000, type: 'VEC3' };
    const index = { bufferView: 0, componentType: 5125, count: 3, type: 'SCALAR' };
    const document = {
      accessors: [accessor, index],
      bufferViews: [{ byteLength: 480_000 }],
      meshes: [{ name: 'scalp', primitives: [{ attributes: { POSITION: 0 }, indices: 1 }] }],
      nodes,
    };
    const text = JSON.stringify(document);
    const json = bytes(text.padEnd(4 * Math.ceil(text.length / 4)));
    const glb = new Uint8Array(28 + json.length + 480_000);
    const view = new DataView(glb.buffer);
    for (const [n, value] of [0x46546c67, 2, glb.length, json.length, 0x4e4f534a].entries()) view.setUint32(4 * n, value, true);
    glb.set(json, 20);
    view.setUint32(20 + json.length, 480_000, true);
    view.setUint32(24 + json.length, 0x004e4942, true);
    expect(await outcomeOf(() => readSurfaces(glb))).toBe('refused');
  });
});

describe('A coil file', () => {
  it('of a hundred thousand segments in one place, or along one line, takes no longer than others', async () => {
    const many = <T>(value: T): T[] => Array.from({ length: 100_000 }, () => value);
    const element = (points: unknown) => JSON.stringify({ coilElementList: [{ type: 2, points, values: many([1, 0, 0]) }] });
    expect(await outcomeOf(() => readTcd(element(many([1, 2, 3]))))).toBe('read');
    expect(await outcomeOf(() => readTcd(element(many(0).map((_, n) => [n / 100, 0, 0]))))).toBe('read');
  }, 15_000);
});
