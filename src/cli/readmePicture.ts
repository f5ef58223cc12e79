import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { z } from 'zod';
import { FIRST_FIGURE } from '../share/figure/figureOptions';
import { INITIAL_CHOICES } from '../state/choices';
import { BROWSER_FLAGS, findBrowser } from './findBrowser';
import { Photographer } from './photographStage';

const TARGET = fileURLToPath(new URL('../../public/coilscope.webp', import.meta.url));
const SIZE = { width: 1280, height: 720 };
const QUALITY = 0.88;
/** What a page may spend on its first picture. */
const MOST_BYTES = 200_000;

/** The PNG as WebP, by the browser that drew it: the repository keeps a fifth of the bytes. */
async function toWebp(png: Uint8Array): Promise<Uint8Array> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage();
    const text = await page.evaluate(
      async ([source, quality]) => {
        const picture = await createImageBitmap(await (await fetch(source)).blob());
        const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
        canvas.getContext('2d')!.drawImage(picture, 0, 0);
        return canvas.toDataURL('image/webp', quality);
      },
      [`data:image/png;base64,${Buffer.from(png).toString('base64')}`, QUALITY] as const,
    );
    return Buffer.from(text.slice(text.indexOf(',') + 1), 'base64');
  } finally {
    await browser.close();
  }
}

/** Makes the README's picture from the page as it opens: npm run build:picture. */
async function makePicture(): Promise<void> {
  const photographer = await Photographer.open();
  const png = await photographer.photograph({ choices: INITIAL_CHOICES }, { ...FIRST_FIGURE, ...SIZE, caption: 'short' }, 'png');
  await photographer.close();
  const webp = await toWebp(png);
  if (webp.length > MOST_BYTES) throw new Error(`the picture has ${webp.length} bytes and may have ${MOST_BYTES}`);
  writeFileSync(TARGET, webp);
  console.log(`${TARGET}: ${webp.length} bytes`);
}

z.config({ jitless: true });
await makePicture();
