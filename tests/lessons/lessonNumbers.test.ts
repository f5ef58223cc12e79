import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import aftereffect from '../../models/evidence/aftereffect.json';
import claims from '../../models/evidence/claims.json';
import outcomes from '../../models/evidence/outcomes.json';
import safety from '../../models/evidence/safety.json';
import threshold from '../../models/evidence/threshold.json';
import landmarks from '../../models/heads/colin27/landmarks.json';
import { prepareCoil } from '../../src/field/simulation/coilOfChoices';
import { FieldComputer } from '../../src/field/simulation/computeField';
import { Simulation } from '../../src/field/simulation/simulation';
import { type Lesson, lessonSchema } from '../../src/lessons/lessonSchema';
import { QUANTITIES, type QuantityId } from '../../src/lessons/quantities';
import { readKernels } from '../../src/physics/wasm/readKernels';
import { type Choices, INITIAL_CHOICES } from '../../src/state/choices';
import { createChoiceStore } from '../../src/state/store';
import { readShippedHead } from '../readShippedHead';
import { readShippedOperator, readShippedRows } from '../readShippedOperator';

const folder = join(import.meta.dirname, '../../models/lessons');
const LESSONS: readonly Lesson[] = readdirSync(folder)
  .filter((name) => name !== 'glossary.json')
  .map((name) => lessonSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
const lesson = (id: string): Lesson => LESSONS.find((each) => each.id === id)!;
const taskOf = (id: string, step: string) => lesson(id).steps.find((each) => each.id === step)!.task!;

const head = await readShippedHead();
const computer = await FieldComputer.create(
  { brainShell: head.shells.innerSkull, cortex: head.cortex, sphereCenter: head.sphere.center },
  readKernels('fieldKernels'),
);
await computer.attach('operator', readShippedOperator());
await computer.attach('rows', readShippedRows());

/** A quantity of lessons in a scene, as the screen would show it once the field is there. */
function quantity(id: QuantityId, choices: Partial<Choices>): number {
  const silent = { postMessage: () => undefined, terminate: () => undefined, onmessage: null, onerror: null };
  const simulation = new Simulation(createChoiceStore({ ...INITIAL_CHOICES, ...choices }), head, () => silent);
  const { store, session } = simulation;
  const snapshot = simulation.snapshot();
  const model = store.getState().fieldModel;
  const { dipoles } = prepareCoil(store.getState(), []);
  const field = computer.compute({ serial: 1, model, dipoles, pose: snapshot.pose, target: snapshot.target.cortex });
  return QUANTITIES[id].read({ store, session, head, snapshot: () => ({ ...snapshot, grid: computer.grid, field }) })!;
}

describe('The shipped lessons', () => {
  it('are fifteen, numbered one after the other, of five to ten steps', () => {
    expect(LESSONS.map(({ number }) => number).sort((a, b) => a! - b!)).toEqual(Array.from({ length: 15 }, (_, n) => n + 1));
    for (const { id, steps } of LESSONS) expect([id, steps.length >= 5 && steps.length <= 10]).toEqual([id, true]);
  });

  it('reach every claim of the explainer, and name no other', () => {
    const all = claims.map(({ id }) => id);
    const reached = new Set(LESSONS.flatMap((each) => each.claims));
    expect([...reached].filter((id) => !all.includes(id))).toEqual([]);
    expect(all.filter((id) => !reached.has(id))).toEqual([]);
    expect(lesson('explainer-corrected').claims).toEqual(all);
  });

  it('judge the claims as the claims are judged', () => {
    for (const { id, task } of lesson('explainer-corrected').steps) {
      const claim = claims.find((each) => each.id.toLowerCase() === id)!;
      if (task?.kind !== 'choose') throw new Error(id);
      expect(task.question).toContain(claim.statement);
      expect(task.options.filter(({ credit }) => credit === 1).map((option) => option.id)).toEqual([claim.verdict]);
      expect(task.figureOfSpeech ?? false).toBe(claim.verdict === 'rhetoric');
    }
  });
});

describe('Right answers that are written as numbers', () => {
  const study = (id: string) => aftereffect.measured.find((each) => each.id === id)!;
  const scalp = (id: string) => landmarks.targets.find((each) => each.id === id)!.scalp.position;
  const apart = (a: string, b: string): number => 1e3 * Math.hypot(...scalp(a).map((x, axis) => x - scalp(b)[axis]));
  const pooled = outcomes.pooled[0];
  it.each([
    ['scalp-rules', 'far', apart('f3', 'five-cm-average')],
    ['scalp-rules', 'mni', apart('f3', 'left-dlpfc-weigand2018')],
    ['distance', 'stokes', (threshold.depthSlope.value + threshold.depthSlopeRepeated.value) / 2 / 10],
    ['threshold', 'mean', threshold.trialsForStableMean.value],
    ['pulse-shape', 'tau', 1e6 * threshold.timeConstants['posterior-anterior'].mean.value],
    ['after-effects', 'size', study('itbs600').peakChange.value],
    ['after-effects', 'fade', study('itbs600').duration.value / 60],
    ['reading-trials', 'sham', 100 * pooled.response.sham.value],
    ['reading-trials', 'nnt', pooled.response.needed.value],
    ['reading-trials', 'last', 100 * outcomes.durability.find(({ months }) => months.value === 12)!.share.value],
    ['talk-with-a-doctor', 'metal', 100 * safety.metalDistance.value],
    ['talk-with-a-doctor', 'seizure', 1e5 * safety.seizures.find(({ id }) => id === 'us-clinics-sessions')!.rate.value],
  ] as const)('%s, %s: what the data of the project say', (id, step, value) => {
    const task = taskOf(id, step);
    if (task.kind !== 'estimate' || typeof task.answer !== 'number') throw new Error('no typed number');
    expect(Math.abs(task.answer / value - 1)).toBeLessThan(0.02);
  });

  it.each([
    [
      'figure-eight',
      'order',
      'areaAboveHalf',
      {
        b35: { coilId: 'magventure-cool-b35' },
        d70: {},
        cone: { coilId: 'magstim-double-cone' },
        round: { coilId: 'magstim-90mm-circular' },
      },
    ],
    [
      'depth-focality',
      'order',
      'halfDepth',
      {
        b35: { coilId: 'magventure-cool-b35' },
        d70: {},
        cone: { coilId: 'magstim-double-cone' },
        round: { coilId: 'magstim-90mm-circular' },
      },
    ],
    [
      'sphere-head',
      'order',
      'strongestField',
      { shells: { fieldModel: 'modes' }, sphere: { fieldModel: 'sphere' }, folded: {}, primary: { fieldModel: 'primaryField' } },
    ],
  ] as const)('%s, %s: what the model computes', (id, step, what, scenes) => {
    const task = taskOf(id, step);
    if (task.kind !== 'order') throw new Error('nothing to order');
    for (const item of task.items) {
      const computed = quantity(what, (scenes as Readonly<Record<string, Partial<Choices>>>)[item.id]);
      expect(Math.abs(item.value / computed - 1), `${item.label}: ${computed}`).toBeLessThan(0.02);
    }
  });
});

describe('What lessons ask to be reached', () => {
  it.each([
    ['changing-field', 'twice', { dIdt: 130e6 }],
    ['figure-eight', 'choose', { coilId: 'magstim-d50' }],
    ['depth-focality', 'price', { coilId: 'magstim-double-cone' }],
    ['distance', 'back', { dIdt: 96e6, coilDistance: 0.01 }],
    ['direction', 'm1', { handleAngle: Math.PI / 4 }],
    ['sphere-head', 'less', { fieldModel: 'folded' }],
    ['scalp-rules', 'go', { offsetForward: 0.002 }],
    ['pulse-shape', 'short', { pulseWidth: 55e-6 }],
  ] as const)('%s, %s: not there at first, and there with the real controls', (id, step, change) => {
    const own = lesson(id).steps.find((each) => each.id === step)!;
    const task = own.task!;
    if (task.kind !== 'reach') throw new Error('nothing to reach');
    const reached = (choices: Partial<Choices>): boolean =>
      task.goals.every(({ quantity: what, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }) => {
        const value = quantity(what, choices);
        return value >= atLeast && value <= atMost;
      });
    const scene = (own.scene?.choices ?? {}) as Partial<Choices>;
    expect(reached(scene)).toBe(false);
    expect(reached({ ...scene, ...change })).toBe(true);
  });
});
