import { chromium, type Page } from 'playwright';
import type { FigureOptions } from '../share/figure/figureOptions';
import { CHOICES_KEY } from '../state/choiceStorage';
import type { Choices } from '../state/choices';
import { writeChoices } from '../state/storedChoices';
import { BROWSER_FLAGS, findBrowser } from './findBrowser';
import { serveSite } from './siteServer';

/** The head takes some seconds to load and the picture some to draw, on a machine without a GPU, in milliseconds. */
const PATIENCE = 120_000;

/** Opens the built application with these choices in a browser without a window and has it make a figure: the bytes of a PNG, PDF or SVG. */
export async function photographStage(choices: Choices, options: FigureOptions, kind: string): Promise<Uint8Array> {
  const site = await serveSite(0);
  try {
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_FLAGS });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.setDefaultTimeout(PATIENCE);
      await page.addInitScript(([key, text]) => window.localStorage.setItem(key, text), [CHOICES_KEY, writeChoices(choices)] as const);
      await page.goto(site.address);
      return await takePicture(page, options, kind);
    } finally {
      await browser.close();
    }
  } finally {
    await site.close();
  }
}

/**
 * Whether the page shows what its choices ask for. Runs in the page, so it refers to nothing outside itself. Throws with the simulation's sentence where
 * that will never come: a stand-in is the latest field once a file of the head was refused, but not the picture that was asked for.
 */
export function isPictureReady(): boolean {
  const door = window.coilscope;
  if (!door?.picture) return false;
  const { field, operator, rows, trouble } = door.simulation.snapshot();
  if (trouble) throw new Error(trouble);
  if (!field || !door.isCurrent()) return false;
  if (field.model !== door.simulation.store.getState().fieldModel)
    for (const data of [operator, rows]) if (data.phase === 'refused') throw new Error(data.sentence);
  return true;
}

/** Waits for the field that the choices ask for, then for the picture. */
async function takePicture(page: Page, options: FigureOptions, kind: string): Promise<Uint8Array> {
  await page.waitForFunction(isPictureReady);
  const dataUrl = await page.evaluate(
    async ([wanted, form]) => {
      const blob = await window.coilscope!.picture!(wanted, form);
      return new Promise<string>((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result as string);
        reader.onerror = () => reject(new Error('the picture could not be read back'));
        reader.readAsDataURL(blob);
      });
    },
    [options, kind] as const,
  );
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
}
