import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COIL_IDS, coilById } from '../../src/coil/coilLibrary';
import { normalize, type Vec3 } from '../../src/core/vec3';
import { FieldComputer } from '../../src/field/simulation/computeField';
import type { FieldRequest, ToWorker } from '../../src/field/simulation/fieldMessages';
import { Simulation } from '../../src/field/simulation/simulation';
import { type ComposedFigure, composeFigure } from '../../src/figure/composeFigure';
import { type FigureOf, figureSubject } from '../../src/figure/content/figureSubject';
import { type Box, type Mark, overlaps, type TextMark, textBox } from '../../src/figure/drawing/drawing';
import { FIGURE_FORMATS } from '../../src/share/figure/figureFormats';
import {
  CAPTION_KINDS,
  FIGURE_THEMES,
  FIRST_FIGURE,
  type FigureOptions,
  FRAMINGS,
  figureSize,
  PANEL_SETS,
} from '../../src/share/figure/figureOptions';
import { type Choices, COLOR_MAPS, FIELD_COMPONENTS, FIELD_MODELS, INITIAL_CHOICES, PULSE_SHAPES } from '../../src/state/choices';
import { createChoiceStore } from '../../src/state/store';
import { createViewStore } from '../../src/state/viewStore';
import { evenly } from '../evenly';
import { readShippedHead } from '../readShippedHead';
import { interMeasure } from './interMeasure';

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
const simulation = new Simulation(createChoiceStore({ ...INITIAL_CHOICES, fieldModel: 'sphere' }), head, () => worker as never);
await new Promise((resolve) => setTimeout(resolve, 0));
const computer = await FieldComputer.create(
  { brainShell: head.shells.innerSkull, cortex: head.cortex, sphereCenter: head.sphere.center },
  null,
);
const computed = { ...simulation.snapshot(), field: computer.compute(request!), grid: computer.grid };
const coils = COIL_IDS.map((id) => coilById(id));
const targets = head.landmarks.targets.map(({ id }) => simulation.targetPlace(id)!);

/** A scene of these choices; its field is that of another pose, with the model as chosen. */
function figureOf(choices: Choices, coil: number, target: number, kept: Choices | null): FigureOf {
  const sceneOf = (chosen: Choices) => ({
    ...computed,
    coil: coils[coil],
    target: targets[target],
    field: { ...computed.field, model: chosen.fieldModel, request: computed.request },
  });
  const source = (chosen: Choices) => ({ store: createChoiceStore(chosen), snapshot: () => sceneOf(chosen), head });
  const a = kept && { choices: kept, snapshot: sceneOf(kept), source: source(kept) };
  const comparison = { getState: () => ({ kept: a, shown: 'b', differenceLimit: 50 }) };
  return { scene: { ...source(choices), comparison }, view: createViewStore() } as unknown as FigureOf;
}

const among = <T>(values: readonly T[]) => fc.constantFrom(...values);
const randomChoices = fc.record({
  dIdt: evenly(1e6, 200e6),
  handleAngle: evenly(-3, 3),
  offsetForward: evenly(-0.1, 0.1),
  fieldLimit: evenly(10, 500),
  fieldModel: among(FIELD_MODELS),
  pulseShape: among(PULSE_SHAPES),
  colorMap: among(COLOR_MAPS),
  fieldComponent: among(FIELD_COMPONENTS),
  currentReversed: fc.boolean(),
  logScale: fc.boolean(),
  greyBelowThreshold: fc.boolean(),
  showContours: fc.boolean(),
  showElectrodes: fc.boolean(),
  showArrows: fc.boolean(),
  showScalp: fc.boolean(),
  showCoil: fc.boolean(),
  cutAxial: fc.boolean(),
});
const randomOptions = fc.record({
  theme: among(FIGURE_THEMES),
  panels: among(PANEL_SETS),
  framing: among(FRAMINGS),
  caption: among(CAPTION_KINDS),
  legend: fc.boolean(),
  letters: fc.boolean(),
  scaleMark: fc.boolean(),
});
const side = fc.integer({ min: 64, max: 4000 });
const randomShapes = fc.array(fc.record({ width: side, height: side }), { minLength: 2, maxLength: 2 });
const randomEye = fc.record({ azimuth: evenly(-Math.PI, Math.PI), elevation: evenly(-1.5, 1.5), distance: evenly(0.2, 1.6) });

const textsOf = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text');

const sidesOf = (options: FigureOptions): [number, number] => {
  const { width, height } = figureSize(options);
  return [width, height];
};

/** What is wrong with the texts of a figure, or null. */
function faultOf({ marks, views, width, height }: ComposedFigure): string | null {
  const texts = textsOf(marks).map((mark) => ({ ...mark, box: textBox(mark, interMeasure) }));
  for (const [n, { text, box, size, halo }] of texts.entries()) {
    if (size < height / 40) return `“${text}” is ${size} px high.`;
    if (!isWithin(box, { x: 0, y: 0, width, height })) return `“${text}” leaves the figure.`;
    const other = texts.slice(n + 1).find((later) => overlaps(box, later.box));
    if (other) return `“${text}” touches “${other.text}”.`;
    // Words stand beside the views, but for letters and names of places.
    if (halo === undefined && views.some(({ frame }) => overlaps(box, frame))) return `“${text}” lies on a view.`;
  }
  return null;
}

describe('A figure of any scene in any format', () => {
  it('has no two texts that touch, none beyond its edges, and none smaller than 1/40 of its height', () => {
    let texts = 0;
    fc.assert(
      fc.property(
        randomChoices,
        randomOptions,
        randomShapes,
        randomEye,
        fc.nat(coils.length - 1),
        fc.nat(targets.length - 1),
        (chosen, given, shapes, { azimuth, elevation, distance }, coil, target) => {
          const choices: Choices = { ...INITIAL_CHOICES, ...chosen };
          const of = figureOf(choices, coil, target, given.panels === 'compare' ? { ...choices, dIdt: 0.7 * choices.dIdt } : null);
          const direction = normalize([
            Math.cos(azimuth) * Math.cos(elevation),
            Math.sin(azimuth) * Math.cos(elevation),
            Math.sin(elevation),
          ] as Vec3);
          const eye = { direction, distance, window: 0.42 };
          const formats: Partial<FigureOptions>[] = [
            ...FIGURE_FORMATS.flatMap(({ id, sizes }) => [sizes[0], sizes[sizes.length - 1]].map((size) => ({ format: id, size }))),
            ...shapes,
          ];
          const subject = figureSubject(of, { ...FIRST_FIGURE, ...given }, '0.1.0', 0);
          for (const format of formats) {
            const options: FigureOptions = { ...FIRST_FIGURE, ...given, ...format };
            const figure = composeFigure(subject, options, head, eye, ...sidesOf(options), interMeasure);
            texts += textsOf(figure.marks).length;
            const fault = faultOf(figure);
            if (fault) throw new Error(`${fault} (${options.panels}, ${figure.width} × ${figure.height})`);
          }
        },
      ),
      { numRuns: 200, seed: 15 },
    );
    expect(texts).toBeGreaterThan(20_000);
  });
});

const isWithin = (box: Box, frame: Box): boolean =>
  box.x >= frame.x - 1e-6 &&
  box.y >= frame.y - 1e-6 &&
  box.x + box.width <= frame.width + 1e-6 &&
  box.y + box.height <= frame.height + 1e-6;
