import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RawShaderMaterial, WebGLRenderer } from 'three';
import { beforeAll, describe, expect, it, vi } from 'vitest';

const made = vi.hoisted(() => [] as RawShaderMaterial[]);

vi.mock('three', async (original) => {
  const three = await original<typeof import('three')>();
  return {
    ...three,
    RawShaderMaterial: class extends three.RawShaderMaterial {
      constructor(parameters?: ConstructorParameters<typeof three.RawShaderMaterial>[0]) {
        super(parameters);
        made.push(this);
      }
    },
  };
});

/** What three gives every raw shader by itself. */
const GIVEN_BY_THREE = ['modelMatrix', 'modelViewMatrix', 'projectionMatrix', 'viewMatrix', 'normalMatrix', 'cameraPosition'];

/** Files that make shader materials; a new one must be added to `makeAll`. */
const MAKERS = [
  'scene/bodies/electrodeMarks.ts',
  'scene/bodies/fluxLineBody.ts',
  'scene/layers/fieldArrows.ts',
  'scene/painting/coilMaterials.ts',
  'scene/painting/markMaterial.ts',
  'scene/painting/materials.ts',
  'scene/painting/screenPasses.ts',
  'scene/painting/stagePainter.ts',
];

async function makeAll(): Promise<void> {
  const { createStageModel } = await import('../../../src/scene/stageModel');
  const { createCutMaterial } = await import('../../../src/scene/painting/materials');
  const { createMarkMaterial } = await import('../../../src/scene/painting/markMaterial');
  const { createFluxLineBody } = await import('../../../src/scene/bodies/fluxLineBody');
  const { createElectrodeMarks } = await import('../../../src/scene/bodies/electrodeMarks');
  const { createFieldArrows } = await import('../../../src/scene/layers/fieldArrows');
  const { createStagePainter } = await import('../../../src/scene/painting/stagePainter');
  const model = createStageModel(4);
  const { uniforms: shared, frame } = model;
  createCutMaterial(shared, frame, 0, [0, 0], 1);
  createFluxLineBody(shared, frame);
  createMarkMaterial(frame, 'disc', [1, 1], true);
  createElectrodeMarks([]);
  const nothing = { positions: new Float32Array(), normals: new Float32Array(), triangles: new Uint32Array(), attributes: {} };
  createFieldArrows(nothing, shared, frame);
  createStagePainter({ getContext: () => ({ getExtension: () => null }) } as unknown as WebGLRenderer, model);
}

const uncommented = (source: string): string => source.replace(/\/\/[^\n]*/g, '').replace(/\/\*[^*]*\*\//g, '');

/** Names of the uniforms that a shader declares. */
function declaredUniforms(source: string): string[] {
  return uncommented(source)
    .split(';')
    .map((statement) => /\buniform\s+(?:(?:low|medium|high)p\s+)?\w+\s+([^{}]+)$/.exec(statement.trim())?.[1])
    .filter((names) => names !== undefined)
    .flatMap((names) => names.split(',').map((name) => name.replace(/\[.*\]/, '').trim()));
}

/** Missing from the material: declared, used and given by nobody. */
function missing({ vertexShader, fragmentShader, uniforms }: RawShaderMaterial): string[] {
  const declared = [vertexShader, fragmentShader].flatMap(declaredUniforms);
  return declared.filter((name) => !GIVEN_BY_THREE.includes(name) && !(name in uniforms));
}

describe('The shaders', () => {
  beforeAll(makeAll);

  it('are all in use by some material that this test makes', () => {
    const folder = join(import.meta.dirname, '../../../shaders');
    const sources = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
    expect(sources.length).toBeGreaterThan(10);
    const texts = made.flatMap(({ vertexShader, fragmentShader }) => [vertexShader, fragmentShader]);
    expect(sources.filter(([, source]) => !texts.some((text) => text.includes(source))).map(([name]) => name)).toEqual([]);
  });

  it('belong to materials made in the files that this test knows', () => {
    const root = join(import.meta.dirname, '../../../src');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
    expect(files.filter((name) => readFileSync(join(root, name), 'utf8').includes('new RawShaderMaterial(')).sort()).toEqual(MAKERS);
  });

  it('are given every uniform that they declare', () => {
    expect(made.length).toBeGreaterThanOrEqual(9);
    expect(
      made.flatMap(({ vertexShader, fragmentShader }) => [vertexShader, fragmentShader].flatMap(declaredUniforms)).length,
    ).toBeGreaterThan(60);
    expect(made.flatMap((material) => missing(material))).toEqual([]);
  });

  it('get a value from everyone who draws arrows: without thickness a head has no area', () => {
    const arrows = made.filter(({ vertexShader }) => declaredUniforms(vertexShader).includes('thickness'));
    expect(arrows.length).toBe(2);
    for (const { uniforms } of arrows) expect(uniforms.thickness.value).toBeGreaterThanOrEqual(1);
  });
});
