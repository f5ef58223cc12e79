import { type Accessor, Document, type TypedArray, WebIO } from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMeshQuantization } from '@gltf-transform/extensions';
import { MeshoptEncoder } from 'meshoptimizer/encoder';

/** A surface as it is written: positions in mm, normals as unit vectors, one value per vertex and attribute, already within its range. */
export interface WrittenSurface {
  readonly positions: Float64Array;
  readonly triangles: Uint32Array;
  /** Steps along the longest extent are 2 to this power. */
  readonly positionBits: number;
  readonly normals?: Float64Array;
  /** Bits per component of the normals. */
  readonly normalBits?: 8 | 16;
  readonly attributes?: Readonly<Record<string, WrittenAttribute>>;
}

/** `unorm`: 0..1 in 8 bits, `snorm`: -1..1 in 8 bits, `index`: whole numbers 0..255. */
export interface WrittenAttribute {
  readonly kind: 'unorm' | 'snorm' | 'index';
  readonly values: Float64Array;
}

/** A GLB with EXT_meshopt_compression; positions as integers of up to 16 bits whose scale and origin (m) are the node's transform. */
export async function writeSurfaces(surfaces: Readonly<Record<string, WrittenSurface>>): Promise<Uint8Array> {
  await MeshoptEncoder.ready;
  const document = new Document();
  document.createExtension(KHRMeshQuantization).setRequired(true);
  document
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.QUANTIZE });
  const scene = document.createScene();
  for (const [name, surface] of Object.entries(surfaces)) scene.addChild(addSurface(document, name, reorder(surface)));
  const io = new WebIO()
    .registerExtensions([EXTMeshoptCompression, KHRMeshQuantization])
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder });
  return io.writeBinary(document);
}

/** Vertices and triangles in the order that compresses best; values follow their vertices. */
function reorder(surface: WrittenSurface): WrittenSurface {
  const ordered = Uint32Array.from(surface.triangles);
  const [remap, count] = MeshoptEncoder.reorderMesh(ordered, true, true);
  const move = (values: Float64Array, stride: number): Float64Array => {
    const out = new Float64Array(count * stride);
    for (let old = 0; old < remap.length; old++) {
      if (remap[old] < count) out.set(values.subarray(stride * old, stride * old + stride), stride * remap[old]);
    }
    return out;
  };
  return {
    ...surface,
    positions: move(surface.positions, 3),
    triangles: ordered,
    normals: surface.normals && move(surface.normals, 3),
    attributes: Object.fromEntries(
      Object.entries(surface.attributes ?? {}).map(([name, a]) => [name, { ...a, values: move(a.values, 1) }]),
    ),
  };
}

function addSurface(document: Document, name: string, surface: WrittenSurface) {
  const buffer = document.getRoot().listBuffers()[0] ?? document.createBuffer();
  const accessor = (type: 'SCALAR' | 'VEC3', array: TypedArray, normalized: boolean): Accessor =>
    document.createAccessor().setType(type).setArray(array).setNormalized(normalized).setBuffer(buffer);
  const { quantized, step, low } = quantizePositions(surface.positions, surface.positionBits);
  const indices = surface.positions.length / 3 > 65535 ? surface.triangles : Uint16Array.from(surface.triangles);
  const primitive = document
    .createPrimitive()
    .setIndices(accessor('SCALAR', indices, false))
    .setAttribute('POSITION', accessor('VEC3', quantized, false));
  if (surface.normals) {
    const most = surface.normalBits === 16 ? 32767 : 127;
    const rounded = surface.normals.map((value) => Math.round(value * most));
    primitive.setAttribute('NORMAL', accessor('VEC3', most === 127 ? Int8Array.from(rounded) : Int16Array.from(rounded), true));
  }
  for (const [key, { kind, values }] of Object.entries(surface.attributes ?? {})) {
    const array =
      kind === 'snorm'
        ? Int8Array.from(values, (value) => Math.round(127 * Math.min(1, Math.max(-1, value))))
        : Uint8Array.from(values, (value) => (kind === 'index' ? value : Math.round(255 * Math.min(1, Math.max(0, value)))));
    primitive.setAttribute(key, accessor('SCALAR', array, kind !== 'index'));
  }
  const mesh = document.createMesh(name).addPrimitive(primitive);
  return document.createNode(name).setMesh(mesh).setScale([step, step, step]).setTranslation(low);
}

/** Whole steps of equal length on all axes over the longest extent. */
function quantizePositions(positions: Float64Array, bits: number): { quantized: Uint16Array; step: number; low: [number, number, number] } {
  const low: [number, number, number] = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  positions.forEach((value, i) => {
    low[i % 3] = Math.min(low[i % 3], value / 1000);
    high[i % 3] = Math.max(high[i % 3], value / 1000);
  });
  const step = Math.max(...high.map((value, axis) => value - low[axis])) / (2 ** bits - 1);
  const quantized = Uint16Array.from(positions, (value, i) => Math.round((value / 1000 - low[i % 3]) / step));
  return { quantized, step, low };
}
