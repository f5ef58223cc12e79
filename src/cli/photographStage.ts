import { type Browser, chromium, type Page } from 'playwright';
import { InputError } from '../core/inputError';
import type { FigureOptions } from '../share/figure/figureOptions';
import { CHOICES_KEY } from '../state/choiceStorage';
import type { Choices, Theme } from '../state/choices';
import { writeChoices } from '../state/storedChoices';
import { BROWSER_FLAGS, findBrowser } from './findBrowser';
import { type SiteServer, serveSite } from './siteServer';

/** The head takes some seconds to load and the picture some to draw, on a machine without a GPU, in milliseconds. */
const PATIENCE = 120_000;

/** What is drawn: choices alone, or the bytes of a scene file, a saved picture or a link, with camera and own coils, in a theme of its own if one is given. */
export type Subject = { readonly choices: Choices } | { readonly scene: Uint8Array; readonly theme?: Theme };

/** The built application in a browser without a window, for one figure after the other. */
export class Photographer {
  readonly #site: SiteServer;
  readonly #browser: Browser;

  private constructor(site: SiteServer, browser: Browser) {
    this.#site = site;
    this.#browser = browser;
  }

  static async open(): Promise<Photographer> {
    const site = await serveSite(0);
    try {
      return new Photographer(site, await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_FLAGS }));
    } catch (fault) {
      await site.close();
      throw fault;
    }
  }

  /** The bytes of a PNG, PDF or SVG. Every figure begins with a page that knows nothing of the one before. */
  async photograph(subject: Subject, options: FigureOptions, kind: string): Promise<Uint8Array> {
    const context = await this.#browser.newContext({ viewport: { width: 1440, height: 900 } });
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      if ('choices' in subject)
        await page.addInitScript(([key, text]) => window.localStorage.setItem(key, text), [
          CHOICES_KEY,
          writeChoices(subject.choices),
        ] as const);
      await page.goto(this.#site.address);
      if ('scene' in subject) await openScene(page, subject.scene, subject.theme ?? null);
      return await takePicture(page, options, kind);
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#site.close();
  }
}

/** Opens a scene in the page by the way of the application itself; what of it cannot be had is refused. */
async function openScene(page: Page, bytes: Uint8Array, theme: Theme | null): Promise<void> {
  await page.waitForFunction(() => window.coilscope !== undefined);
  const refusal = await page.evaluate(
    async ([base64, chosen]) => {
      const door = window.coilscope!;
      const said = await door.openScene(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)));
      // A screen of time would lie over the stage.
      door.view.setState({ level: null });
      if (chosen) door.simulation.store.setState({ theme: chosen });
      return said;
    },
    [Buffer.from(bytes).toString('base64'), theme] as const,
  );
  if (refusal !== null) throw new InputError(refusal);
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
