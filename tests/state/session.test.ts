import { describe, expect, it } from 'vitest';
import { coilById } from '../../src/coil/coilLibrary';
import { coilDipoles } from '../../src/coil/windings/windingsToDipoles';
import { protocolChoiceFromPreset } from '../../src/dose/protocol/protocolChoice';
import { openOwnCoil } from '../../src/state/ownCoils';
import { createSession } from '../../src/state/session';
import { choose, createChoiceStore, undo } from '../../src/state/store';

const { positions, moments } = coilDipoles(coilById('magstim-90mm-circular'));
/** A coil file of `count` dipoles of a shipped coil. */
function file(name: string, count: number) {
  const rows = Array.from({ length: count }, (_, n) =>
    [...positions.slice(3 * n, 3 * n + 3), ...moments.slice(3 * n, 3 * n + 3)].join(' '),
  );
  const text = [`# ${name}`, count, '# x y z mx my mz', ...rows].join('\n');
  return { name: `${name}.ccd`, size: text.length, text: async () => text };
}

describe('The session', () => {
  it('holds own coils oldest first, and the same file once', async () => {
    const session = createSession(createChoiceStore());
    const one = await openOwnCoil(session, file('one', 30));
    const two = await openOwnCoil(session, file('two', 31));
    expect(await openOwnCoil(session, file('one', 30))).toBe(one);
    expect(session.getState().ownCoils).toEqual([one, two]);
    expect(one.id).not.toBe(two.id);
  });

  it('gives the coil of a file the same id at every visit, and another one where the file differs', async () => {
    const [first, second] = [createSession(createChoiceStore()), createSession(createChoiceStore())];
    const id = (await openOwnCoil(first, file('one', 30))).id;
    expect((await openOwnCoil(second, file('one', 30))).id).toBe(id);
    expect((await openOwnCoil(second, file('one', 32))).id).not.toBe(id);
    expect((await openOwnCoil(second, file('two', 30))).id).not.toBe(id);
  });

  it('refuses the twenty-first own coil by one sentence, and a broken file changes nothing', async () => {
    const session = createSession(createChoiceStore());
    for (let n = 0; n < 20; n++) await openOwnCoil(session, file(`coil ${n}`, 30));
    await expect(openOwnCoil(session, file('one more', 30))).rejects.toThrow(/20 own coils are held already; remove one of them first/);
    await expect(openOwnCoil(session, { name: 'bad.ccd', size: 1, text: async () => 'x' })).rejects.toThrow('bad.ccd');
    expect(session.getState().ownCoils).toHaveLength(20);
  });

  it('starts from what was kept, with a place for every screen', () => {
    const coil = coilById('magstim-90mm-circular');
    const session = createSession(createChoiceStore(), { ownCoils: [coil] });
    expect(session.getState()).toMatchObject({
      ownCoils: [coil],
      protocol: { draft: null, segment: 0 },
      waitingPulse: null,
      askedPulse: null,
    });
    expect(session.getState().threshold).toMatchObject({ trials: 0, answer: null, motorThreshold: { value: 0.5, found: false } });
    expect(session.getState().levels.patternId).toBe('itbs600');
  });

  it('drops a draft for good when another protocol takes the place of the one it was to change, and keeps the segment', () => {
    const store = createChoiceStore();
    const session = createSession(store);
    const draft = { typed: protocolChoiceFromPreset('snt'), row: 'Trains', problem: 'Too long.' };
    session.setState({ protocol: { draft, segment: 2 } });
    choose(store, { dIdt: 10e6 });
    expect(session.getState().protocol.draft).toBe(draft);
    choose(store, { protocol: protocolChoiceFromPreset('snt') });
    expect(session.getState().protocol).toEqual({ draft: null, segment: 2 });
    undo(store);
    expect(session.getState().protocol.draft).toBeNull();
  });

  it.each([
    ['another shape', { pulseShape: 'monophasic' }],
    ['another width', { pulseWidth: 50e-6 }],
    ['another stimulator', { stimulatorId: 'magpro-x100-mc-b70' }],
  ] as const)('forgets the typed pulse that was asked for at %s, and nothing at an intensity', (_, change) => {
    const store = createChoiceStore();
    const waiting = { expression: 't', duration: 1e-4, chosen: true };
    const session = createSession(store, { askedPulse: {}, waitingPulse: waiting });
    choose(store, { dIdt: 10e6 });
    expect(session.getState().askedPulse).not.toBeNull();
    expect(session.getState().waitingPulse).toBe(waiting);
    choose(store, change);
    expect(session.getState().askedPulse).toBeNull();
    expect(session.getState().waitingPulse).toEqual({ ...waiting, chosen: false });
  });

  it('is one for each store of choices', () => {
    const [one, other] = [createSession(createChoiceStore()), createSession(createChoiceStore())];
    one.setState(({ levels }) => ({ levels: { ...levels, chapter: 'risks' } }));
    expect(other.getState().levels.chapter).toBe('all');
    expect(other.getState().threshold.game).not.toBe(one.getState().threshold.game);
  });
});
