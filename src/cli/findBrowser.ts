import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Flags under which WebGL2 renders in a headless Chromium without a GPU, and under which it makes no connection of its own. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of the browser that tests, benchmarks and pictures from a terminal use: `COILSCOPE_BROWSER`, else an installed Chrome, Chromium or Edge, else (Linux) the one from npm. */
export async function findBrowser(): Promise<string> {
  const chosen = process.env.COILSCOPE_BROWSER;
  if (chosen === 'npm') return npmBrowser();
  if (chosen) return chosen;
  return INSTALLED.find((path) => existsSync(path)) ?? npmBrowser();
}

/** Unpacks the browser that npm ships into the project's own cache folder, with the libraries and fonts it needs beside it. */
async function npmBrowser(): Promise<string> {
  if (process.platform !== 'linux') {
    throw new Error('A browser is needed: install Chrome, Chromium or Edge, or set COILSCOPE_BROWSER to its path.');
  }
  const cache = resolve('node_modules/.cache/browser');
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = cache;
  process.env.FONTCONFIG_PATH ??= describeFonts(cache);
  // The package adds its own nss libraries to the search path only where it believes it runs in a cloud function.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}

/**
 * A folder whose fonts.conf names the unpacked fonts where they are, and the machine's own. The package's names /tmp/fonts; with no font at
 * all the browser ends at the first character that the page's own font lacks.
 */
function describeFonts(cache: string): string {
  const folder = join(cache, 'fontconfig');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(cache, 'fonts')}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`,
  );
  return folder;
}
