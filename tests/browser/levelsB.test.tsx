import axe from 'axe-core';
import type { ComponentType } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { coilDipoles } from '../../src/coil/windings/windingsToDipoles';
import { formatNumber, formatSignificant } from '../../src/core/format';
import { thetaBurstAftereffect } from '../../src/dose/aftereffect/thetaBurstAftereffect';
import { drawVirtualCohort } from '../../src/dose/course/virtualCohort';
import { protocolChoiceFromPreset } from '../../src/dose/protocol/protocolChoice';
import { drawSeizureArray, seizureFigure } from '../../src/dose/risk/riskArrays';
import { safetyData } from '../../src/dose/risk/safetyData';
import { ringFluxPerAmpere, scalePeaks, unitRingPeaks } from '../../src/dose/risk/safetyRing';
import { claims } from '../../src/evidence/claims';
import { pulseOfChoices } from '../../src/field/pulse/pulseOfChoices';
import type { Theme } from '../../src/state/choices';
import { AftereffectLevel } from '../../src/ui/levels/aftereffect/AftereffectLevel';
import { ClaimsLevel } from '../../src/ui/levels/claims/ClaimsLevel';
import { CourseLevel } from '../../src/ui/levels/course/CourseLevel';
import { armSeed, cohortPair, responderInterval } from '../../src/ui/levels/course/courseFigures';
import { SafetyLevel } from '../../src/ui/levels/safety/SafetyLevel';
import { type MountedLevel, mountLevel } from './fixtures/mountLevel';
import { TESTED_THEMES } from './fixtures/themes';

let level: MountedLevel | undefined;
afterEach(() => level?.unmount());

const LEVELS: readonly (readonly [string, ComponentType])[] = [
  ['after-effect', AftereffectLevel],
  ['course', CourseLevel],
  ['safety', SafetyLevel],
  ['claims', ClaimsLevel],
];
const SAFETY_PAGES = ['Seizures', 'Side effects', 'Sound', 'Metal', 'Screening', 'Medicines'];

const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const reading = (name: string): string => document.querySelector(`[data-reading="${name}"]`)?.textContent ?? '';
const press = (name: string | RegExp) => (page.getByRole('button', { name }).first().element() as HTMLElement).click();

async function open(Level: ComponentType, theme: Theme = 'stage', width = 1100, height = 800): Promise<void> {
  await page.viewport(width, height);
  level = mountLevel(Level, { theme });
  await expect.poll(() => all('.evidence-level').length).toBe(1);
  await document.fonts.ready;
}

async function openSafety(name: string): Promise<void> {
  (page.getByRole('radio', { name, exact: true }).element() as HTMLElement).click();
  await expect.poll(() => (page.getByRole('radio', { name, exact: true }).element() as HTMLInputElement).checked).toBe(true);
}

/** Runs a check on the level as it opens, and on each page of safety. */
async function onEveryPage(name: string, check: () => Promise<void> | void): Promise<void> {
  for (const details of document.querySelectorAll('details')) details.open = true;
  await check();
  if (name === 'claims') {
    press('Turn all');
    await expect.poll(() => all('.claim[data-verdict]').length).toBe(claims.length);
    await check();
  }
  for (const title of name === 'safety' ? SAFETY_PAGES : []) {
    await openSafety(title);
    await check();
  }
}

describe.each(TESTED_THEMES)('in the %s theme', (theme) => {
  it.each(LEVELS)('axe finds nothing serious in %s', async (name, Level) => {
    await open(Level, theme);
    await onEveryPage(name, async () => {
      const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] });
      expect(passes.length).toBeGreaterThan(10);
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
    });
  });

  it.each(LEVELS)('nothing of %s is cut off at 360 × 640, and text keeps its size', async (name, Level) => {
    await open(Level, theme, 360, 640);
    const smallest = theme === 'projector' ? 20 : 12;
    await onEveryPage(name, () => {
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
      const wide = all('.evidence-level *')
        .filter((element) => element.closest('.table-scroll') === null && element.closest('.visually-hidden') === null)
        .filter((element) => element.getBoundingClientRect().right > 361 && element.getBoundingClientRect().width > 0);
      expect(wide.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
      const small = all('.evidence-level :is(p, li, dd, dt, button, text, label, span, td, h3, h4)').filter(
        (element) => element.textContent !== '' && Number.parseFloat(getComputedStyle(element).fontSize) < smallest,
      );
      expect(small.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
    });
  });

  it.each(LEVELS)('everything that can be pressed in %s is at least 24 pixels high and wide', async (name, Level) => {
    await open(Level, theme);
    await onEveryPage(name, () => {
      const small = all('.evidence-level :is(button, select, summary, input[type="text"], .slider, .segment, .check)').filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24);
      });
      expect(small.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
    });
  });
});

describe('The after-effect', () => {
  const effect = (priorContraction: boolean, bursts = 10, trains = 20, gap = 8) =>
    thetaBurstAftereffect({
      pattern: { burstsInTrain: bursts, trains, gapBetweenTrains: gap },
      priorContraction,
      laterContraction: false,
    });

  it('states the peak and the time of the model, and follows the pattern and the contraction', async () => {
    await open(AftereffectLevel);
    expect(reading('peak')).toBe(`+${formatNumber(10 * effect(true).peak)}`);
    expect(reading('time')).toBe(formatNumber(effect(true).timeToPeak / 60, 1));
    await page.getByRole('combobox', { name: 'Pattern of theta bursts' }).selectOptions('Continuous, 300 pulses');
    await expect.poll(() => reading('peak')).toBe(formatNumber(10 * effect(true, 100, 1, 0).peak));
    (page.getByRole('checkbox', { name: 'Muscle contracted before' }).element() as HTMLElement).click();
    await expect.poll(() => reading('peak')).toBe(`+${formatNumber(10 * effect(false, 100, 1, 0).peak)}`);
  });

  it('keeps its limits and the disagreements on the screen, without opening anything', async () => {
    await open(AftereffectLevel);
    const text = document.querySelector('.evidence-level')?.textContent ?? '';
    for (const words of ['neither 10 Hz nor 1 Hz', 'from day to day', 'reversed', '1800 intermittent pulses do what 600 do']) {
      expect(text).toContain(words);
    }
  });

  it('takes the protocol of the editor, or says in one sentence why it cannot', async () => {
    await open(AftereffectLevel);
    const { store } = level!.simulation;
    store.setState({ protocol: protocolChoiceFromPreset('ctbs300') });
    await page.getByRole('combobox', { name: 'Pattern of theta bursts' }).selectOptions('The protocol as edited');
    await expect.poll(() => reading('peak')).toBe(formatNumber(10 * effect(true, 100, 1, 0).peak));
    store.setState({ protocol: protocolChoiceFromPreset('hf10-standard') });
    await expect.poll(() => all('.aftereffect-plots .level-notice').length).toBe(1);
    expect(all('.aftereffect-plots')[0].textContent).toMatch(
      /^The protocol gives 40 pulses in a row, at 10 Hz; this model knows .*\. source/,
    );
    expect(all('.aftereffect-plots svg.plot').length).toBe(0);
  });

  it('tells a result that changed many times once, when it has come to rest', async () => {
    await open(AftereffectLevel);
    await page.getByRole('combobox', { name: 'Pattern of theta bursts' }).selectOptions('Own counts');
    await expect.poll(() => all('[aria-live]')[0].textContent).toContain('1200 pulses');
    const told: string[] = [];
    const watch = new MutationObserver(() => told.push(all('[aria-live]')[0].textContent ?? ''));
    watch.observe(all('[aria-live]')[0], { characterData: true, childList: true, subtree: true });
    const box = page.getByRole('textbox', { name: 'Trains', exact: true });
    for (const count of ['5', '6', '7']) {
      await userEvent.fill(box, count);
      await userEvent.keyboard('{Enter}');
    }
    await expect.poll(() => told.length, { timeout: 3000 }).toBeGreaterThan(0);
    watch.disconnect();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('210 pulses');
  });
});

describe('The course', () => {
  const responders = (seed: number, arm: 'active' | 'sham') =>
    Math.round(10_000 * drawVirtualCohort(armSeed(seed, arm), arm).responseShare);

  it('states the difference of its two groups, of this draw and of the next', async () => {
    await open(CourseLevel);
    for (const seed of [1, 2]) {
      const [active, sham] = [responders(seed, 'active'), responders(seed, 'sham')];
      await expect.poll(() => reading('active')).toBe(String(active));
      expect(reading('sham')).toBe(String(sham));
      expect(reading('more')).toBe(String(Math.round((active - sham) / 100)));
      press('Draw new people');
    }
  });

  it('says how much the draw leaves open, and how much the effect size does', async () => {
    await open(CourseLevel);
    const { byChance, byEffect, active, sham } = cohortPair(1);
    const text = (range: readonly number[]): string => range.map((value) => formatNumber(value)).join(' to ');
    expect(document.querySelector('[data-range="chance"]')?.textContent).toContain(text(byChance));
    expect(document.querySelector('[data-range="effect"]')?.textContent).toContain(text(byEffect));
    const captions = all('.icon-figure figcaption').map(({ textContent }) => textContent);
    for (const [n, group] of [active, sham].entries()) {
      expect(captions[n]).toContain(`${group.responders} respond (${responderInterval(group).join(' to ')})`);
    }
  });

  it('puts the coil back beside the page: by one button that also ends it, and not for another scene', async () => {
    await open(CourseLevel);
    const button = page.getByRole('button', { name: 'Put the coil back' }).element() as HTMLElement;
    button.focus();
    for (const left of ['Cancel', 'Put the coil back', 'Cancel']) {
      await userEvent.keyboard('{Enter}');
      await expect.poll(() => button.textContent).toBe(left);
      expect(document.activeElement).toBe(button);
    }
    await expect.poll(() => all('.drift-strip').length, { timeout: 10_000 }).toBe(5);
    expect(button.textContent).toBe('Draw other poses');
    level!.simulation.store.setState({ coilDistance: 0.01 });
    await expect.poll(() => all('.drift-strip').length).toBe(0);
  });

  it('lays out the course of the edited protocol as well', async () => {
    await open(CourseLevel);
    const chosen = protocolChoiceFromPreset('itbs600');
    const plan = { sessionsPerDay: 2, interSessionInterval: 3600, phases: [{ daysPerWeek: 5, weeks: 3 }] };
    level!.simulation.store.setState({ protocol: { ...chosen, plan } });
    await page.getByRole('combobox', { name: 'Course' }).selectOptions('The protocol as edited');
    await expect.poll(() => reading('sessions')).toBe('30');
    expect(reading('pulses')).toBe('18\u202f000');
    expect(all('.calendar-day[data-phase]').map(({ textContent }) => textContent)).toEqual(Array(15).fill('2'));
  });

  it('draws active and sham together in every study, and says that it predicts nothing for a person', async () => {
    await open(CourseLevel);
    for (const study of ['Deep coil, five weeks (2015)', 'Accelerated, five days (2022)', 'Six weeks, 10 Hz or theta bursts (2018)']) {
      await page.getByRole('combobox', { name: 'Study' }).selectOptions(study);
      await expect.poll(() => all('path.curve.sham[d^="M"]').length).toBeGreaterThan(0);
    }
    expect(document.body.textContent).toContain('They predict nothing for a person.');
  });

  it('counts sessions and pulses of the chosen course, and the shares of the four groups', async () => {
    await open(CourseLevel);
    expect([reading('sessions'), reading('pulses')]).toEqual(['36', '108\u202f000']);
    expect(all('[data-way]').map(({ textContent }) => textContent)).toEqual(['11', '19', '30', '40']);
  });
});

describe('Safety', () => {
  it('draws what the seed gives, beside rate and interval, and draws anew', async () => {
    await open(SafetyLevel);
    const figure = seizureFigure('us-clinics-sessions');
    expect([reading('rate'), reading('interval')]).toEqual(['0.31', '0.18 to 0.48']);
    for (const seed of [1, 2, 3]) {
      await expect.poll(() => reading('drawn')).toBe(String(drawSeizureArray(figure, seed).counts[0]));
      press('Draw another ten thousand');
    }
  });

  it('computes the ring from the present coil and the present pulse', async () => {
    await open(SafetyLevel);
    await openSafety('Metal');
    const expected = () => {
      const { simulation } = level!;
      const flux = ringFluxPerAmpere(coilDipoles(simulation.snapshot().coil), 0.05, 0.01);
      const pulse = pulseOfChoices(simulation.store.getState());
      return scalePeaks(
        unitRingPeaks({ radius: 0.01, wireRadius: 0.0005, resistivity: safetyData.ringMaterials[0].resistivity.value }, pulse),
        flux,
      );
    };
    expect(reading('current')).toBe(`${formatSignificant(expected().current)} A`);
    const before = expected().emf;
    level!.simulation.store.setState({ dIdt: 0.5 * level!.simulation.store.getState().dIdt });
    await expect.poll(() => reading('emf')).toBe(`${formatSignificant(expected().emf * 1000)} mV`);
    expect(expected().emf / before).toBeCloseTo(0.5, 6);
  });

  it('answers a screening with a conversation or with nothing raised, never with yes or no', async () => {
    await open(SafetyLevel);
    await openSafety('Screening');
    expect(reading('screening')).toBe('Needs discussion');
    press('Ask everything');
    await expect.poll(() => reading('screening')).toBe('No item raised');
    await page.getByRole('combobox', { name: 'Invented patient' }).selectOptions('Amina');
    press('Ask everything');
    await expect.poll(() => all('[data-answer="yes"]').length).toBe(2);
    expect(reading('screening')).toBe('Needs discussion');
    for (const word of ['eligible', 'cleared', 'safe to', 'excluded.']) expect(document.body.textContent).not.toContain(word);
  });
});

describe('The claims', () => {
  it('are filtered by verdict and by chapter, with counts that agree with the cards', async () => {
    await open(ClaimsLevel);
    expect(all('.claim').length).toBe(claims.length);
    const corrected = claims.filter(({ verdict }) => verdict === 'corrected');
    const verdicts = page.getByRole('combobox', { name: /^Verdict/ });
    await verdicts.selectOptions(`Corrected, ${corrected.length}`);
    await expect.poll(() => all('.claim').length).toBe(corrected.length);
    await page.getByRole('combobox', { name: 'Chapter' }).selectOptions('Benefits');
    await expect.poll(() => all('.claim').length).toBe(corrected.filter(({ group }) => group === 'benefits').length);
  });

  it('are guessed by keyboard, turn to the verdict with its source, count the guess, and show what can be shown', async () => {
    await open(ClaimsLevel);
    const card = (id: string): HTMLElement => document.querySelector<HTMLElement>(`[data-claim="${id}"]`)!;
    const guess = (id: string, label: string): HTMLElement =>
      [...card(id).querySelectorAll<HTMLElement>('.claim-guess')].find(({ textContent }) => textContent === label)!;
    expect(card('B9').textContent).not.toContain('11');
    guess('B9', 'Corrected').focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => card('B9').dataset.verdict).toBe('corrected');
    expect(document.activeElement).toBe(guess('B9', 'Corrected'));
    for (const words of ['Corrected', '11\u202f%']) expect(card('B9').querySelector('.claim-back')?.textContent).toContain(words);
    guess('I2', 'Corrected').click();
    await expect.poll(() => reading('score')).toBe('1 of 2 guessed right');
    guess('I2', 'Supported').click();
    expect(reading('score')).toBe('1 of 2 guessed right');
    guess('I1', 'Figure of speech').click();
    await expect.poll(() => reading('score')).toBe('2 of 3 guessed right');
    card('B9').querySelector<HTMLElement>('.claim-back p .note-button')!.click();
    await expect.poll(() => all('.note')[0]?.textContent).toContain('10.1176/appi.ajp.2018.18091096');
    const link = [...all('.note')[0].querySelectorAll('a')].find(({ textContent }) => textContent === '10.1176/appi.ajp.2018.18091096')!;
    expect([link.href, link.target, link.rel]).toEqual(['https://doi.org/10.1176/appi.ajp.2018.18091096', '_blank', 'noreferrer']);
    card('B9').querySelector<HTMLElement>('.claim-back .text-button')!.click();
    await expect.poll(() => level!.view.getState().level).toBe('course');
  });
});
