import { describe, expect, it } from 'vitest';
import { formatQuantity } from '../../src/core/format';
import { COLOR_MAPS, FIELD_COMPONENTS, FIELD_MODELS, INITIAL_CHOICES, PULSE_SHAPES, THEMES } from '../../src/state/choices';
import { editedCoil, sameEditedCoil } from '../../src/state/editedCoil';
import { clampParameter, PARAMETER_IDS, PARAMETERS, type ParameterId } from '../../src/state/parameters';
import { choose, createChoiceStore } from '../../src/state/store';
import { choicesSchema, readChoices, type WrittenChoices, writeChoices } from '../../src/state/storedChoices';
import { createViewStore, LEVEL_IDS, sendCamera, shownMoment, standsBeside } from '../../src/state/viewStore';

const known = {
  coilId: new Set([INITIAL_CHOICES.coilId]),
  stimulatorId: new Set([INITIAL_CHOICES.stimulatorId]),
  anchorId: new Set([INITIAL_CHOICES.anchorId]),
  targetId: new Set([INITIAL_CHOICES.targetId]),
};
/** The first picture as it is written down. */
const INITIAL_WRITTEN = JSON.parse(writeChoices(INITIAL_CHOICES)) as WrittenChoices;
const read = (change: object) => readChoices(JSON.stringify({ ...INITIAL_WRITTEN, ...change }), known);

describe('The numbers that can be chosen', () => {
  // A picture or a session that was stored today is read by tomorrow's program: what is within the limits now stays so.
  it.each([
    ['offsetForward', '−60 mm', '60 mm', '0 mm', 0.5],
    ['offsetRight', '−60 mm', '60 mm', '0 mm', 0.5],
    ['handleAngle', '−180°', '180°', '45°', 1],
    ['tiltPitch', '−30°', '30°', '0°', 1],
    ['tiltRoll', '−30°', '30°', '0°', 1],
    ['coilDistance', '0.0 mm', '40.0 mm', '4.0 mm', 0.5],
    ['dIdt', '0.0 A/µs', '180.0 A/µs', '75.0 A/µs', 0.5],
    ['pulseWidth', '20 µs', '300 µs', '83 µs', 1],
    ['fieldLimit', '10 V/m', '400 V/m', '120 V/m', 1],
    ['fluxLimit', '0.10 T', '4.00 T', '0.60 T', 0.05],
    ['thresholdField', '10 V/m', '300 V/m', '60 V/m', 1],
    ['cutX', '−80 mm', '80 mm', '−30 mm', 0.5],
    ['cutY', '−110 mm', '80 mm', '30 mm', 0.5],
    ['cutZ', '−50 mm', '90 mm', '30 mm', 0.5],
    ['scalpOpacity', '0 %', '100 %', '60 %', 5],
    ['conductivityFluid', '0.83 S/m', '3.31 S/m', '1.65 S/m', 0.01654],
    ['conductivityGray', '0.138 S/m', '0.550 S/m', '0.275 S/m', 0.00275],
    ['conductivityWhite', '0.063 S/m', '0.252 S/m', '0.126 S/m', 0.00126],
    ['tapeTragus', '28.0 cm', '48.0 cm', '39.3 cm', 0.1],
    ['tapeNasionInion', '28.0 cm', '48.0 cm', '39.0 cm', 0.1],
    ['tapeCircumference', '46.0 cm', '70.0 cm', '62.0 cm', 0.1],
    ['editedWings', '1', '2', '2', 1],
    ['editedInnerRadius', '3.0 mm', '100.0 mm', '28.0 mm', 0.5],
    ['editedOuterRadius', '5.0 mm', '120.0 mm', '44.0 mm', 0.5],
    ['editedTurns', '1', '40', '9', 1],
    ['editedLayers', '1', '6', '1', 1],
    ['editedLayerSpacing', '1.0 mm', '12.0 mm', '4.0 mm', 0.5],
    ['editedWingSpacing', '0.0 mm', '250.0 mm', '90.0 mm', 0.5],
    ['editedWingAngle', '0°', '60°', '0°', 1],
  ] as const)('%s goes from %s to %s, starts at %s and moves by %d', (id, minimum, maximum, initial, step) => {
    const { display, ...spec } = PARAMETERS[id];
    const written = (value: number) => formatQuantity(value, display).replaceAll('\u202f', ' ');
    expect([written(spec.minimum), written(spec.maximum), written(spec.initial)]).toEqual([minimum, maximum, initial]);
    expect((spec.step * display.factor) / step).toBeCloseTo(1, 9);
    for (const value of [spec.minimum, spec.maximum]) {
      expect(clampParameter(id, value)).toBe(value);
      expect(read({ [id]: value }).refusal).toBeNull();
    }
    expect(read({ [id]: spec.maximum + spec.step }).refusal).toContain(id);
    expect(read({ [id]: spec.minimum - spec.step }).refusal).toContain(id);
  });

  it('let a typed pulse last from 10 to 5000 µs', () => {
    for (const pulseDuration of [10e-6, 300e-6, 5e-3]) expect(read({ pulseDuration }).refusal).toBeNull();
    for (const pulseDuration of [9e-6, 5.1e-3, Number.NaN]) expect(read({ pulseDuration }).refusal).toContain('pulseDuration');
    expect(INITIAL_WRITTEN.pulseDuration).toBe(300e-6);
  });

  it('are all in the list above', () => expect(PARAMETER_IDS).toHaveLength(29));
});

describe('The first picture', () => {
  it('shows head, coil and marks in plain colors of the magnitude, and nothing that must be asked for', () => {
    const switches = Object.entries(INITIAL_CHOICES).filter(([, value]) => typeof value === 'boolean');
    expect(switches.filter(([, on]) => on).map(([key]) => key)).toEqual(['showCoil', 'showScalp', 'showMarks']);
    expect(switches).toHaveLength(14);
    expect(INITIAL_CHOICES).toMatchObject({ fieldModel: 'folded', pulseShape: 'biphasic', fieldComponent: 'magnitude', theme: 'stage' });
  });

  it('can be written and read, whatever is switched or chosen from a list', () => {
    const lists = {
      fieldModel: FIELD_MODELS,
      pulseShape: PULSE_SHAPES,
      theme: THEMES,
      colorMap: COLOR_MAPS,
      fieldComponent: FIELD_COMPONENTS,
    } as const;
    for (const [key, values] of Object.entries(lists)) {
      for (const value of values) expect(read({ [key]: value })).toEqual({ written: { ...INITIAL_WRITTEN, [key]: value }, refusal: null });
      expect(read({ [key]: 'other' }).refusal).toContain(key);
    }
    for (const key of Object.keys(choicesSchema.shape) as (keyof WrittenChoices)[]) {
      if (typeof INITIAL_WRITTEN[key] !== 'boolean') continue;
      expect(read({ [key]: !INITIAL_WRITTEN[key] }).written[key]).toBe(!INITIAL_WRITTEN[key]);
    }
  });
});

describe('Stored choices at their limits', () => {
  it('may be twenty thousand characters, with a formula of one to four hundred', () => {
    const text = writeChoices(INITIAL_CHOICES);
    expect(readChoices(text.padEnd(20_000), known)).toEqual({ written: INITIAL_WRITTEN, refusal: null });
    expect(readChoices(text.padEnd(20_001), known).refusal).toBe(
      'The stored settings were not used: they must be at most 20000 characters long; instead 20001 came.',
    );
    for (const length of [1, 400]) expect(read({ pulseExpression: 't'.repeat(length) }).refusal).toBeNull();
    for (const length of [0, 401]) expect(read({ pulseExpression: 't'.repeat(length) }).refusal).toContain('pulseExpression');
  });

  it('take what fits of a part, and name at most four of what does not', () => {
    expect(readChoices('{"showCoil":false}', known)).toEqual({ written: { ...INITIAL_WRITTEN, showCoil: false }, refusal: null });
    expect(read({ cutX: 9, cutY: 9, cutZ: 9, dIdt: -1, pulseWidth: 9 }).refusal).toBe(
      'Stored settings outside their limits were replaced by the initial ones: dIdt, pulseWidth, cutX, cutY.',
    );
    expect(readChoices('{', known).refusal).toBe('The stored settings were not used: they must be JSON; instead something else came.');
    expect(readChoices('[]', known).refusal).toBe('The stored settings were not used: they must be an object.');
  });
});

describe('The coil of the editor', () => {
  it('has whole numbers of wings, turns and layers, and an outer radius of at least the inner one', () => {
    const odd = {
      ...INITIAL_CHOICES,
      editedWings: 1.4,
      editedTurns: 3.6,
      editedLayers: 2.2,
      editedInnerRadius: 0.05,
      editedOuterRadius: 0.03,
    };
    const { wings } = editedCoil(odd);
    expect([wings.length, wings[0].layers.length]).toEqual([1, 2]);
    const { turns } = wings[0].layers[0];
    expect(turns.kind === 'circles' && turns.radii.value).toEqual([0.05, 0.05, 0.05, 0.05]);
    const bent = editedCoil({
      ...INITIAL_CHOICES,
      editedWingAngle: 0.2,
      editedWingSpacing: 0.1,
      editedLayers: 2,
      editedLayerSpacing: 0.005,
    });
    expect(bent.wings.map(({ tilt, center }) => [tilt.value, center.value[0]])).toEqual([
      [0.2, 0.05],
      [0.2, -0.05],
    ]);
    expect(bent.wings[0].layers[0].depth.value - bent.wings[0].layers[1].depth.value).toBeCloseTo(0.005, 12);
  });

  it('is another one as soon as any of its numbers is', () => {
    for (const id of PARAMETER_IDS) {
      const other = { ...INITIAL_CHOICES, [id]: INITIAL_CHOICES[id] + 1 };
      expect(sameEditedCoil(INITIAL_CHOICES, other)).toBe(!id.startsWith('edited'));
    }
  });
});

describe('Numbers that are clamped', () => {
  it('are those that change: all the others stay', () => {
    const store = createChoiceStore();
    choose(store, { dIdt: 1e6, showCoil: false });
    choose(store, { coilDistance: 0.01 });
    expect(store.getState()).toEqual({ ...INITIAL_CHOICES, dIdt: 1e6, showCoil: false, coilDistance: 0.01 });
  });

  it('go to the nearest limit', () => {
    const id: ParameterId = 'cutY';
    expect([-1, -0.1, 0, 0.07, 1].map((value) => clampParameter(id, value))).toEqual([-0.11, -0.1, 0, 0.07, 0.08]);
    expect(clampParameter(id, Number.NaN)).toBe(0.03);
    expect(clampParameter(id, Number.POSITIVE_INFINITY)).toBe(0.03);
  });
});

describe('What is looked at', () => {
  it('begins with nothing pointed at, no dots and no level', () => {
    expect(createViewStore().getState()).toMatchObject({
      probe: null,
      probePinned: false,
      stripTab: 'plots',
      level: null,
      pulseTime: null,
    });
    expect(createViewStore().getState()).toMatchObject({ methodDots: [], searchDots: [], problem: null });
  });

  it('hears each order to the camera, the same one twice', () => {
    const view = createViewStore();
    const heard = ['left', 'left', 'zoomIn'].map((preset) => {
      sendCamera(view, preset as Parameters<typeof sendCamera>[1]);
      return view.getState().command;
    });
    expect(heard).toEqual([
      { preset: 'left', serial: 1 },
      { preset: 'left', serial: 2 },
      { preset: 'zoomIn', serial: 3 },
    ]);
  });

  it('shows the moment that is looked at, the start on the screen of the pulse, else the largest field', () => {
    expect(shownMoment({ level: null, pulseTime: null })).toBeNull();
    expect(shownMoment({ level: 'pulse', pulseTime: null })).toBe(0);
    expect(shownMoment({ level: 'pulse', pulseTime: 1e-4 })).toBe(1e-4);
    expect(shownMoment({ level: null, pulseTime: 0 })).toBe(0);
    expect(LEVEL_IDS.filter(standsBeside)).toEqual(['pulse', 'threshold']);
    expect(standsBeside(null)).toBe(false);
  });
});
