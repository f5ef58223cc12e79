import { zlibSync } from 'fflate';
import { toBase64 } from '../../core/base64';
import type { Surface } from '../../head/surface';
import type { Provenance } from './dataTable';

/** Values at the vertices of a surface. */
export interface VertexValues {
  readonly name: string;
  readonly values: Float32Array;
}

const escaped = (text: string): string => text.replace(/[^\n\t\x20-\ufffd]/g, ' ').replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);

const entries = (pairs: Provenance): string =>
  `<MetaData>${pairs.map(([name, value]) => `<MD><Name>${escaped(name)}</Name><Value>${escaped(value)}</Value></MD>`).join('')}</MetaData>`;

/** The head frame has MNI-152 axes: positions stand as they are. */
const SPACE =
  '<CoordinateSystemTransformMatrix><DataSpace>NIFTI_XFORM_MNI_152</DataSpace><TransformedSpace>NIFTI_XFORM_MNI_152</TransformedSpace><MatrixData>1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1</MatrixData></CoordinateSystemTransformMatrix>';

/** One array, little-endian, zlib and base64 (GIFTI 1.0, Encoding GZipBase64Binary). */
function dataArray(intent: string, values: Float32Array | Int32Array, width: number, metadata: Provenance, space = ''): string {
  const type = values instanceof Int32Array ? 'NIFTI_TYPE_INT32' : 'NIFTI_TYPE_FLOAT32';
  const dimensions =
    width === 1 ? `Dimensionality="1" Dim0="${values.length}"` : `Dimensionality="2" Dim0="${values.length / width}" Dim1="${width}"`;
  const view = new DataView(new ArrayBuffer(4 * values.length));
  for (let n = 0; n < values.length; n++) {
    if (values instanceof Int32Array) view.setInt32(4 * n, values[n], true);
    else view.setFloat32(4 * n, values[n], true);
  }
  const data = toBase64(zlibSync(new Uint8Array(view.buffer)));
  return `<DataArray Intent="${intent}" DataType="${type}" ArrayIndexingOrder="RowMajorOrder" ${dimensions} Encoding="GZipBase64Binary" Endian="LittleEndian" ExternalFileName="" ExternalFileOffset="">${entries(metadata)}${space}<Data>${data}</Data></DataArray>`;
}

const file = (arrays: readonly string[], metadata: Provenance): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE GIFTI SYSTEM "http://www.nitrc.org/frs/download.php/115/gifti.dtd">',
    `<GIFTI Version="1.0" NumberOfDataArrays="${arrays.length}">`,
    entries(metadata),
    '<LabelTable/>',
    ...arrays,
    '</GIFTI>',
    '',
  ].join('\n');

/** A surface as .surf.gii: vertices in millimeters, triangles. */
export function surfaceGifti({ positions, triangles }: Pick<Surface, 'positions' | 'triangles'>, provenance: Provenance): string {
  const points = dataArray(
    'NIFTI_INTENT_POINTSET',
    positions.map((value) => 1e3 * value),
    3,
    [
      ['AnatomicalStructurePrimary', 'CortexRightAndLeft'],
      ['GeometricType', 'Anatomical'],
    ],
    SPACE,
  );
  return file([points, dataArray('NIFTI_INTENT_TRIANGLE', Int32Array.from(triangles), 3, [])], provenance);
}

/** Values at the vertices of that surface as .func.gii, one array each. */
export const valuesGifti = (all: readonly VertexValues[], provenance: Provenance): string =>
  file(
    all.map(({ name, values }) => dataArray('NIFTI_INTENT_NONE', values, 1, [['Name', name]])),
    [['AnatomicalStructurePrimary', 'CortexRightAndLeft'], ...provenance],
  );
