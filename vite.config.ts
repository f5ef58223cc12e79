import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BROWSER_FLAGS, findBrowser } from './src/cli/findBrowser.ts';
import { THEME_STYLES, themeCss } from './src/core/themeStyles.ts';

/** A strict policy for the built page: everything from this origin, WebAssembly allowed, no script evaluation, no other connection. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const contentSecurityPolicy = {
  name: 'content-security-policy',
  apply: 'build' as const,
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
      injectTo: 'head-prepend' as const,
    },
  ],
};

/** Writes the colors of the themes into the page: its style sheet, and the color of the browser's own bars. */
const themeColors = {
  name: 'theme-colors',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    /\/src\/ui\/styles\.css(\?|$)/.test(id) ? `${code}\n@layer theme {\n${themeCss()}}\n` : undefined,
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { name: 'theme-color', content: THEME_STYLES.stage.page.ground }, injectTo: 'head' as const },
  ],
};

/**
 * Zod tries, as soon as a schema is made, whether code may be made from text, and a browser logs the refusal by the policy above. Told before, it does not try;
 * `z.config` in the page comes after the first schemas.
 */
const ZOD_STARTS = '__zod_globalConfig = {}';
const zodWithoutEval = {
  name: 'zod-without-eval',
  apply: 'build' as const,
  transform: (code: string, id: string) => {
    if (!id.endsWith('/zod/v4/core/core.js')) return undefined;
    if (!code.includes(ZOD_STARTS)) throw new Error(`zod must begin with "${ZOD_STARTS}"; it does no longer.`);
    return code.replace(ZOD_STARTS, '__zod_globalConfig = { jitless: true }');
  },
};

/** What the browser tests load: found while they run, it would make the server start the page anew under a test. */
const BROWSER_TEST_PACKAGES = [
  '@floating-ui/dom',
  '@react-three/fiber',
  'axe-core',
  'd3-array',
  'd3-scale',
  'd3-scale-chromatic',
  'd3-shape',
  'fflate',
  'jspdf',
  'mathjs/number',
  'meshoptimizer/decoder',
  'qrcode.react',
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-dev-runtime',
  'three',
  'three-mesh-bvh',
  'zod',
  'zundo',
  'zustand',
  'zustand/vanilla',
];

/** What jsPDF would bring for pages of HTML and SVG, which no figure is made from. */
const unusedByPdf = ['canvg', 'html2canvas', 'dompurify'];
const withoutUnused = {
  name: 'without-unused',
  enforce: 'pre' as const,
  resolveId: (id: string) => (unusedByPdf.includes(id) ? '\0unused' : undefined),
  load: (id: string) => (id === '\0unused' ? 'export default null' : undefined),
};

export default defineConfig(async ({ mode }) => ({
  base: './',
  plugins: [react(), contentSecurityPolicy, themeColors, withoutUnused, zodWithoutEval],
  worker: { format: 'es' as const },
  build: { target: 'es2022', chunkSizeWarningLimit: 900, assetsInlineLimit: 0 },
  assetsInclude: ['**/*.glb', '**/operator.bin', '**/folded.bin', '**/foldedGrid.bin'],
  test: {
    projects: [
      {
        extends: true as const,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true as const,
        optimizeDeps: { include: BROWSER_TEST_PACKAGES },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A busy machine needs longer than the usual second to draw the page anew.
          expect: { poll: { timeout: 15_000 } },
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1440, height: 900 },
            provider: playwright({
              launchOptions: { executablePath: mode === 'test' ? await findBrowser() : undefined, args: BROWSER_FLAGS },
            }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
    ],
  },
}));
