import { describe, expect, it } from 'vitest';
import { writeSurfaces } from '../../models/heads/colin27/build/writeSurfaces';
import manifestData from '../../models/heads/colin27/manifest.json';
import { crc32 } from '../../src/core/crc32';
import { InputError } from '../../src/core/inputError';
import { loadHead } from '../../src/head/loadHead';
import { loadHeadFile, parseManifest } from '../../src/head/loadHeadFile';
import { readSurfaces } from '../../src/head/readSurfaceFile';
import { readShippedHead } from './readShippedHead';

const manifest = parseManifest(manifestData);
const ONE_SENTENCE = /^scalp\.glb is damaged: [^.]+\.$/;

/** A tetrahedron in mm with one value per vertex. */
const tetrahedron = {
  positions: Float64Array.from([0, 0, 0, 100, 0, 0, 0, 80, 0, 0, 0, 60]),
  triangles: Uint32Array.from([0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3]),
  positionBits: 16,
  attributes: { _DEPTH: { kind: 'unorm' as const, values: Float64Array.from([0, 0.2, 0.6, 1]) } },
};

describe('readSurfaces', () => {
  it('gives back what was written: positions in metres within a step, attributes with their vertices', async () => {
    const { solid } = await readSurfaces(await writeSurfaces({ solid: tetrahedron }));
    expect(solid.triangles).toHaveLength(12);
    for (let i = 0; i < 4; i++) {
      const value = solid.attributes._DEPTH[i];
      const original = [0, 0.2, 0.6, 1].findIndex((expected) => Math.abs(expected - value) < 1 / 255);
      for (let axis = 0; axis < 3; axis++) {
        expect(Math.abs(solid.positions[3 * i + axis] - tetrahedron.positions[3 * original + axis] / 1000)).toBeLessThan(2e-6);
      }
    }
  });

  it('refuses a truncated file by one sentence that names it', async () => {
    const bytes = readShippedHead('scalp.glb');
    for (const length of [0, 11, 19, 500, 5000, bytes.length - 1]) {
      const refusal = readSurfaces(bytes.slice(0, length), 'scalp.glb');
      await expect(refusal).rejects.toBeInstanceOf(InputError);
      await expect(refusal).rejects.toThrow(ONE_SENTENCE);
    }
  });

  it('refuses a wrong magic, a broken description and counts out of bounds', async () => {
    const original = readShippedHead('scalp.glb');
    const text = new TextDecoder('latin1').decode(original);
    const breakAt = (position: number, value: number): Uint8Array => {
      const bytes = Uint8Array.from(original);
      bytes[position] = value;
      return bytes;
    };
    const count = text.indexOf('"count":') + 8;
    for (const bytes of [breakAt(0, 0), breakAt(21, 0x7d), breakAt(count, 0x39), breakAt(text.indexOf('"mode":"TRIANGLES"') + 8, 0x58)]) {
      await expect(readSurfaces(bytes, 'scalp.glb')).rejects.toThrow(ONE_SENTENCE);
    }
  });
});

/** A GLB of three vertices without compression, with the given corners of its one triangle. */
function plainTriangle(corners: number[]): Uint8Array {
  const json = {
    accessors: [
      { bufferView: 0, componentType: 5126, count: 3, type: 'VEC3' },
      { bufferView: 1, componentType: 5125, count: 3, type: 'SCALAR' },
    ],
    bufferViews: [{ byteLength: 36 }, { byteOffset: 36, byteLength: 12 }],
    meshes: [{ name: 'one', primitives: [{ attributes: { POSITION: 0 }, indices: 1 }] }],
    nodes: [{ mesh: 0 }],
  };
  const text = new TextEncoder().encode(JSON.stringify(json).padEnd(600));
  const bytes = new Uint8Array(28 + 600 + 48);
  const view = new DataView(bytes.buffer);
  [0x46546c67, 2, bytes.length, 600, 0x4e4f534a].forEach((value, i) => void view.setUint32(4 * i, value, true));
  bytes.set(text, 20);
  view.setUint32(620, 48, true);
  view.setUint32(624, 0x004e4942, true);
  [0, 0, 0, 1, 0, 0, 0, 1, 0].forEach((value, i) => void view.setFloat32(628 + 4 * i, value, true));
  corners.forEach((value, i) => void view.setUint32(664 + 4 * i, value, true));
  return bytes;
}

describe('a file without compression', () => {
  it('is read too, with normals from its triangles', async () => {
    const { one } = await readSurfaces(plainTriangle([0, 1, 2]));
    expect(Array.from(one.normals.slice(0, 3))).toEqual([0, 0, 1]);
  });

  it('is refused when a triangle names a vertex that is not there', async () => {
    await expect(readSurfaces(plainTriangle([0, 1, 3]), 'scalp.glb')).rejects.toThrow(ONE_SENTENCE);
  });
});

describe('loadHeadFile', () => {
  const changed = (name: string): Uint8Array => {
    const bytes = readShippedHead(name);
    bytes[bytes.length - 100] ^= 1;
    return bytes;
  };

  it('returns a file whose length and checksum are those of the manifest', async () => {
    const bytes = await loadHeadFile(manifest, 'scalp.glb', async (name) => readShippedHead(name));
    expect(bytes.length).toBe(manifest.files['scalp.glb'].bytes);
  });

  it('refuses one changed bit, a short file, a failed fetch and an unknown name, each by a sentence that names the file', async () => {
    await expect(loadHeadFile(manifest, 'scalp.glb', async (name) => changed(name))).rejects.toThrow(
      /^scalp\.glb is damaged: its checksum/,
    );
    await expect(loadHeadFile(manifest, 'scalp.glb', async (name) => readShippedHead(name).slice(1))).rejects.toThrow(
      /^scalp\.glb is damaged: it must have/,
    );
    await expect(loadHeadFile(manifest, 'scalp.glb', () => Promise.reject(new Error('404')))).rejects.toThrow(
      /^scalp\.glb of the head Colin27 could not be fetched/,
    );
    await expect(loadHeadFile(manifest, 'face.glb', async (name) => readShippedHead(name))).rejects.toThrow(/^face\.glb is not a file/);
  });

  it('still notices a changed bit where the page may not use SHA-256', async () => {
    const original = Object.getOwnPropertyDescriptor(globalThis, 'crypto') as PropertyDescriptor;
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
    try {
      await expect(loadHeadFile(manifest, 'scalp.glb', async (name) => changed(name))).rejects.toThrow(/^scalp\.glb is damaged/);
      await expect(loadHeadFile(manifest, 'scalp.glb', async (name) => readShippedHead(name))).resolves.toBeInstanceOf(Uint8Array);
    } finally {
      Object.defineProperty(globalThis, 'crypto', original);
    }
  });

  it('computes the CRC-32 of the usual check string', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});

describe('loadHead', () => {
  it('loads the whole head and reports progress up to 1', async () => {
    const shares: number[] = [];
    const head = await loadHead(
      (share) => shares.push(share),
      async (name) => readShippedHead(name),
    );
    expect(head.name).toBe('Colin27');
    expect(shares).toHaveLength(6);
    expect(shares[5]).toBeCloseTo(1, 12);
    expect(head.sphere.radius).toBeGreaterThan(0.07);
  });
});
