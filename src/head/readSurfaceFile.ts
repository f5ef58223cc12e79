import { MeshoptDecoder } from 'meshoptimizer/decoder';
import { z } from 'zod';
import { InputError } from '../core/inputError';
import { type Surface, surfaceNormals } from './surface';

/** No file of surfaces is larger; bounds the memory that a damaged one can ask for. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_VERTICES = 500_000;
/** Of accessors, views, meshes and nodes: without it many nodes of one large mesh would take a small file quadratic time. */
const MOST_PARTS = 64;

const GLB_MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;

const whole = z.number().int().nonnegative().max(MOST_BYTES);
const triple = z.tuple([z.number(), z.number(), z.number()]);
const compression = z.object({
  buffer: z.literal(0),
  byteOffset: whole.default(0),
  byteLength: whole,
  byteStride: whole.max(256),
  count: whole.max(6 * MOST_VERTICES),
  mode: z.enum(['ATTRIBUTES', 'TRIANGLES', 'INDICES']),
  filter: z.enum(['NONE', 'OCTAHEDRAL', 'QUATERNION', 'EXPONENTIAL']).optional(),
});
const document = z.object({
  accessors: z
    .array(
      z.object({
        bufferView: whole,
        byteOffset: whole.default(0),
        componentType: z.union([z.literal(5120), z.literal(5121), z.literal(5122), z.literal(5123), z.literal(5125), z.literal(5126)]),
        normalized: z.boolean().default(false),
        count: whole.max(6 * MOST_VERTICES),
        type: z.enum(['SCALAR', 'VEC3']),
      }),
    )
    .max(MOST_PARTS),
  bufferViews: z
    .array(
      z.object({
        byteOffset: whole.default(0),
        byteLength: whole,
        byteStride: whole.max(256).optional(),
        extensions: z.object({ EXT_meshopt_compression: compression.optional() }).optional(),
      }),
    )
    .max(MOST_PARTS),
  meshes: z
    .array(
      z.object({
        name: z.string().max(100),
        primitives: z.array(z.object({ attributes: z.record(z.string().max(100), whole), indices: whole })).length(1),
      }),
    )
    .max(MOST_PARTS),
  nodes: z
    .array(z.object({ mesh: whole.optional(), translation: triple.default([0, 0, 0]), scale: triple.default([1, 1, 1]) }))
    .max(MOST_PARTS),
});
type GlbDocument = z.infer<typeof document>;

const DAMAGED = 'the surfaces in it cannot be read; reload the page or fetch the file again';

/**
 * Reads the surfaces of a GLB file (positions in metres, EXT_meshopt_compression and quantized attributes allowed) by mesh name. A file that
 * is damaged, truncated or too large is refused with one sentence that names it.
 */
export async function readSurfaces(bytes: Uint8Array, fileName = 'The surface file'): Promise<Record<string, Surface>> {
  await MeshoptDecoder.ready;
  try {
    const { json, binary } = splitGlb(bytes);
    const parsed = document.parse(json);
    const views = parsed.bufferViews.map((view) => decodeView(view, binary));
    const surfaces: Record<string, Surface> = {};
    for (const node of parsed.nodes) {
      if (node.mesh === undefined) continue;
      const mesh = parsed.meshes[node.mesh];
      surfaces[mesh.name] = readMesh(parsed, views, mesh.primitives[0], node);
    }
    if (Object.keys(surfaces).length === 0) throw new Error('no surface');
    return surfaces;
  } catch {
    throw new InputError(`${fileName} is damaged: ${DAMAGED}.`);
  }
}

function splitGlb(bytes: Uint8Array): { json: unknown; binary: Uint8Array } {
  if (bytes.length < 20 || bytes.length > MOST_BYTES) throw new Error('size');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== GLB_MAGIC || view.getUint32(4, true) !== 2 || view.getUint32(8, true) !== bytes.length)
    throw new Error('header');
  const jsonLength = view.getUint32(12, true);
  if (view.getUint32(16, true) !== JSON_CHUNK || 28 + jsonLength > bytes.length) throw new Error('JSON chunk');
  const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(20, 20 + jsonLength)));
  const binaryLength = view.getUint32(20 + jsonLength, true);
  const start = 28 + jsonLength;
  if (view.getUint32(24 + jsonLength, true) !== BINARY_CHUNK || start + binaryLength > bytes.length) throw new Error('binary chunk');
  return { json, binary: bytes.subarray(start, start + binaryLength) };
}

interface DecodedView {
  readonly bytes: Uint8Array;
  readonly stride: number | undefined;
}

function decodeView(view: GlbDocument['bufferViews'][number], binary: Uint8Array): DecodedView {
  const packed = view.extensions?.EXT_meshopt_compression;
  if (!packed) return { bytes: slice(binary, view.byteOffset, view.byteLength), stride: view.byteStride };
  const target = new Uint8Array(packed.count * packed.byteStride);
  const source = slice(binary, packed.byteOffset, packed.byteLength);
  MeshoptDecoder.decodeGltfBuffer(target, packed.count, packed.byteStride, source, packed.mode, packed.filter);
  return { bytes: target, stride: packed.mode === 'ATTRIBUTES' ? packed.byteStride : undefined };
}

function slice(bytes: Uint8Array, offset: number, length: number): Uint8Array {
  if (offset + length > bytes.length) throw new Error('a view ends outside the file');
  return bytes.subarray(offset, offset + length);
}

function readMesh(
  parsed: GlbDocument,
  views: DecodedView[],
  { attributes, indices }: GlbDocument['meshes'][number]['primitives'][number],
  { translation, scale }: GlbDocument['nodes'][number],
): Surface {
  const positions = readAccessor(parsed, views, attributes.POSITION, 3);
  const count = positions.length / 3;
  if (count === 0 || count > MOST_VERTICES) throw new Error('vertex count');
  for (let i = 0; i < positions.length; i++) positions[i] = positions[i] * scale[i % 3] + translation[i % 3];
  const triangles = Uint32Array.from(readAccessor(parsed, views, indices, 1));
  if (triangles.length % 3 !== 0 || triangles.some((index) => index >= count)) throw new Error('triangles');
  const normals =
    attributes.NORMAL === undefined ? surfaceNormals(positions, triangles) : readAccessor(parsed, views, attributes.NORMAL, 3);
  const extra = Object.keys(attributes).filter((name) => name.startsWith('_'));
  const values = Object.fromEntries(extra.map((name) => [name, readAccessor(parsed, views, attributes[name], 1)]));
  if (normals.length !== positions.length || extra.some((name) => values[name].length !== count)) throw new Error('attribute length');
  if (!positions.every(Number.isFinite)) throw new Error('positions');
  return { positions, triangles, normals: unitLength(normals), attributes: values };
}

/** The numbers of an accessor as floats; normalized integers become 0..1 or -1..1. */
function readAccessor(parsed: GlbDocument, views: DecodedView[], index: number, components: 1 | 3): Float32Array {
  const accessor = parsed.accessors[index];
  if (accessor.type !== (components === 3 ? 'VEC3' : 'SCALAR')) throw new Error('accessor type');
  const { bytes, stride } = views[accessor.bufferView];
  const [size, most, read] = componentReader(accessor.componentType);
  const step = stride ?? size * components;
  if (accessor.byteOffset + (accessor.count - 1) * step + size * components > bytes.length) throw new Error('accessor length');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const factor = accessor.normalized ? 1 / most : 1;
  const out = new Float32Array(accessor.count * components);
  for (let i = 0; i < accessor.count; i++) {
    const base = accessor.byteOffset + i * step;
    for (let c = 0; c < components; c++) out[i * components + c] = read(view, base + c * size) * factor;
  }
  return out;
}

type ComponentReader = readonly [size: number, most: number, read: (view: DataView, offset: number) => number];

function componentReader(componentType: number): ComponentReader {
  switch (componentType) {
    case 5120:
      return [1, 127, (view, offset) => view.getInt8(offset)];
    case 5121:
      return [1, 255, (view, offset) => view.getUint8(offset)];
    case 5122:
      return [2, 32767, (view, offset) => view.getInt16(offset, true)];
    case 5123:
      return [2, 65535, (view, offset) => view.getUint16(offset, true)];
    case 5125:
      return [4, 4294967295, (view, offset) => view.getUint32(offset, true)];
    default:
      return [4, 1, (view, offset) => view.getFloat32(offset, true)];
  }
}

function unitLength(normals: Float32Array): Float32Array {
  for (let i = 0; i < normals.length; i += 3) {
    const length = Math.sqrt(normals[i] ** 2 + normals[i + 1] ** 2 + normals[i + 2] ** 2) || 1;
    for (let axis = 0; axis < 3; axis++) normals[i + axis] /= length;
  }
  return normals;
}
