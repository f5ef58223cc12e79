import { writePoses } from '../../coil/poses/writePoses';
import type { Vec3 } from '../../core/vec3';
import { cortexMagnitude, cortexVectors } from '../../field/grid/cortexField';
import { splitByNormals } from '../../field/grid/fieldComponents';
import { sourceAmplitude } from '../../field/measures/readouts';
import { unitOfModel } from '../../field/simulation/modelLadder';
import type { FoundMap } from '../../state/session';
import { type DataTable, type Provenance, writeCsv, writeJson } from './dataTable';
import { surfaceGifti, valuesGifti } from './giftiFiles';
import { protocolJson, timingTable } from './protocolData';
import { type ComputedScene, cortexTable, depthTable, probeTable, pulseTable, regionData, searchTable } from './sceneTables';

/** What data files are made of. */
export interface DataOf {
  readonly scene: ComputedScene;
  readonly probe: Vec3 | null;
  readonly found: FoundMap | null;
  readonly provenance: Provenance;
}

/** A file that leaves the program. */
export interface DataFile {
  /** What its name ends with: `depth-curve.csv`. */
  readonly end: string;
  readonly type: string;
  readonly content: string;
}

export interface DataKind {
  readonly id: string;
  readonly label: string;
  /** The forms in which it can be had, and what makes each. */
  readonly forms: readonly { readonly label: string; readonly make: (of: DataOf) => DataFile }[];
  /** Why it cannot be had now, or null. */
  readonly missing?: (of: DataOf) => string | null;
}

const tableForms = (id: string, table: (of: DataOf) => DataTable): DataKind['forms'] => [
  { label: 'CSV', make: (of) => ({ end: `${id}.csv`, type: 'text/csv', content: writeCsv(table(of), of.provenance) }) },
  { label: 'JSON', make: (of) => ({ end: `${id}.json`, type: 'application/json', content: writeJson(table(of), of.provenance) }) },
];

const tableKind = (id: string, label: string, table: (of: DataOf) => DataTable): DataKind => ({ id, label, forms: tableForms(id, table) });

function fieldGifti({ scene: { head, choices, snapshot }, provenance }: DataOf): DataFile {
  const { field, grid } = snapshot;
  const { positions, normals } = head.cortex;
  const source = sourceAmplitude(field.model, choices);
  const vectors = cortexVectors(head.cortex, grid, field);
  const normal = new Float32Array(positions.length / 3);
  splitByNormals(vectors, normals, normal, new Float32Array(normal.length));
  const [symbol, unit] = unitOfModel(field.model) === 'T' ? ['B', 'T'] : ['E', 'V/m'];
  const scaled = (values: Float32Array): Float32Array => values.map((value) => value * source);
  const arrays = [
    { name: `|${symbol}| [${unit}]`, values: scaled(cortexMagnitude(head.cortex, grid, field)) },
    { name: `${symbol} along the outward normal [${unit}]`, values: scaled(normal) },
  ];
  return { end: 'field.func.gii', type: 'application/xml', content: valuesGifti(arrays, provenance) };
}

/** Everything that can be taken along as data. */
export const DATA_KINDS: readonly DataKind[] = [
  tableKind('probe', 'Probe, target, strongest point', ({ scene, probe }) => probeTable(scene, probe)),
  tableKind('depth-curve', 'Field along the coil’s axis', ({ scene }) => depthTable(scene)),
  tableKind('pulse', 'Pulse over time', ({ scene }) => pulseTable(scene)),
  tableKind('regions', 'Regions of the cortex', ({ scene }) => regionData(scene)),
  tableKind('cortex', 'Cortex, every vertex', ({ scene }) => cortexTable(scene)),
  {
    id: 'gifti',
    label: 'Cortex for NiiVue, FreeView, SUMA',
    forms: [
      {
        label: '.surf.gii',
        make: ({ scene, provenance }) => ({
          end: 'cortex.surf.gii',
          type: 'application/xml',
          content: surfaceGifti(scene.head.cortex, provenance),
        }),
      },
      { label: '.func.gii', make: fieldGifti },
    ],
  },
  {
    ...tableKind('search-map', 'Map of the last search', ({ scene, found }) => searchTable(scene, found as FoundMap)),
    missing: ({ found }) => (found ? null : 'search first, under “Find the strongest field”'),
  },
  {
    id: 'protocol',
    label: 'Protocol timing',
    forms: [
      ...tableForms('protocol-timing', ({ scene }) => timingTable(scene.choices.protocol)),
      {
        label: 'NIBS-BIDS style',
        make: ({ scene, provenance }) => ({
          end: 'protocol_nibs.json',
          type: 'application/json',
          content: protocolJson(scene.choices.protocol, provenance),
        }),
      },
    ],
  },
  {
    id: 'pose',
    label: 'Pose of the coil',
    forms: [
      {
        label: 'SimNIBS 4×4',
        make: ({ scene }) => ({
          end: 'pose.txt',
          type: 'text/plain',
          content: writePoses([{ name: 'coil', pose: scene.snapshot.pose }], 'simnibs'),
        }),
      },
      {
        label: 'Brainsight',
        make: ({ scene }) => ({
          end: 'pose-brainsight.txt',
          type: 'text/plain',
          content: writePoses([{ name: 'coil', pose: scene.snapshot.pose }], 'brainsight'),
        }),
      },
      {
        label: 'Localite',
        make: ({ scene }) => ({
          end: 'pose-localite.xml',
          type: 'application/xml',
          content: writePoses([{ name: 'coil', pose: scene.snapshot.pose }], 'localite'),
        }),
      },
    ],
  },
];
