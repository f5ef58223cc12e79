import { PerspectiveCamera, type WebGLRenderTarget } from 'three';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { renderPicture } from '../../src/figure/renderPicture';
import { PALETTES } from '../../src/scene/painting/palette';
import type { StageHandle } from '../../src/scene/Stage';

const TILE = 2048;

interface Put {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly first: readonly number[];
}

/** What the fake canvas was told. */
const told = {
  puts: [] as Put[],
  rects: [] as number[][],
  scales: [] as number[][],
  moves: [] as number[][],
  stops: [] as [number, string][],
  depth: 0,
};

beforeAll(() => {
  const context = {
    canvas: null as unknown,
    fillStyle: '',
    save: () => told.depth++,
    restore: () => told.depth--,
    translate: (...by: number[]) => told.moves.push(by),
    scale: (...by: number[]) => told.scales.push(by),
    createRadialGradient: () => ({ addColorStop: (at: number, color: string) => told.stops.push([at, color]) }),
    fillRect: (...rect: number[]) => told.rects.push(rect),
    getImageData: (_x: number, _y: number, width: number, height: number) => ({
      data: new Uint8ClampedArray(4 * width * height),
      width,
      height,
    }),
    putImageData: ({ data, width, height }: ImageData, x: number, y: number) =>
      told.puts.push({ x, y, width, height, first: Array.from(data.slice(0, 4)) }),
  };
  vi.stubGlobal('document', {
    createElement: () => {
      const canvas = { width: 0, height: 0, getContext: () => context };
      context.canvas = canvas;
      return canvas;
    },
  });
});
afterAll(() => vi.unstubAllGlobals());

interface Drawn {
  readonly view: PerspectiveCamera['view'];
  readonly aspect: number;
  readonly size: readonly [number, number];
  readonly samples: number;
}

/** A stage whose frames are of one color, and what was asked of it. */
function fakeStage(offset: number) {
  const drawn: Drawn[] = [];
  const targets: unknown[] = [];
  let disposed = 0;
  const camera = new PerspectiveCamera(30, 1.6);
  if (offset) camera.setViewOffset(800, 500, 0, offset, 800, 500);
  const renderer = {
    setRenderTarget: (target: WebGLRenderTarget | null) => {
      targets.push(target);
      target?.addEventListener('dispose', () => disposed++);
    },
    readRenderTargetPixels: (_target: unknown, _x: number, _y: number, _w: number, _h: number, pixels: Uint8Array) => pixels.fill(255),
  };
  const drawInto = (target: WebGLRenderTarget, used: PerspectiveCamera): void => {
    renderer.setRenderTarget(target);
    drawn.push({ view: { ...used.view! }, aspect: used.aspect, size: [target.width, target.height], samples: target.samples });
  };
  const stage = { renderer, camera, drawInto } as unknown as StageHandle;
  return { stage, drawn, targets, disposed: () => disposed };
}

function reset(): void {
  for (const list of [told.puts, told.rects, told.scales, told.moves, told.stops]) list.length = 0;
}

describe('A picture larger than one render target', () => {
  it('is covered once by tiles that no machine refuses, each with its own part of the view', () => {
    reset();
    const { stage, drawn, disposed, targets } = fakeStage(0);
    const [width, height] = [2 * TILE + 4, TILE + 100];
    const canvas = renderPicture(stage, width, height, null);
    expect([canvas.width, canvas.height]).toEqual([width, height]);
    const places = [0, TILE, 2 * TILE].map((x) => [x, Math.min(TILE, width - x)]);
    const expected = [0, TILE].flatMap((y) => places.map(([x, w]) => ({ x, y, width: w, height: Math.min(TILE, height - y) })));
    expect(told.puts.map(({ x, y, width: w, height: h }) => ({ x, y, width: w, height: h }))).toEqual(expected);
    expect(drawn.map(({ view }) => [view!.offsetX, view!.offsetY, view!.width, view!.height])).toEqual(
      expected.map(({ x, y, width: w, height: h }) => [x, y, w, h]),
    );
    expect(
      drawn.every(
        ({ view, aspect, samples }) =>
          view!.fullWidth === width && view!.fullHeight === height && aspect === width / height && samples === 4,
      ),
    ).toBe(true);
    expect(drawn.map(({ size }) => size)).toEqual(expected.map(({ width: w, height: h }) => [w, h]));
    expect(told.puts.every(({ first }) => first.every((byte) => byte === 255))).toBe(true);
    expect(targets.at(-1)).toBeNull();
    expect(disposed()).toBeGreaterThan(0);
  });

  it('is lowered as the stage is, by the same share of its height, and leaves the camera of the stage alone', () => {
    reset();
    const { stage, drawn } = fakeStage(50);
    renderPicture(stage, 1600, 1000, null);
    expect(drawn.map(({ view }) => view!.offsetY)).toEqual([100]);
    expect(stage.camera.aspect).toBe(1.6);
    expect(stage.camera.view!.offsetY).toBe(50);
  });

  it('has the background of its theme, over the whole picture, or nothing', () => {
    reset();
    renderPicture(fakeStage(0).stage, 400, 200, null);
    expect(told.rects).toEqual([]);
    renderPicture(fakeStage(0).stage, 400, 200, 'projector');
    expect(told.stops).toEqual([
      [0, PALETTES.projector.background[0]],
      [1, PALETTES.projector.background[1]],
    ]);
    expect(told.depth).toBe(0);
    const [[left, top, wide, high]] = told.rects;
    const [[x, y], [sx, sy]] = [told.moves[0], told.scales[0]];
    expect(x + sx * left).toBeLessThanOrEqual(0);
    expect(y + sy * top).toBeLessThanOrEqual(0);
    expect(x + sx * (left + wide)).toBeGreaterThanOrEqual(400);
    expect(y + sy * (top + high)).toBeGreaterThanOrEqual(200);
  });
});
