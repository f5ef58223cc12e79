import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readPoses } from '../../../src/coil/poses/readPoses';
import { distance, norm, type Vec3 } from '../../../src/core/vec3';
import { protocolChoiceFromPreset } from '../../../src/dose/protocol/protocolChoice';
import { readProtocolTiming } from '../../../src/dose/protocol/protocolTiming';
import { cortexMagnitude } from '../../../src/field/grid/cortexField';
import { readouts } from '../../../src/field/measures/readouts';
import { FieldComputer } from '../../../src/field/simulation/computeField';
import type { FieldRequest, ToWorker } from '../../../src/field/simulation/fieldMessages';
import { Simulation } from '../../../src/field/simulation/simulation';
import { DATA_KINDS, type DataOf } from '../../../src/share/data/dataFiles';
import { writeCsv, writeJson } from '../../../src/share/data/dataTable';
import { provenanceOf } from '../../../src/share/data/provenance';
import { INITIAL_CHOICES } from '../../../src/state/choices';
import { createChoiceStore } from '../../../src/state/store';
import { readShippedHead } from '../../readShippedHead';

/** What is used of the independent reader of GIfTI, which has no types of its own. */
interface GiftiArray {
  readonly metadata: Readonly<Record<string, string>>;
  getData(): Float32Array | Int32Array;
}
interface Gifti {
  readonly dataArrays: readonly GiftiArray[];
  readonly metadata: Readonly<Record<string, string>>;
  getPointsDataArray(): GiftiArray;
  getTrianglesDataArray(): GiftiArray;
}
const gifti = createRequire(import.meta.url)('gifti-reader-js') as { parse(xml: string): Gifti };

const head = await readShippedHead();
let request: FieldRequest | undefined;
const worker = {
  postMessage: (message: ToWorker): void => {
    if (message.kind === 'head') queueMicrotask(() => worker.onmessage?.({ data: { kind: 'ready', grid: {}, backend: 'wasm' } } as never));
    if (message.kind === 'compute') request = message.request;
  },
  terminate: () => {},
  onmessage: null as ((event: MessageEvent) => void) | null,
  onerror: null,
};
const choices = { ...INITIAL_CHOICES, fieldModel: 'sphere' as const, dIdt: 92.5e6, targetId: 'm1-hand' };
const simulation = new Simulation(createChoiceStore(choices), head, () => worker as never);
await new Promise((resolve) => setTimeout(resolve, 0));
const computer = await FieldComputer.create(
  { brainShell: head.shells.innerSkull, cortex: head.cortex, sphereCenter: head.sphere.center },
  null,
);
const field = computer.compute(request!);
const snapshot = { ...simulation.snapshot(), field, grid: computer.grid };
const provenance = provenanceOf({
  snapshot,
  choices,
  headName: head.name,
  program: '0.1.0',
  link: 'https://coilscope.example/#s=A,"b"',
  now: new Date(0),
});
const map = { positions: Float32Array.of(0.01, 0.02, 0.09, 0.02, 0.02, 0.09), values: Float32Array.of(1e-6, 2e-6) };
const of: DataOf = {
  scene: { head, choices, snapshot },
  probe: [-0.03, -0.02, 0.06],
  found: { model: 'sphere', optimum: { offsetForward: 0.001, offsetRight: 0, handleAngle: 0.1 }, map },
  provenance,
};

const fileOf = (id: string, form: string) =>
  DATA_KINDS.find((kind) => kind.id === id)!
    .forms.find(({ label }) => label === form)!
    .make(of);
const csvOf = (id: string): Record<string, string>[] =>
  parse(fileOf(id, 'CSV').content, { columns: true, comment: '#', comment_no_infix: true, skip_empty_lines: true });
const numbers = (rows: readonly Record<string, string>[], name: string): number[] => rows.map((row) => Number(row[name]));

describe('Data files', () => {
  it('begin with where their numbers come from, link and limits included, in every form', () => {
    for (const kind of DATA_KINDS) {
      for (const { make } of kind.forms) {
        const { content, end } = make(of);
        expect(end).toMatch(/^[a-z_.-]+$/);
        if (kind.id === 'pose' || kind.id === 'protocol') continue;
        for (const part of ['not for clinical use', 'coilscope.example', 'Magstim', 'best-fitting conducting sphere', 'A/µs']) {
          expect(content, `${kind.id} ${end}`).toContain(part);
        }
      }
    }
  });

  it('are read by an independent CSV parser, and every table says the same as CSV and as JSON', () => {
    for (const { id, forms } of DATA_KINDS) {
      if (!forms.some(({ label }) => label === 'CSV')) continue;
      const rows = csvOf(id);
      const json = JSON.parse(fileOf(id, 'JSON').content) as {
        columns: { name: string; unit: string }[];
        rows: (number | string | null)[][];
      };
      expect(rows.length, id).toBe(json.rows.length);
      expect(Object.keys(rows[0])).toEqual(json.columns.map(({ name }) => name));
      rows.slice(0, 2000).forEach((row, n) => {
        expect(Object.values(row)).toEqual(json.rows[n].map((cell) => (cell === null ? '' : String(cell))));
      });
    }
  });

  it('have the values that the screen shows', () => {
    const shown = readouts(snapshot, choices)!;
    const places = csvOf('probe');
    const byName = new Map(places.map((row) => [row.place, row]));
    expect(Number(byName.get('target')!.E_V_per_m)).toBeCloseTo(shown.atTarget, 4);
    expect(Number(byName.get('strongest')!.E_V_per_m) / shown.maximum).toBeCloseTo(1, 4);
    expect(byName.get('probe')!.x_mm).toBe('-30');
    const magnitude = cortexMagnitude(head.cortex, computer.grid, field);
    const cortex = csvOf('cortex');
    expect(cortex.length).toBe(head.cortex.positions.length / 3);
    numbers(cortex, 'E_V_per_m').forEach((value, n) => {
      expect(Math.abs(value - magnitude[n] * choices.dIdt)).toBeLessThan(1e-4);
    });
    const vector: Vec3 = ['Ex', 'Ey', 'Ez'].map((name) => Number(cortex[77][`${name}_V_per_m`])) as unknown as Vec3;
    expect(norm(vector)).toBeCloseTo(Number(cortex[77].E_V_per_m), 4);
    const depth = csvOf('depth-curve');
    expect(numbers(depth, 'distance_mm')[0]).toBe(0);
    expect(depth[0].E_V_per_m).toBe('');
    const pulse = csvOf('pulse');
    expect(Math.max(...numbers(pulse, 'dIdt_A_per_us').map(Math.abs))).toBeCloseTo(92.5, 1);
    expect(Math.max(...numbers(pulse, 'E_target_V_per_m').map(Math.abs)) / field.summary.atTarget.magnitude / choices.dIdt).toBeCloseTo(
      1,
      2,
    );
    expect(numbers(csvOf('regions'), 'area_cm2').every((area) => area > 0)).toBe(true);
    expect(numbers(csvOf('search-map'), 'E_target_V_per_m')).toEqual([92.5, 185]);
  });

  it('hold the cortex as GIfTI: an independent reader finds every vertex, triangle and value', () => {
    const surface = gifti.parse(fileOf('gifti', '.surf.gii').content);
    const points = surface.getPointsDataArray().getData();
    expect(points.length).toBe(head.cortex.positions.length);
    let largest = 0;
    points.forEach((value, n) => {
      largest = Math.max(largest, Math.abs(value - 1e3 * head.cortex.positions[n]));
    });
    expect(largest).toBeLessThan(1e-4);
    expect([...surface.getTrianglesDataArray().getData()]).toEqual([...head.cortex.triangles]);
    const values = gifti.parse(fileOf('gifti', '.func.gii').content);
    expect(values.dataArrays.map(({ metadata }) => metadata.Name)).toEqual(['|E| [V/m]', 'E along the outward normal [V/m]']);
    const magnitude = cortexMagnitude(head.cortex, computer.grid, field);
    expect([...values.dataArrays[0].getData()]).toEqual([...magnitude.map((value) => value * choices.dIdt)]);
    expect(values.metadata.link).toBe('https://coilscope.example/#s=A,"b"');
  });

  it('write the timing by the names of the draft, and the onsets of every pulse', () => {
    const { segments } = JSON.parse(fileOf('protocol', 'NIBS-BIDS style').content);
    // The row of iTBS in the draft's own table.
    expect(segments[0]).toMatchObject({
      pulses_in_burst: 3,
      inter_pulse_interval: 0.02,
      bursts_in_train: 10,
      inter_burst_interval: 0.2,
      trains_in_protocol: 20,
      inter_train_interval: 10,
    });
    const onsets = numbers(csvOf('protocol'), 'onset_s');
    const { timing } = protocolChoiceFromPreset('itbs600').segments[0];
    const { pulsesInBurst, burstsInTrain, trains } = readProtocolTiming({ ...timing, intensity: 1 });
    expect(onsets.length).toBe(pulsesInBurst * burstsInTrain * trains);
    expect([onsets[0], onsets[3], onsets[30], onsets[599]]).toEqual([0, 0.2, 10, 191.84]);
  });

  it('write the pose as SimNIBS has it', () => {
    const { poses } = readPoses(fileOf('pose', 'SimNIBS 4×4').content);
    expect(distance(poses[0].pose.origin, snapshot.pose.origin)).toBeLessThan(1e-8);
    expect(distance(poses[0].pose.z, snapshot.pose.z)).toBeLessThan(2e-6);
  });
});

describe('A table', () => {
  const table = {
    kind: 'x',
    title: 'A\r\ntitle',
    columns: [
      { name: 'text', unit: '', what: 'words' },
      { name: 'value_mm', unit: 'mm', what: 'a number' },
    ],
    rows: [
      ['=1+1', Number.NaN],
      ['a "quoted", text\nin two lines', 1 / 3],
      ['#3', 1e-9],
    ],
  };
  it('keeps texts texts, whatever a spreadsheet would make of them', () => {
    const text = writeCsv(table, [['name\n', 'two\nlines']]);
    expect(text.split('\r\n')[0]).toBe('# A title');
    const rows = parse(text.replace('#3', '3'), { columns: true, comment: '#', comment_no_infix: true }) as Record<string, string>[];
    expect(rows).toEqual([
      { text: "'=1+1", value_mm: '' },
      { text: 'a "quoted", text\nin two lines', value_mm: '0.33333333' },
      { text: '3', value_mm: '1e-9' },
    ]);
    expect(JSON.parse(writeJson(table, [])).rows[1]).toEqual(['a "quoted", text\nin two lines', 0.33333333]);
  });

  it('quotes a text that a reader of comments would skip', () => {
    expect(writeCsv(table, [])).toContain('"#3",1e-9');
  });
});
