import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Vec3 } from '../../src/core/vec3';
import { coloringOf } from '../../src/field/color/coloring';
import { cortexVectorAt } from '../../src/field/grid/cortexField';
import { cortexQueries } from '../../src/field/probe/cortexQueries';
import { PALETTES } from '../../src/scene/painting/palette';
import { choose, resetAll } from '../../src/state/store';
import { sendCamera, VIEW_PRESETS } from '../../src/state/viewStore';
import { type OpenApp, openApp, settled } from './openApp';
import { eyeOf, pixelRay, readPicture } from './stagePixels';

let app: OpenApp;

beforeAll(async () => {
  await page.viewport(1000, 640);
  app = await openApp();
});

beforeEach(async () => {
  resetAll(app.simulation.store);
  await settled(app);
});

type Bytes = readonly number[];

/** Relative luminance and hue in degrees of sRGB bytes. */
function seen(rgb: Bytes): { luminance: number; hue: number } {
  const [r, g, b] = rgb.map((byte) => byte / 255);
  const linear = [r, g, b].map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  const most = Math.max(r, g, b);
  const span = most - Math.min(r, g, b);
  const sixth = most === r ? ((g - b) / span + 6) % 6 : most === g ? (b - r) / span + 2 : (r - g) / span + 4;
  return { luminance: 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2], hue: 60 * sixth };
}

interface Hovered {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  /** What the legend shows at the value: the color, fading over the legend's cortex. */
  readonly legend: Bytes;
}

/** Pixels of the picture at which a hand would read a value above the grey threshold, but for the edges of folds. */
function hover(): Hovered[] {
  const { stage, simulation } = app;
  const { width, height } = stage.renderer.domElement;
  const choices = simulation.store.getState();
  const { field, grid } = simulation.snapshot();
  const { scale } = coloringOf(simulation.snapshot(), choices, null);
  const grey = PALETTES[choices.theme].fade.map((share) => 255 * share);
  const queries = cortexQueries(simulation.head.cortex);
  const eye = eyeOf(stage);
  const valueAt = (x: number, y: number): { value: number; distance: number } | null => {
    const hit = queries.castRay(eye, pixelRay(stage, x, y));
    if (!hit) return null;
    const vector = cortexVectorAt(app.simulation.head.cortex, grid!, field!, hit.position as Vec3);
    return { value: Math.hypot(...vector) * choices.dIdt, distance: hit.distance };
  };
  const found: Hovered[] = [];
  for (let y = 5; y < height; y += 9) {
    for (let x = 5; x < width; x += 9) {
      const here = valueAt(x, y);
      // Fainter colors are nearly grey, of which the hue says nothing.
      if (!here || scale.opacity(here.value) < 0.4) continue;
      const beside = [valueAt(x - 2, y), valueAt(x + 2, y), valueAt(x, y - 2), valueAt(x, y + 2)];
      if (beside.some((one) => !one || Math.abs(one.distance - here.distance) > 0.002)) continue;
      const opacity = scale.opacity(here.value);
      const legend = scale.color(here.value).map((byte, c) => opacity * byte + (1 - opacity) * grey[c]);
      found.push({ x, y, value: here.value, legend });
    }
  }
  return found;
}

describe('Above the grey threshold', () => {
  it('every hovered point has the hue of the legend within 5° and its luminance within 15 %, with and without the coil', async () => {
    const compared = { on: 0, off: 0 };
    const wrong: string[] = [];
    for (const preset of VIEW_PRESETS.filter((name) => name !== 'right')) {
      sendCamera(app.view, preset);
      await settled(app);
      const points = hover();
      for (const coil of ['on', 'off'] as const) {
        choose(app.simulation.store, { showCoil: coil === 'on', showMarks: false });
        await new Promise(requestAnimationFrame);
        const picture = readPicture(app.stage);
        for (const { x, y, value, legend } of points) {
          compared[coil]++;
          const pixel = Array.from(picture.pixel(x, y)).slice(0, 3);
          const [is, should] = [seen(pixel), seen(legend)];
          const hue = Math.abs(((is.hue - should.hue + 540) % 360) - 180);
          const luminance = Math.abs(is.luminance / should.luminance - 1);
          if (hue > 5 || luminance > 0.15)
            wrong.push(`${preset}, coil ${coil}: ${value.toFixed(1)} V/m is ${pixel} for ${legend.map(Math.round)}`);
        }
      }
    }
    expect(compared.on).toBeGreaterThan(500);
    expect(compared.off).toBe(compared.on);
    expect(wrong.length, `${wrong.length} of ${2 * compared.on}: ${wrong.slice(0, 8).join('; ')}`).toBeLessThanOrEqual(0.002 * compared.on);
  });
});
