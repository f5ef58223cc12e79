import { type Mesh, type RawShaderMaterial, WebGLRenderTarget } from 'three';
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

describe('A frame of a motion, made from the kept brain and scalp', () => {
  /** RGBA bytes of the scene, without smooth edges from what is kept, or with them anew. */
  function drawn(samples: 0 | 4): Uint8Array {
    const { renderer, camera, drawInto } = app.stage;
    const [width, height] = [440, 290];
    const target = new WebGLRenderTarget(width, height, { samples });
    const bytes = new Uint8Array(4 * width * height);
    const seen = camera.clone();
    // Near enough that the colors of the normal part, which change from bank to bank, are even over a few pixels.
    seen.zoom = 4;
    seen.updateProjectionMatrix();
    drawInto(target, seen);
    renderer.readRenderTargetPixels(target, 0, 0, width, height, bytes);
    renderer.setRenderTarget(null);
    target.dispose();
    return bytes;
  }

  it.each([
    { fieldComponent: 'magnitude' },
    { fieldComponent: 'normal' },
    { cutSagittal: true, cutAxial: true },
  ] as const)('differs from one drawn anew by 1/255 at most where no edge is near: %s', async (change) => {
    choose(app.simulation.store, { ...change, showCoil: false, showMarks: false });
    await settled(app);
    // Two fields one after the other: the second finds brain and scalp kept.
    drawn(0);
    choose(app.simulation.store, { handleAngle: 1.2 });
    await settled(app);
    const [kept, anew] = [drawn(0), drawn(4)];
    const width = 440;
    let compared = 0;
    let colored = 0;
    const differences: number[] = [];
    for (let n = 4 * (width + 1); n < kept.length - 4 * (width + 1); n += 4) {
      const smooth = [-4, 4, -4 * width, 4 * width].every((step) =>
        [0, 1, 2, 3].every((c) => Math.abs(anew[n + c] - anew[n + step + c]) <= 3),
      );
      if (!smooth || anew[n + 3] < 255) continue;
      compared++;
      if (Math.max(anew[n], anew[n + 1], anew[n + 2]) - Math.min(anew[n], anew[n + 1], anew[n + 2]) > 60) colored++;
      differences.push(Math.max(...[0, 1, 2].map((c) => Math.abs(kept[n + c] - anew[n + c]))));
    }
    expect(compared).toBeGreaterThan(400);
    expect(colored).toBeGreaterThan(60);
    expect(differences.filter((difference) => difference > 1).length / compared).toBeLessThan(0.002);
  });
});
