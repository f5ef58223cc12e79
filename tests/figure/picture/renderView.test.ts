import { PerspectiveCamera, type WebGLRenderTarget } from 'three';
import { describe, expect, it } from 'vitest';
import { paintBackground } from '../../../src/figure/picture/background';
import { fadeToEdges, renderTiles } from '../../../src/figure/picture/renderView';
import { PALETTES } from '../../../src/scene/painting/palette';
import type { StageHandle } from '../../../src/scene/Stage';

const TILE = 1024;

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

const context = {
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
} as unknown as CanvasRenderingContext2D;

interface Drawn {
  readonly view: PerspectiveCamera['view'];
  readonly aspect: number;
  readonly size: readonly [number, number];
  readonly samples: number;
}

/** A stage whose frames are of one color, and what was asked of it. */
function fakeStage(offset: number, lost = false) {
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
    getContext: () => ({ isContextLost: () => lost }),
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

/** Draws the stage of a fake into a part of the canvas. */
const render = ({ stage }: ReturnType<typeof fakeStage>, width: number, height: number): Generator<void> =>
  renderTiles(stage, stage.drawInto, stage.camera, context, { x: 10, y: 20, width, height });

describe('A view larger than one render target', () => {
  it('is covered once by tiles that no machine refuses, each with its own part of the view', () => {
    reset();
    const fake = fakeStage(0);
    const { drawn, disposed, targets } = fake;
    const [width, height] = [2 * TILE + 4, TILE + 100];
    const tiles = [...render(fake, width, height)].length;
    const places = [0, TILE, 2 * TILE].map((x) => [x, Math.min(TILE, width - x)]);
    const expected = [0, TILE].flatMap((y) => places.map(([x, w]) => ({ x, y, width: w, height: Math.min(TILE, height - y) })));
    expect(told.puts.map(({ x, y, width: w, height: h }) => ({ x: x - 10, y: y - 20, width: w, height: h }))).toEqual(expected);
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
    expect(tiles).toBe(6);
    expect(targets.at(-1)).toBeNull();
    expect(disposed()).toBeGreaterThan(0);
  });

  it('keeps the offset of its camera, as a share of its height, and leaves the camera alone', () => {
    reset();
    const fake = fakeStage(50);
    expect([...render(fake, 1000, 600)]).toHaveLength(1);
    expect(fake.drawn.map(({ view }) => view!.offsetY)).toEqual([60]);
    expect(fake.stage.camera.aspect).toBe(1.6);
    expect(fake.stage.camera.view!.offsetY).toBe(50);
  });

  it('can be ended after any tile, and ends where the graphics system is taken away', () => {
    reset();
    const fake = fakeStage(0);
    const tiles = render(fake, 3 * TILE, TILE);
    tiles.next();
    tiles.return(undefined);
    expect(fake.drawn).toHaveLength(1);
    expect(fake.targets.at(-1)).toBeNull();
    expect(fake.disposed()).toBeGreaterThan(0);
    expect(() => render(fakeStage(0, true), 3 * TILE, TILE).next()).toThrow(/^The graphics system took the 3-D view away/);
  });

  it('fades to the edges of the whole view, not to those of its tiles', () => {
    const pixels = new Uint8Array(4 * 20 * 10).fill(200);
    // The upper left tile of two by two, rows from the bottom up.
    fadeToEdges(pixels, { x: 0, y: 0, width: 20, height: 10 }, { width: 40, height: 20 }, 4);
    const at = (x: number, y: number): number => pixels[4 * ((9 - y) * 20 + x)];
    expect([at(0, 5), at(3, 5), at(4, 5), at(19, 5)]).toEqual([25, 175, 200, 200]);
    expect([at(10, 0), at(10, 3), at(10, 4), at(10, 9)]).toEqual([25, 175, 200, 200]);
  });
});

describe('The background of a figure', () => {
  it('is that of its theme, over the whole of it', () => {
    reset();
    paintBackground(context, 400, 200, 'projector');
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
