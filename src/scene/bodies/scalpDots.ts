import { CanvasTexture, Color, Group, InstancedMesh, LinearSRGBColorSpace, Matrix4, Mesh, type RawShaderMaterial } from 'three';
import { letterOn } from '../../core/themeStyles';
import type { ScalpDot } from '../../state/viewStore';
import type { FrameUniforms } from '../painting/frameUniforms';
import { createMarkMaterial, MARK_SQUARE } from '../painting/markMaterial';
import { ORDER } from '../painting/screenPasses';

/** Dots laid on the scalp: small ones in many colors, and larger ones that carry a digit. Those behind the brain are dashed and faint. */
export interface ScalpDots {
  readonly group: Group;
  show(dots: readonly ScalpDot[]): void;
}

const TEXTURE_SIZE = 96;

const _matrix = new Matrix4();
const _color = new Color();

export function createScalpDots(frame: FrameUniforms): ScalpDots {
  const group = new Group();
  const material = createMarkMaterial(frame, 'disc', [1, 1], true);
  let plain: InstancedMesh | null = null;
  let marked: Mesh<typeof MARK_SQUARE, RawShaderMaterial>[] = [];

  const clear = (): void => {
    group.clear();
    plain?.dispose();
    plain = null;
    for (const { material: own } of marked) {
      own.uniforms.map.value?.dispose();
      own.dispose();
    }
    marked = [];
  };

  return {
    group,
    show(dots) {
      clear();
      const small = dots.filter((dot) => dot.mark === undefined);
      if (small.length > 0) {
        plain = new InstancedMesh(MARK_SQUARE, material, small.length);
        plain.renderOrder = ORDER.marks - 0.5;
        small.forEach((dot, n) => {
          plain?.setMatrixAt(n, _matrix.makeScale(dot.radius, dot.radius, dot.radius).setPosition(...dot.position));
          // The colors are the bytes of the legend, without conversion.
          plain?.setColorAt(n, _color.setHex(Number.parseInt(dot.color.slice(1), 16), LinearSRGBColorSpace));
        });
        plain.frustumCulled = false;
        group.add(plain);
      }
      marked = dots.filter((dot) => dot.mark !== undefined).map((dot) => markedDot(frame, dot));
      if (marked.length > 0) group.add(...marked);
    },
  };
}

function markedDot(frame: FrameUniforms, dot: ScalpDot): Mesh<typeof MARK_SQUARE, RawShaderMaterial> {
  const material = createMarkMaterial(frame, 'picture', [dot.radius * widthOf(dot), dot.radius]);
  material.uniforms.map.value = digitTexture(dot);
  const body = new Mesh(MARK_SQUARE, material);
  body.name = 'marked dot';
  body.frustumCulled = false;
  body.position.set(...dot.position);
  body.renderOrder = ORDER.marks + 1;
  return body;
}

/** Width over height: longer marks get a longer pill. */
const widthOf = ({ mark = '' }: Pick<ScalpDot, 'mark'>): number => 1 + 0.35 * Math.max(0, mark.length - 1);

/** A filled disc with its digit cut into it. */
function digitTexture({ color, mark = '' }: ScalpDot): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = TEXTURE_SIZE * widthOf({ mark });
  canvas.height = TEXTURE_SIZE;
  const context = canvas.getContext('2d');
  if (context) {
    const middle = TEXTURE_SIZE / 2;
    context.fillStyle = color;
    context.beginPath();
    context.roundRect(2, 2, canvas.width - 4, TEXTURE_SIZE - 4, middle - 2);
    context.fill();
    context.fillStyle = letterOn(color);
    context.font = `650 ${0.66 * TEXTURE_SIZE}px 'Inter Variable', sans-serif`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(mark, canvas.width / 2, middle + 4);
  }
  return new CanvasTexture(canvas);
}
