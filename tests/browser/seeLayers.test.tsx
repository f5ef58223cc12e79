import type { Group, InstancedBufferGeometry, Mesh, RawShaderMaterial } from 'three';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { at, type Vec3 } from '../../src/core/vec3';
import { chosenColorScale } from '../../src/field/color/chosenColorScale';
import { cortexVectorAt } from '../../src/field/grid/cortexField';
import { pulseOfChoices } from '../../src/field/pulse/pulseOfChoices';
import { insideSurface } from '../../src/head/insideSurface';
import { ARROW_SHARE, ARROW_SPACING } from '../../src/scene/layers/fieldArrows';
import { sparseCrowns } from '../../src/scene/layers/sparseCrowns';
import { choose, resetAll } from '../../src/state/store';
import { sendCamera } from '../../src/state/viewStore';
import { type OpenApp, openApp, pixelAt, settled, until } from './openApp';
import { eyeOf, pixelOf, pixelRay, readPicture } from './stagePixels';

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

/** |E| at a point of the head as the processor samples it [V/m]. */
function sizeAt(point: Vec3): number {
  const { field, grid } = app.simulation.snapshot();
  return Math.hypot(...cortexVectorAt(app.simulation.head.cortex, grid!, field!, point)) * choices().dIdt;
}

/** Where the ray through the middle of the pixel that shows a point meets the plane of the point. */
function onPlane(point: Vec3, axis: number): Vec3 {
  const eye = eyeOf(app.stage);
  const direction = pixelRay(app.stage, ...pixelOf(app.stage, point));
  const t = (point[axis] - eye[axis]) / direction[axis];
  return [eye[0] + t * direction[0], eye[1] + t * direction[1], eye[2] + t * direction[2]];
}

describe('A cut plane', () => {
  it.each([
    ['cutSagittal', 'cutX', 'left', 0],
    ['cutCoronal', 'cutY', 'anterior', 1],
    ['cutAxial', 'cutZ', 'superior', 2],
  ] as const)('%s shows inside the brain the color that the scale gives to the field there, within 3/255', async (shown, place, view, axis) => {
    const { cortex } = app.simulation.snapshot().target;
    const plane = cortex[axis] - Math.sign(cortex[axis]) * 0.004;
    choose(app.simulation.store, { [shown]: true, [place]: plane, fieldLimit: 60 });
    sendCamera(app.view, view);
    await settled(app);
    const scale = chosenColorScale(choices(), 'V/m');
    const others = [0, 1, 2].filter((other) => other !== axis);
    let compared = 0;
    const picture = readPicture(app.stage);
    for (let n = 0; n < 49; n++) {
      const point = [...cortex] as [number, number, number];
      point[axis] = plane;
      point[others[0]] -= Math.sign(cortex[others[0]]) * 0.004 * (n % 7);
      point[others[1]] -= Math.sign(cortex[others[1]]) * 0.004 * Math.floor(n / 7);
      // Well inside: no line of the anatomy within a millimeter and a half.
      const ring = others.flatMap((other) => [-0.0015, 0.0015].flatMap((step) => point.map((x, i) => (i === other ? x + step : x))));
      if (insideSurface(app.simulation.head.cortex, [...point, ...ring]).some((inside) => inside === 0)) continue;
      const value = sizeAt(onPlane(point, axis));
      if (scale.opacity(value) < 1) continue;
      const pixel = picture.pixel(...pixelOf(app.stage, point));
      scale.color(value).forEach((channel, c) => {
        expect(Math.abs(pixel[c] - channel), `${value} V/m at ${point}: ${pixel} beside ${scale.color(value)}`).toBeLessThanOrEqual(3);
      });
      compared++;
    }
    expect(compared).toBeGreaterThan(4);
  });

  it('takes away what lies on the camera’s side of it, whichever side that is', async () => {
    choose(app.simulation.store, { cutCoronal: true, cutY: 0 });
    for (const [view, side] of [
      ['anterior', 1],
      ['posterior', -1],
    ] as const) {
      sendCamera(app.view, view);
      await settled(app);
      // The middle of the brain is on the plane; seen from either end it is colored as brain, and not as the cortex in front of it.
      const before = pixelAt(app, [0.02, 0, 0.03]);
      choose(app.simulation.store, { cutCoronal: false });
      await settled(app);
      expect(pixelAt(app, [0.02, 0, 0.03])).not.toEqual(before);
      choose(app.simulation.store, { cutCoronal: true });
      await settled(app);
      expect(Math.sign(eyeOf(app.stage)[1])).toBe(side);
    }
  });

  it('draws nothing while nothing changes', async () => {
    choose(app.simulation.store, { cutCoronal: true, cutAxial: true, showElectrodes: true, showContours: true });
    await settled(app);
    // A busy machine may refine the still picture late.
    await new Promise((resolve) => setTimeout(resolve, 600));
    await settled(app);
    const frame = app.stage.framesDrawn();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(app.stage.framesDrawn()).toBe(frame);
  });
});

describe('The places of the 10-20 system', () => {
  it('are marked where the head model has them, on the near side only', async () => {
    sendCamera(app.view, 'left');
    await settled(app);
    const find = (id: string): Vec3 => app.simulation.head.landmarks.electrodes.find((electrode) => electrode.id === id)!.position;
    const pixels = (): number[][] => {
      const { pixel } = readPicture(app.stage);
      return ['F7', 'T7', 'T8', 'F8'].map((id) => Array.from(pixel(...pixelOf(app.stage, find(id)))));
    };
    const before = pixels();
    choose(app.simulation.store, { showElectrodes: true });
    await settled(app);
    const after = pixels();
    for (const near of [0, 1]) {
      expect(Math.min(...after[near].slice(0, 3))).toBeGreaterThan(200);
      expect(after[near]).not.toEqual(before[near]);
    }
    for (const far of [2, 3]) expect(after[far]).toEqual(before[far]);
  });
});

describe('The arrows of the field', () => {
  const arrows = () => {
    const found = app.stage.scene.getObjectByName('field arrows') as Mesh<InstancedBufferGeometry, RawShaderMaterial>;
    return { shown: found.visible, count: found.geometry.instanceCount, material: found.material };
  };

  it('are as many as there are spread crowns with at least 40 % of the peak, and stay when only the intensity changes', async () => {
    choose(app.simulation.store, { showArrows: true });
    await settled(app);
    const { field } = app.simulation.snapshot();
    const { cortex } = app.simulation.head;
    const limit = ARROW_SHARE * field!.summary.peak * choices().dIdt;
    const strong = Array.from(sparseCrowns(cortex, ARROW_SPACING)).filter((n) => sizeAt(at(cortex.positions, n)) >= limit);
    expect(strong.length).toBeGreaterThan(40);
    expect(arrows()).toMatchObject({ shown: true, count: strong.length });
    choose(app.simulation.store, { dIdt: choices().dIdt / 2 });
    await settled(app);
    expect(arrows().count).toBe(strong.length);
  });

  it('turn around with the phase of the pulse that is looked at', async () => {
    choose(app.simulation.store, { showArrows: true });
    await settled(app);
    expect(arrows().material.uniforms.rateShare.value).toBe(1);
    const frame = app.stage.framesDrawn();
    app.view.setState({ pulseTime: pulseOfChoices(choices()).period / 2 });
    await settled(app);
    expect(arrows().material.uniforms.rateShare.value).toBeLessThan(-0.5);
    await until(() => app.stage.framesDrawn() > frame, 'a frame with the arrows turned around');
    app.view.setState({ pulseTime: null });
    await settled(app);
    expect(arrows().material.uniforms.rateShare.value).toBe(1);
  });
});

describe('The field lines of the coil', () => {
  it('move with it and are traced again only for another coil', async () => {
    choose(app.simulation.store, { showFluxLines: true, showCoil: true });
    await settled(app);
    const body = app.stage.scene.getObjectByName('flux lines') as Group;
    const lines = () => (body.children[0] as Mesh).geometry;
    const first = lines();
    choose(app.simulation.store, { offsetForward: 0.02, handleAngle: 0 });
    await settled(app);
    expect(lines()).toBe(first);
    const { origin } = app.simulation.snapshot().pose;
    expect(body.matrix.elements.slice(12, 15)).toEqual([...origin]);
    choose(app.simulation.store, { coilId: 'magstim-90mm-circular' });
    await settled(app);
    expect(lines()).not.toBe(first);
  });
});
