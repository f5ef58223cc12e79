import type { Mesh, RawShaderMaterial } from 'three';
import type { LineSegments2 } from 'three/examples/jsm/lines/LineSegments2.js';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { choose, resetAll } from '../../src/state/store';
import { sendCamera } from '../../src/state/viewStore';
import { type OpenApp, openApp, settled } from './openApp';
import { readPicture } from './stagePixels';

let app: OpenApp;

beforeAll(async () => {
  await page.viewport(900, 600);
  app = await openApp();
});

beforeEach(async () => {
  resetAll(app.simulation.store);
  choose(app.simulation.store, { fieldModel: 'sphere' });
  sendCamera(app.view, 'start');
  await settled(app);
});

/** How many drawn pixels a change of the scene changes by more than `least` in some color. */
function changedPixels(change: () => void, least: number): number {
  const { width, height } = app.stage.renderer.domElement;
  const copy = (): Uint8Array[] => {
    const { pixel } = readPicture(app.stage);
    return Array.from({ length: width * height }, (_, n) => pixel(n % width, Math.floor(n / width)).slice());
  };
  const before = copy();
  change();
  const after = copy();
  return before.filter((pixel, n) => [0, 1, 2].some((k) => Math.abs(pixel[k] - after[n][k]) > least)).length;
}

describe('What only a shader draws', () => {
  it('shows: the heads of the field lines cover pixels of their own', async () => {
    choose(app.simulation.store, { showFluxLines: true });
    await settled(app);
    const group = app.stage.scene.getObjectByName('flux lines');
    const [lines, heads] = (group?.children ?? []) as [LineSegments2, Mesh];
    lines.visible = false;
    expect(changedPixels(() => heads.removeFromParent(), 8)).toBeGreaterThan(40);
    lines.visible = true;
    group?.add(heads);
  });

  it('shows: the coil throws its soft shadow on the scalp', async () => {
    choose(app.simulation.store, { showScalp: true });
    await settled(app);
    const materials: RawShaderMaterial[] = [];
    app.stage.scene.traverse((body) => {
      const { material } = body as Mesh<never, RawShaderMaterial>;
      if (material?.uniforms?.shadowStrength) materials.push(material);
    });
    expect(materials.length).toBeGreaterThan(0);
    expect(materials[0].uniforms.shadowStrength.value).toBeGreaterThan(0.1);
    const dark = materials[0].uniforms.shadowStrength.value;
    const changed = changedPixels(() => {
      for (const { uniforms } of materials) uniforms.shadowStrength.value = 0;
    }, 8);
    for (const { uniforms } of materials) uniforms.shadowStrength.value = dark;
    expect(changed).toBeGreaterThan(300);
  });
});
