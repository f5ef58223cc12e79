import { crc32 } from '../../core/crc32';
import { encodeModes } from './modeCodec';
import type { ModesOperator } from './modesOperator';
import { MAGIC, maskFromNodes, type OperatorHeader, PREAMBLE_BYTES, VERSION } from './operatorFile';

/** The bytes of an operator file (see operatorFile.ts). */
export function writeOperator(operator: ModesOperator): Uint8Array {
  const { nodes, ...grid } = operator.grid;
  const [nx, ny, nz] = grid.dimensions;
  const parts = {
    nodes: maskFromNodes(nodes, nx * ny * nz),
    sensors: bytesOfFloats(operator.sensorPositions, operator.sensorNormals),
    matrix: bytesOfFloats(operator.sensorMatrix),
    modes: encodeModes(operator.tiles, { dimensions: grid.dimensions, nodes, modeCount: operator.modeCount }),
  };
  const sections: Record<string, { offset: number; length: number }> = {};
  let offset = 0;
  for (const [name, bytes] of Object.entries(parts)) {
    sections[name] = { offset, length: bytes.length };
    offset += bytes.length;
  }
  const header = {
    grid,
    modeCount: operator.modeCount,
    sensorCount: operator.sensorPositions.length / 3,
    sections,
    provenance: operator.provenance,
  } as unknown as OperatorHeader;
  return joinFile(new TextEncoder().encode(JSON.stringify(header)), Object.values(parts), offset);
}

function bytesOfFloats(...arrays: Float32Array[]): Uint8Array {
  const out = new Uint8Array(arrays.reduce((sum, array) => sum + array.byteLength, 0));
  let offset = 0;
  for (const array of arrays) {
    out.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += array.byteLength;
  }
  return out;
}

function joinFile(header: Uint8Array, parts: readonly Uint8Array[], bodyBytes: number): Uint8Array {
  const file = new Uint8Array(PREAMBLE_BYTES + header.length + bodyBytes);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, file.length, true);
  view.setUint32(16, header.length, true);
  file.set(header, PREAMBLE_BYTES);
  let offset = PREAMBLE_BYTES + header.length;
  for (const part of parts) {
    file.set(part, offset);
    offset += part.length;
  }
  view.setUint32(12, crc32(file.subarray(16)), true);
  return file;
}
