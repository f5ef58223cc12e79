import { describe, expect, it } from 'vitest';
import { drawIconArray } from '../../../src/dose/risk/iconArray';
import { type MetalRing, ringArea, ringEmf, ringInductance, ringResistance, ringResponse } from '../../../src/dose/risk/ringCurrent';
import { courseRisk, drawSeizureArray, drawSideEffectArrays, seizureFigure, sideEffect } from '../../../src/dose/risk/riskArrays';
import { safetyData } from '../../../src/dose/risk/safetyData';
import { answersOf, screen, screeningData } from '../../../src/dose/risk/screening';
import { ellipticIntegrals } from '../../../src/physics/ellipticIntegrals';

describe('Icon arrays', () => {
  it('draw every icon once, around the expected counts', () => {
    const shares = [0.3, 0.2, 0.5];
    const array = drawIconArray(
      shares.map((share, i) => ({ id: String(i), label: String(i), share })),
      4,
    );
    expect(array.counts.reduce((sum, n) => sum + n, 0)).toBe(10_000);
    array.counts.forEach((n, i) => {
      expect(Math.abs(n - array.expected[i])).toBeLessThan(4 * Math.sqrt(10_000 * shares[i] * (1 - shares[i])));
      expect(n).toBe(array.icons.filter((icon) => icon === i).length);
    });
  });

  it('of seizures show none in most draws of 10 000 sessions and agree with the rate over many', () => {
    const draws = Array.from({ length: 400 }, (_, seed) => drawSeizureArray(seizureFigure('us-clinics-sessions'), seed).counts[0]);
    const mean = draws.reduce((sum, n) => sum + n, 0) / draws.length;
    expect(Math.abs(mean - 0.31)).toBeLessThan(4 * Math.sqrt(0.31 / draws.length));
    expect(draws.filter((n) => n === 0).length).toBeGreaterThan(draws.length / 2);
  });

  it('of side effects come with every arm of the study, differently drawn', () => {
    const arrays = drawSideEffectArrays(sideEffect('headache-sham-trial'), 1);
    expect(arrays.map(({ arm }) => arm)).toEqual(['active', 'sham']);
    expect(arrays[0].array.icons).not.toEqual(arrays[1].array.icons);
  });

  it('take their rate from events and exposure', () => {
    for (const { rate, events, exposure } of safetyData.seizures)
      if (events && exposure) expect(Math.abs(events.value / exposure.value / rate.value - 1)).toBeLessThan(0.06);
  });
});

describe('The risk of a course', () => {
  it('is about 0.09 % for 30 sessions, and 0.05 % at one in 60 000', () => {
    expect(courseRisk(0.31e-4, 30)).toBeCloseTo(0.00093, 5);
    expect(courseRisk(1 / 60_000, 30)).toBeCloseTo(0.0005, 6);
    expect(courseRisk(0.31e-4, 1)).toBeCloseTo(0.31e-4, 15);
    expect(courseRisk(0, 30)).toBe(0);
  });
});

describe('A metal ring near the coil', () => {
  const ring: MetalRing = { radius: 5e-3, wireRadius: 0.5e-3, resistivity: 7.4e-7 };
  const perAmpere = 4e-5;
  const times = Float64Array.from({ length: 3001 }, (_, i) => i * 1e-7);
  const coilCurrent = times.map((t) => 6000 * Math.sin(2 * Math.PI * t * (1 / 300e-6)));

  it('has the emf of its area: 339 V for 3e4 T/s through 0.0113 m², the worked textbook case', () => {
    const big: MetalRing = { radius: Math.sqrt(0.0113 / Math.PI), wireRadius: 1e-3, resistivity: 1 };
    expect(Math.abs(ringEmf(big, 1, 3e4) / -339 - 1)).toBeLessThan(1e-9);
    expect(ringArea(big)).toBeCloseTo(0.0113, 12);
  });

  it('has the inductance of two coaxial circles at the mean distance of the points of its wire (Maxwell)', () => {
    const thin = { ...ring, wireRadius: 0.05e-3 };
    const distance = thin.wireRadius * Math.exp(-0.25);
    const k = Math.sqrt((4 * thin.radius ** 2) / (4 * thin.radius ** 2 + distance ** 2));
    const { first, second } = ellipticIntegrals(Math.sqrt(1 - k * k));
    const mutual = 4e-7 * Math.PI * thin.radius * ((2 / k - k) * first - (2 / k) * second);
    expect(Math.abs(ringInductance(thin) / mutual - 1)).toBeLessThan(1e-3);
  });

  it('carries emf / R when it is a poor conductor', () => {
    const poor = { ...ring, resistivity: 1e-2 };
    const { current } = ringResponse(poor, perAmpere, times, coilCurrent);
    const k = 1000;
    const emf = ringEmf(poor, perAmpere, (coilCurrent[k] - coilCurrent[k - 1]) / 1e-7);
    expect(Math.abs(current[k] / (emf / ringResistance(poor)) - 1)).toBeLessThan(1e-3);
  });

  it('keeps its flux when it is a perfect conductor: L i = -flux', () => {
    const perfect = { ...ring, resistivity: 1e-15 };
    const { current } = ringResponse(perfect, perAmpere, times, coilCurrent);
    const k = 750;
    const flux = ringArea(perfect) * perAmpere * coilCurrent[k];
    expect(Math.abs((current[k] * ringInductance(perfect)) / -flux - 1)).toBeLessThan(1e-6);
  });

  it('balances energy: what the emf delivers is heat and what the field of the ring holds', () => {
    const { current, heat } = ringResponse(ring, perAmpere, times, coilCurrent);
    let work = 0;
    for (let k = 1; k < times.length; k++) {
      const emf = ringEmf(ring, perAmpere, (coilCurrent[k] - coilCurrent[k - 1]) / 1e-7);
      work += (emf * 1e-7 * (current[k] + current[k - 1])) / 2;
    }
    const stored = 0.5 * ringInductance(ring) * current[current.length - 1] ** 2;
    expect(Math.abs((heat + stored) / work - 1)).toBeLessThan(1e-4);
  });

  it('is heated four times as much by twice the current', () => {
    const once = ringResponse(ring, perAmpere, times, coilCurrent);
    const twice = ringResponse(ring, 2 * perAmpere, times, coilCurrent);
    expect(twice.heat / once.heat).toBeCloseTo(4, 10);
    expect(twice.peakCurrent / once.peakCurrent).toBeCloseTo(2, 10);
  });

  it('has no current in a constant field', () => {
    const still = ringResponse(ring, perAmpere, times, new Float64Array(times.length).fill(6000));
    expect([still.peakCurrent, still.heat]).toEqual([0, 0]);
  });
});

describe('Screening', () => {
  it('knows two results, neither of which is a yes or a no', () => {
    const results = screeningData.patients.map((patient) => screen(answersOf(patient)).result);
    expect(new Set(results)).toEqual(new Set(['needs-discussion', 'no-item-raised']));
  });

  it('raises what was answered with yes, not surely, or was never asked', () => {
    const all = Object.fromEntries(screeningData.screeningItems.map(({ id }) => [id, 'no' as const]));
    expect(screen(all)).toEqual({ result: 'no-item-raised', raised: [], urgent: [] });
    expect(screen({ ...all, metal: 'unsure' }).raised.map(({ item }) => item.id)).toEqual(['metal']);
    expect(screen({ ...all, sleep: 'yes' }).result).toBe('needs-discussion');
    expect(screen({}).raised.length).toBe(screeningData.screeningItems.length);
  });

  it.each([
    ['family-epilepsy', /family/],
    ['lesion', /stroke/],
    ['hearing-aid', /hearing aid/],
    ['eye-metal', /metal in an eye/],
    ['shunt', /shunt/],
    ['dental-magnet', /magnets/],
    ['tattoo', /metallic ink/],
    ['wearable-defibrillator', /defibrillator on the body/],
    ['pacemaker', /pacemaker, an implanted defibrillator/],
    ['alcohol', /alcohol/],
    ['withdrawal', /stopped or cut down/],
    ['mania', /mania.*bipolar/],
  ])('asks for %s, and a yes to it alone is raised', (id, words) => {
    const all = Object.fromEntries(screeningData.screeningItems.map((item) => [item.id, 'no' as const]));
    expect(screeningData.screeningItems.find((item) => item.id === id)?.topic).toMatch(words);
    for (const answer of ['yes', 'unsure'] as const)
      expect(screen({ ...all, [id]: answer }).raised.map(({ item }) => item.id)).toEqual([id]);
    expect(screeningData.patients.some(({ yes, unsure }) => [...yes, ...unsure].includes(id))).toBe(true);
  });

  it.each([
    ['Mara', []],
    ['Jonas', ['medication', 'sleep']],
    ['Amina', ['cochlear', 'hearing']],
    ['Pieter', ['pacemaker', 'medication']],
    ['Lucia', ['fainting']],
    ['Tomasz', ['eye-metal', 'metal']],
    ['Grace', ['pregnancy']],
    ['Henrik', ['seizure', 'lesion', 'medication']],
    ['Yuki', []],
    ['Daniel', ['head-injury']],
    ['Ruth', ['metal', 'earlier-mri', 'lesion']],
    ['Sami', ['alcohol', 'withdrawal', 'medication', 'sleep']],
    ['Ines', ['mania', 'family-epilepsy']],
    ['Otto', ['shunt', 'lesion', 'hearing', 'hearing-aid', 'dental-magnet', 'metal']],
    ['Kaya', ['wearable-defibrillator', 'medication', 'tattoo']],
  ])('raises for %s what the story holds', (name, flags) => {
    const patient = screeningData.patients.find((candidate) => candidate.name === name)!;
    expect(
      screen(answersOf(patient))
        .raised.map(({ item }) => item.id)
        .sort(),
    ).toEqual([...flags].sort());
  });

  it('says at once what cannot wait: whoever stopped drinking three days ago needs a clinician now', () => {
    const urgentOf = (name: string) => screen(answersOf(screeningData.patients.find((patient) => patient.name === name)!)).urgent;
    expect(urgentOf('Sami').map(({ text }) => text)).toEqual([expect.stringMatching(/needs a clinician now/)]);
    expect(screeningData.patients.filter(({ name }) => urgentOf(name).length > 0).map(({ name }) => name)).toEqual(['Sami']);
    expect(screen({}).urgent).toEqual([]);
  });

  it('puts the label beside the guideline where they differ', () => {
    const devices = screeningData.contraindications.find(({ id }) => id === 'physiological-devices')!;
    expect(`${devices.item} ${devices.reason}`).toMatch(
      /pacemaker, implanted defibrillator, vagus nerve stimulator; wearable defibrillator.*even outside 30 cm/,
    );
    expect(devices.beside?.text).toMatch(/guideline of 2021/);
  });

  it('has fifteen invented patients whose answers name items that exist', () => {
    const ids = new Set(screeningData.screeningItems.map(({ id }) => id));
    expect(screeningData.patients.length).toBe(15);
    for (const patient of screeningData.patients) {
      expect(patient.fictional).toBe(true);
      for (const id of [...patient.yes, ...patient.unsure]) expect(ids).toContain(id);
    }
  });

  it('gives every contraindication a reason and never the word safe', () => {
    for (const { reason, item } of screeningData.contraindications) {
      expect(reason.length).toBeGreaterThan(30);
      expect(`${reason} ${item}`).not.toMatch(/\bsafe\b/i);
    }
  });

  it('puts no number beside a medication', () => {
    for (const group of screeningData.medications.groups) expect(JSON.stringify({ ...group, label: '' })).not.toMatch(/:\s*\d/);
  });
});
