import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { at, dot, normalize, subtract, type Vec3 } from '../../src/core/vec3';
import { chosenColorScale } from '../../src/field/color/chosenColorScale';
import { contourLevelsOf } from '../../src/field/color/contourLevels';
import { cortexVectorAt } from '../../src/field/grid/cortexField';
import { componentOf } from '../../src/field/grid/fieldComponents';
import { readouts } from '../../src/field/measures/readouts';
import { cortexQueries } from '../../src/field/probe/cortexQueries';
import type { FieldComponent } from '../../src/state/choices';
import { choose, resetAll } from '../../src/state/store';
import { sendCamera } from '../../src/state/viewStore';
import { drawStage } from './drawStage';
import { type OpenApp, openApp, pixelAt, settled } from './openApp';
import { eyeOf, pixelOf, pixelRay, readPicture, valueAtTargetPoint } from './stagePixels';

let app: OpenApp;

beforeAll(async () => {
  await page.viewport(1000, 640);
  app = await openApp();
});

beforeEach(async () => {
  resetAll(app.simulation.store);
  choose(app.simulation.store, { fieldModel: 'sphere', showScalp: false, showCoil: false, showMarks: false });
  sendCamera(app.view, 'target');
  await settled(app);
});

const choices = () => app.simulation.store.getState();
const shown = () => readouts(app.simulation.snapshot(), choices())!;

/** A component as the processor samples it where the ray through a drawn pixel meets the cortex; null off the cortex or at a grazing angle. */
function valueUnder(x: number, y: number, component: FieldComponent = 'magnitude'): number | null {
  const { field, grid } = app.simulation.snapshot();
  const direction = pixelRay(app.stage, x, y);
  const hit = cortexQueries(app.simulation.head.cortex).castRay(eyeOf(app.stage), direction);
  if (!hit || !field || !grid || -dot(hit.normal, direction) < 0.5) return null;
  const vector = cortexVectorAt(app.simulation.head.cortex, grid, field, hit.position);
  return componentOf(component, vector, hit.normal) * choices().dIdt;
}

/** The line that a drawn pixel belongs to by its color, and the value there; null where there is none. A dark pixel may be a halo. */
function lineAt(pixel: Uint8Array, x: number, y: number): { kind: 'halfPeak' | 'threshold'; value: number } | null {
  const white = Math.min(...pixel.slice(0, 3)) > 235;
  const dark = Math.max(...pixel.slice(0, 3)) < 30 && pixel[3] === 255;
  const value = white || dark ? valueUnder(x, y) : null;
  if (value === null) return null;
  const { halfPeak, threshold } = contourLevelsOf(shown(), choices().thresholdField);
  if (white) return { kind: 'halfPeak', value };
  return Math.abs(value - threshold!) < Math.abs(value - halfPeak) ? { kind: 'threshold', value } : null;
}

describe('The lines on the cortex', () => {
  it('lie where the sampled |E| equals their level within 3 %, and nowhere else', () => {
    const { width, height } = app.stage.renderer.domElement;
    choose(app.simulation.store, { showContours: true });
    const levels = contourLevelsOf(shown(), choices().thresholdField);
    const found = { halfPeak: 0, threshold: 0 };
    const picture = readPicture(app.stage);
    for (let share = 0.3; share < 0.71; share += 0.025) {
      const y = Math.round(share * height);
      for (let x = 0; x < width; x++) {
        const line = lineAt(picture.pixel(x, y), x, y);
        if (!line) continue;
        expect(Math.abs(line.value / levels[line.kind]! - 1), `${line.kind} at ${x}, ${y}`).toBeLessThan(0.03);
        found[line.kind]++;
      }
    }
    expect(found.halfPeak).toBeGreaterThan(5);
    expect(found.threshold).toBeGreaterThan(5);
  });

  it('are as wide in an exported picture as on the screen, by the height of the picture', () => {
    choose(app.simulation.store, { showContours: true });
    const lineShare = (pixels: ArrayLike<number>): number => {
      let count = 0;
      for (let p = 0; p < pixels.length; p += 4)
        if (Math.min(pixels[p], pixels[p + 1], pixels[p + 2]) > 240 && pixels[p + 3] > 250) count++;
      return count / pixels.length;
    };
    const { width, height } = app.stage.renderer.domElement;
    const shares: number[] = [];
    for (const factor of [1, 2]) {
      const canvas = drawStage(app.stage, width * factor, height * factor, 'stage');
      shares.push(lineShare(canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data));
    }
    expect(shares[0]).toBeGreaterThan(2e-5);
    expect(shares[1] / shares[0]).toBeGreaterThan(0.7);
    expect(shares[1] / shares[0]).toBeLessThan(1.6);
  });
});

/** Middles of triangles on open crowns within 12 mm of the target that face the camera. */
function crownsNearTarget(): Vec3[] {
  const { positions, triangles, normals, attributes } = app.simulation.head.cortex;
  const { cortex } = app.simulation.snapshot().target;
  const toEye = normalize(subtract(eyeOf(app.stage), cortex));
  const found: Vec3[] = [];
  for (let t = 0; t < triangles.length; t += 3) {
    const corners = [triangles[t], triangles[t + 1], triangles[t + 2]];
    if (corners.some((corner) => attributes._OCCLUSION[corner] < 0.6 || dot(at(normals, corner), toEye) < 0.7)) continue;
    const middle = [0, 1, 2].map((axis) => corners.reduce((sum, corner) => sum + positions[3 * corner + axis] / 3, 0)) as unknown as Vec3;
    if (Math.hypot(...subtract(middle, cortex)) < 0.012) found.push(middle);
  }
  return found;
}

describe('The component', () => {
  it.each([
    'magnitude',
    'normal',
    'tangential',
  ] as const)('%s has around the target the color of its read-out within 3/255, and is not computed again', async (fieldComponent) => {
    const sent = app.simulation.requestsSent;
    const fieldLimit = fieldComponent === 'normal' ? 40 : 160;
    for (const logScale of [false, true]) {
      choose(app.simulation.store, { fieldComponent, fieldLimit, logScale });
      await settled(app);
      const scale = chosenColorScale(choices(), 'V/m');
      const picture = readPicture(app.stage);
      const differences: number[] = [];
      for (const crown of crownsNearTarget()) {
        const [x, y] = pixelOf(app.stage, crown);
        const value = valueUnder(x, y, fieldComponent);
        if (value === null || scale.opacity(value) < 1) continue;
        differences.push(Math.max(...scale.color(value).map((channel, c) => Math.abs(picture.pixel(x, y)[c] - channel))));
      }
      expect(differences.length).toBeGreaterThan(15);
      // Some pixels lie on the edge of a fold and blend it with what is behind.
      expect(differences.filter((difference) => difference <= 3).length / differences.length).toBeGreaterThan(0.85);
    }
    expect(app.simulation.requestsSent).toBe(sent);
  });

  it('normal is weak where the field runs along the surface: at the target the parts stay below the magnitude and give at least it', () => {
    const parts = (['magnitude', 'normal', 'tangential'] as const).map((fieldComponent) => {
      choose(app.simulation.store, { fieldComponent });
      return shown();
    });
    // Means over the cortex around the target, the normal one signed.
    for (const { atTarget } of parts) expect(Math.abs(atTarget)).toBeLessThanOrEqual(parts[0].atTarget);
    expect(Math.abs(parts[1].atTarget) + parts[2].atTarget).toBeGreaterThan(0.7 * parts[0].atTarget);
    expect(Math.abs(parts[1].maximum)).toBeLessThanOrEqual(parts[0].maximum);
    expect(parts[2].peak).toBeLessThanOrEqual(parts[0].peak * 1.0001);
  });
});

describe('Grey below the threshold', () => {
  it('leaves no color where |E| is below, and the scale’s color where it is above', async () => {
    choose(app.simulation.store, { greyBelowThreshold: true });
    const queries = cortexQueries(app.simulation.head.cortex);
    const { cortex } = app.simulation.snapshot().target;
    const eye = eyeOf(app.stage);
    const saturation = (pixel: number[]): number => Math.max(...pixel.slice(0, 3)) - Math.min(...pixel.slice(0, 3));
    const hit = queries.castRay(eye, normalize(subtract(cortex, eye)))!;
    const value = valueAtTargetPoint(app);
    for (const [thresholdField, colored] of [
      [Math.round(value * 0.9), true],
      [Math.round(value * 1.1), false],
    ] as const) {
      choose(app.simulation.store, { thresholdField });
      await settled(app);
      expect(saturation(pixelAt(app, hit.position as Vec3)) > 60).toBe(colored);
    }
  });
});
