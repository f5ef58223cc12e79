import { crc32 } from '../../core/crc32';
import { InputError } from '../../core/inputError';
import { type FieldKernels, instantiateFieldKernels } from '../wasm/fieldKernels';
import { TILE_ROWS } from './combineModes';
import { decodeModes } from './modeCodec';
import type { ModesOperator } from './modesOperator';
import { MAGIC, MOST_BYTES, nodesFromMask, type OperatorHeader, operatorHeader, PREAMBLE_BYTES, VERSION } from './operatorFile';

/**
 * Reads an operator file; one that is damaged, truncated, too large or of another version is refused with one sentence that names it. With `kernels` (the bytes of
 * fieldKernels.wasm) and SIMD the modes are decoded in WebAssembly.
 */
export async function readOperator(
  bytes: Uint8Array,
  fileName = 'The operator file',
  kernels: BufferSource | null = null,
): Promise<ModesOperator> {
  const { header, body } = readHeader(bytes, fileName);
  const instance = kernels && (await instantiateFieldKernels(kernels));
  try {
    return assemble(header, body, instance);
  } catch {
    throw damaged(fileName, 'its contents contradict its header');
  }
}

function damaged(fileName: string, how: string): InputError {
  return new InputError(`${fileName} is damaged: ${how}; reload the page or fetch the file again.`);
}

function readHeader(bytes: Uint8Array, fileName: string): { header: OperatorHeader; body: Uint8Array } {
  if (bytes.length > MOST_BYTES) throw damaged(fileName, `it has ${bytes.length} bytes, more than ${MOST_BYTES}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREAMBLE_BYTES || view.getUint32(0, true) !== MAGIC)
    throw damaged(fileName, 'it does not begin as an operator file does');
  const version = view.getUint32(4, true);
  if (version !== VERSION) {
    throw new InputError(`${fileName} has version ${version} and this program reads version ${VERSION}; build it again.`);
  }
  const length = view.getUint32(8, true);
  if (length !== bytes.length) throw damaged(fileName, `it has ${bytes.length} of ${length} bytes`);
  if (view.getUint32(12, true) !== crc32(bytes.subarray(16))) throw damaged(fileName, 'its checksum does not fit');
  const headerEnd = PREAMBLE_BYTES + view.getUint32(16, true);
  if (headerEnd > bytes.length) throw damaged(fileName, 'its header is longer than the file');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(PREAMBLE_BYTES, headerEnd));
    return { header: operatorHeader.parse(JSON.parse(text)), body: bytes.subarray(headerEnd) };
  } catch {
    throw damaged(fileName, 'its header cannot be read');
  }
}

function assemble(header: OperatorHeader, body: Uint8Array, kernels: FieldKernels | null): ModesOperator {
  const { grid, modeCount, sensorCount, sections, provenance } = header;
  const bytesOf = (name: 'nodes' | 'sensors' | 'matrix' | 'modes'): Uint8Array => {
    const { offset, length } = sections[name];
    if (offset + length > body.length) throw new Error(`section ${name}`);
    return body.slice(offset, offset + length);
  };
  const floats = (name: 'sensors' | 'matrix', count: number): Float32Array => {
    const bytes = bytesOf(name);
    if (bytes.length !== 4 * count) throw new Error(`length of ${name}`);
    return new Float32Array(bytes.buffer);
  };
  const [nx, ny, nz] = grid.dimensions;
  const nodes = nodesFromMask(bytesOf('nodes'), nx * ny * nz);
  if (nodes.length === 0 || nodes.length > 65_536) throw new Error('nodes');
  const sensors = floats('sensors', 6 * sensorCount);
  const tiles = new Int16Array(TILE_ROWS * Math.ceil((3 * nodes.length) / TILE_ROWS) * modeCount);
  decodeModes(bytesOf('modes'), { dimensions: grid.dimensions, nodes, modeCount }, tiles, kernels);
  return {
    grid: { ...grid, nodes },
    modeCount,
    sensorPositions: sensors.slice(0, 3 * sensorCount),
    sensorNormals: sensors.slice(3 * sensorCount),
    sensorMatrix: floats('matrix', modeCount * sensorCount),
    tiles,
    provenance,
  };
}
