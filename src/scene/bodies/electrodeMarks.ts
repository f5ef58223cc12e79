import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  GLSL3,
  Mesh,
  type PerspectiveCamera,
  RawShaderMaterial,
  Vector2,
  Vector3,
  Vector4,
  type WebGLRenderer,
} from 'three';
import labelFragment from '../../../shaders/label.frag?raw';
import labelVertex from '../../../shaders/label.vert?raw';
import { THEME_STYLES } from '../../core/themeStyles';
import type { ScalpPoint } from '../../head/landmarks';
import type { Theme } from '../../state/choices';
import type { Palette } from '../painting/palette';
import { pixelScaleOf } from '../painting/pixelScale';

/** A cell of the atlas in texels; the dot stands at `dot` from its left edge, halfway up. */
const CELL = { width: 128, height: 56, dot: 14, dotRadius: 6, font: 38 };
const COLUMNS = 4;

/** Dots with names at the places of the 10-20 system. */
export interface ElectrodeMarks {
  readonly mesh: Mesh<BufferGeometry, RawShaderMaterial>;
  paint(palette: Palette, theme: Theme): void;
}

export function createElectrodeMarks(electrodes: readonly ScalpPoint[]): ElectrodeMarks {
  const rows = Math.ceil(electrodes.length / COLUMNS);
  let texelSize = THEME_STYLES.stage.sizes[0] / CELL.font;
  const uniforms = {
    atlas: { value: null as CanvasTexture | null },
    ink: { value: new Vector3() },
    halo: { value: new Vector3() },
    pixelSize: { value: new Vector2() },
  };
  const material = new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: labelVertex,
    fragmentShader: labelFragment,
    uniforms,
    transparent: true,
    depthTest: false,
  });
  const mesh = new Mesh(labelGeometry(electrodes, rows), material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 9;
  mesh.visible = false;
  mesh.onBeforeRender = (renderer, _scene, camera) => {
    const { x, y } = drawnSize(renderer);
    // Clip space is two units wide; a corner is given in texels.
    const drawn = 2 * texelSize * pixelScaleOf(renderer, camera as PerspectiveCamera);
    uniforms.pixelSize.value.set(drawn / x, drawn / y);
  };
  return {
    mesh,
    paint(palette, theme) {
      texelSize = THEME_STYLES[theme].sizes[0] / CELL.font;
      // Made with the first paint: the letters' font is there by then.
      uniforms.atlas.value ??= labelAtlas(electrodes, rows);
      uniforms.ink.value.set(...palette.label);
      uniforms.halo.value.set(...palette.labelHalo);
    },
  };
}

const _viewport = new Vector4();

/** Width and height in drawn pixels of what the renderer draws into now. */
function drawnSize(renderer: WebGLRenderer): { x: number; y: number } {
  const { z, w } = renderer.getCurrentViewport(_viewport);
  return { x: z, y: w };
}

function labelGeometry(electrodes: readonly ScalpPoint[], rows: number): BufferGeometry {
  const corners: number[] = [];
  const cells: number[] = [];
  const index: number[] = [];
  const positions = electrodes.flatMap(({ position }) => [position, position, position, position].flat());
  const normals = electrodes.flatMap(({ normal }) => [normal, normal, normal, normal].flat());
  electrodes.forEach((_, n) => {
    const [column, row] = [n % COLUMNS, Math.floor(n / COLUMNS)];
    for (const [u, v] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]) {
      corners.push(u * CELL.width - CELL.dot, (v - 0.5) * CELL.height);
      // The canvas is turned over on its way to the graphics system: its first row is the last one.
      cells.push((column + u) / COLUMNS, 1 - (row + 1 - v) / rows);
    }
    const first = 4 * n;
    index.push(first, first + 1, first + 2, first + 2, first + 1, first + 3);
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  geometry.setAttribute('normal', new BufferAttribute(Float32Array.from(normals), 3));
  geometry.setAttribute('corner', new BufferAttribute(Float32Array.from(corners), 2));
  geometry.setAttribute('cell', new BufferAttribute(Float32Array.from(cells), 2));
  geometry.setIndex(index);
  return geometry;
}

function labelAtlas(electrodes: readonly ScalpPoint[], rows: number): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = COLUMNS * CELL.width;
  canvas.height = rows * CELL.height;
  const context = canvas.getContext('2d');
  if (context) {
    context.font = `600 ${CELL.font}px 'Inter Variable', sans-serif`;
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 7;
    context.strokeStyle = '#000';
    context.fillStyle = '#f00';
    electrodes.forEach(({ id }, n) => {
      const left = (n % COLUMNS) * CELL.width;
      const middle = (Math.floor(n / COLUMNS) + 0.5) * CELL.height;
      context.beginPath();
      context.arc(left + CELL.dot, middle, CELL.dotRadius, 0, 2 * Math.PI);
      context.stroke();
      context.fill();
      context.strokeText(id, left + 2 * CELL.dot, middle + 2);
      context.fillText(id, left + 2 * CELL.dot, middle + 2);
    });
  }
  const texture = new CanvasTexture(canvas);
  texture.generateMipmaps = true;
  return texture;
}
