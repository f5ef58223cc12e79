import { describe, expect, it, vi } from 'vitest';
import { compileExpression } from '../../src/physics/pulse/compileExpression';
import { CHOICES_KEY, loadChoices, openStorage, restoreChoices, setAside } from '../../src/state/choiceStorage';
import { INITIAL_CHOICES } from '../../src/state/choices';
import { createSession } from '../../src/state/session';
import { choose, createChoiceStore, undo } from '../../src/state/store';
import { readChoices, writeChoices } from '../../src/state/storedChoices';
import { chooseTypedPulse, compileTypedPulse } from '../../src/state/typedPulse';
import { FIRST_TYPED_PULSE, PULSE_DURATION } from '../../src/state/typedPulseValue';

/** A connection that can be lost and slow: the parser comes when `open` is called, or not at all. */
const network = vi.hoisted(() => ({ lost: false, wait: Promise.resolve() }));
vi.mock('../../src/core/latePart', () => ({
  latePart: (load: () => Promise<unknown>) => async () => {
    await network.wait;
    if (network.lost) throw new TypeError('Failed to fetch dynamically imported module');
    return load();
  },
}));

const FORMULA = 'exp(-t/0.0001)';
const known = {
  coilId: new Set([INITIAL_CHOICES.coilId]),
  stimulatorId: new Set([INITIAL_CHOICES.stimulatorId]),
  anchorId: new Set([INITIAL_CHOICES.anchorId]),
  targetId: new Set([INITIAL_CHOICES.targetId]),
};

function desk() {
  const store = createChoiceStore();
  return {
    store,
    session: createSession(store),
    pulse: () => store.getState().typedPulse.expression,
    shape: () => store.getState().pulseShape,
  };
}

function slowly(): () => void {
  let open = (): void => {};
  network.wait = new Promise((resolve) => {
    open = resolve;
  });
  return open;
}

function memory(text?: string) {
  const entries: Record<string, string> = text === undefined ? {} : { 'coilscope.choices': text };
  return {
    entries,
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => {
      entries[key] = value;
    },
  };
}

describe('A typed pulse', () => {
  it('that is offered first is what the parser makes of its text', () => {
    const { expression, duration, shape } = FIRST_TYPED_PULSE;
    const parsed = compileExpression(expression);
    for (let n = 0; n <= 50; n++) expect(shape((n / 50) * duration)).toBeCloseTo(parsed((n / 50) * duration), 12);
    expect(duration).toBe(PULSE_DURATION.initial);
  });

  it('becomes a choice as one step, compiled, and is there again after Undo and Redo', async () => {
    const { store, session, pulse } = desk();
    expect(await chooseTypedPulse(store, session, { expression: FORMULA })).toBeNull();
    expect(store.getState()).toMatchObject({ pulseShape: 'typed', typedPulse: { expression: FORMULA, duration: 300e-6 } });
    expect(store.getState().typedPulse.shape(1e-4)).toBeCloseTo(Math.exp(-1), 12);
    expect(store.temporal.getState().pastStates).toHaveLength(1);
    await chooseTypedPulse(store, session, { expression: FORMULA });
    expect(store.temporal.getState().pastStates).toHaveLength(1);
    undo(store);
    expect(pulse()).toBe(FIRST_TYPED_PULSE.expression);
  });

  it('keeps what was left out: a new duration has the formula of before', async () => {
    const { store, session } = desk();
    await chooseTypedPulse(store, session, { expression: FORMULA });
    await chooseTypedPulse(store, session, { duration: 200e-6 });
    expect(store.getState().typedPulse).toMatchObject({ expression: FORMULA, duration: 200e-6 });
  });

  it.each([
    'cos(',
    'q',
    'log(t)',
    '0*t',
    'while(1)',
  ])('is refused in one sentence when it is %s, and no choice changes', async (expression) => {
    const { store, session } = desk();
    expect(await chooseTypedPulse(store, session, { expression })).toMatch(/^\S.*\.$/s);
    expect(store.getState()).toEqual(INITIAL_CHOICES);
    expect(session.getState().askedPulse).toBeNull();
  });

  it('that is asked for while the network is slow gives way to a shape that is chosen meanwhile', async () => {
    const { store, session, shape, pulse } = desk();
    const open = slowly();
    const asked = chooseTypedPulse(store, session, { expression: FORMULA });
    expect(session.getState().askedPulse).not.toBeNull();
    choose(store, { pulseShape: 'monophasic' });
    expect(session.getState().askedPulse).toBeNull();
    open();
    expect(await asked).toBeNull();
    expect([shape(), pulse()]).toEqual(['monophasic', FIRST_TYPED_PULSE.expression]);
  });

  it('that is typed last stands, be its parser ever so slow', async () => {
    const { store, session, pulse } = desk();
    const open = slowly();
    const first = chooseTypedPulse(store, session, { expression: 'q' });
    const second = chooseTypedPulse(store, session, { expression: FORMULA });
    choose(store, { dIdt: 20e6 });
    open();
    expect(await Promise.all([first, second])).toEqual([null, null]);
    expect(pulse()).toBe(FORMULA);
    expect(store.temporal.getState().pastStates).toHaveLength(2);
  });

  it('needs the parser for other formulas than the first alone, and says so where it does not come', async () => {
    const { store, session, shape, pulse } = desk();
    network.lost = true;
    expect(await chooseTypedPulse(store, session)).toBeNull();
    expect(shape()).toBe('typed');
    expect(await chooseTypedPulse(store, session, { expression: FORMULA })).toBe(
      'The formula could not be read: its parser could not be loaded.',
    );
    network.lost = false;
    expect(pulse()).toBe(FIRST_TYPED_PULSE.expression);
    await chooseTypedPulse(store, session, { expression: FORMULA });
    expect(pulse()).toBe(FORMULA);
  });
});

describe('A typed pulse of the last visit', () => {
  const visit = async (expression = FORMULA, pulseShape: 'typed' | 'biphasic' = 'typed') => {
    const typedPulse = { ...FIRST_TYPED_PULSE, expression, duration: 250e-6 };
    const storage = memory(writeChoices({ ...INITIAL_CHOICES, pulseShape, typedPulse, dIdt: 12e6 }));
    const restored = await restoreChoices(loadChoices(storage, known)!.written);
    const store = createChoiceStore(restored.choices);
    return { storage, restored, store, session: createSession(store, { waitingPulse: restored.waiting }) };
  };

  it('is there again, compiled', async () => {
    const { restored } = await visit();
    expect(restored).toMatchObject({ waiting: null, refusal: null, choices: { pulseShape: 'typed', dIdt: 12e6 } });
    expect(restored.choices.typedPulse).toMatchObject({ expression: FORMULA, duration: 250e-6 });
    expect(restored.choices.typedPulse.shape(2e-4)).toBeCloseTo(Math.exp(-2), 12);
  });

  it('is not lost where its parser does not come, whatever else is chosen and saved meanwhile', async () => {
    network.lost = true;
    const { storage, restored, store, session } = await visit();
    expect(restored.refusal).toBe('The typed pulse of the last visit was not used: its parser could not be loaded.');
    expect(restored.choices).toEqual({ ...INITIAL_CHOICES, dIdt: 12e6 });
    choose(store, { dIdt: 30e6 });
    storage.setItem(CHOICES_KEY, writeChoices(store.getState(), session.getState().waitingPulse));
    network.lost = false;
    const next = await restoreChoices(loadChoices(storage, known)!.written);
    expect(next.choices).toMatchObject({ pulseShape: 'typed', dIdt: 30e6, typedPulse: { expression: FORMULA, duration: 250e-6 } });
    expect(await chooseTypedPulse(store, session)).toBeNull();
    expect(store.getState().typedPulse.expression).toBe(FORMULA);
    expect(session.getState().waitingPulse).toBeNull();
  });

  it('stays in its box, and another shape that was chosen meanwhile stands', async () => {
    network.lost = true;
    const { storage, store, session } = await visit();
    network.lost = false;
    choose(store, { pulseShape: 'monophasic' });
    storage.setItem(CHOICES_KEY, writeChoices(store.getState(), session.getState().waitingPulse));
    const next = await restoreChoices(loadChoices(storage, known)!.written);
    expect(next.choices).toMatchObject({ pulseShape: 'monophasic', typedPulse: FIRST_TYPED_PULSE });
    expect(next.waiting).toEqual({ expression: FORMULA, duration: 250e-6, chosen: false });
  });

  it('that was not in use loads no parser, and is the one that f(t) chooses', async () => {
    network.lost = true;
    const { restored, store, session } = await visit(FORMULA, 'biphasic');
    expect(restored.refusal).toBeNull();
    network.lost = false;
    expect(await chooseTypedPulse(store, session)).toBeNull();
    expect(store.getState().typedPulse).toMatchObject({ expression: FORMULA, duration: 250e-6 });
  });

  it.each([
    'cos(',
    'q',
    'log(t-1)',
    '0*t',
  ])('is refused in one sentence when it is %s, put aside, and nothing else is lost', async (expression) => {
    const { storage, restored } = await visit(expression);
    expect(restored.refusal).toMatch(/^The typed pulse of the last visit was not used: .+\.$/);
    expect(restored.waiting).toBeNull();
    expect(restored.choices).toEqual({ ...INITIAL_CHOICES, dIdt: 12e6 });
    setAside(storage);
    expect(storage.entries['coilscope.choices.refused']).toContain(JSON.stringify(expression));
  });
});

describe('The storage of the choices', () => {
  const forbidden = (): never => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  };

  it('is none where the mere question for it throws, and where reading does', () => {
    expect(openStorage(forbidden)).toBeNull();
    expect(openStorage(() => ({ getItem: forbidden, setItem: forbidden }))).toBeNull();
    const storage = memory();
    expect(openStorage(() => storage)).toBe(storage);
    expect(storage.entries).toEqual({});
  });

  it('loads nothing where nothing was kept', () => {
    expect(loadChoices(memory(), known)).toBeNull();
    expect(() => setAside({ getItem: forbidden, setItem: forbidden })).not.toThrow();
  });

  it('says of an own coil that its file must be opened again, and nothing of limits', () => {
    const { written, refusal } = readChoices(writeChoices({ ...INITIAL_CHOICES, coilId: 'own-1f', dIdt: 12e6 }), known);
    expect(written).toMatchObject({ coilId: INITIAL_CHOICES.coilId, dIdt: 12e6 });
    expect(refusal).toMatch(/^The coil of the last visit came from a file of your own, .+: open the file again to use it\.$/);
    const both = readChoices(writeChoices({ ...INITIAL_CHOICES, coilId: 'own-1f', dIdt: -1 }), known).refusal;
    expect(both).toMatch(/own, .+\. Stored settings outside their limits .+: dIdt\.$/);
  });

  it('refuses a compiled pulse that lasts longer or shorter than it may', () => {
    const typedPulse = { ...FIRST_TYPED_PULSE, duration: 1 };
    expect(readChoices(writeChoices({ ...INITIAL_CHOICES, typedPulse }), known).refusal).toContain('pulseDuration');
  });

  it('compiles the first formula without a parser', async () => {
    network.lost = true;
    expect(await compileTypedPulse({ ...FIRST_TYPED_PULSE })).toBe(FIRST_TYPED_PULSE);
    network.lost = false;
  });
});
