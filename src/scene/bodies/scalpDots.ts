import {
  type Camera,
  CanvasTexture,
  Color,
  Group,
  InstancedMesh,
  LinearSRGBColorSpace,
  Matrix4,
  MeshBasicMaterial,
  SphereGeometry,
  Sprite,
  SpriteMaterial,
} from 'three';
import { letterOn } from '../../core/themeStyles';
import { distance } from '../../core/vec3';
import type { ScalpDot } from '../../state/viewStore';
import { HEAD_CENTER } from '../camera/CameraRig';

/** Dots laid on the scalp: small ones in many colors, and larger ones that carry a digit and lie over everything. */
export interface ScalpDots {
  readonly group: Group;
  show(dots: readonly ScalpDot[]): void;
  /** Hides the marked dots on the far side of the head. */
  face(camera: Camera): void;
}

/** A marked dot is seen as long as the cosine between its direction and the camera's is above this. */
const RIM = -0.05;
const TEXTURE_SIZE = 96;

const _matrix = new Matrix4();
const _color = new Color();

export function createScalpDots(): ScalpDots {
  const group = new Group();
  const sphere = new SphereGeometry(1, 12, 8);
  const material = new MeshBasicMaterial();
  let plain: InstancedMesh | null = null;
  let marked: Sprite[] = [];

  const clear = (): void => {
    group.clear();
    plain?.dispose();
    plain = null;
    for (const { material: own } of marked) {
      own.map?.dispose();
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
        plain = new InstancedMesh(sphere, material, small.length);
        small.forEach((dot, n) => {
          plain?.setMatrixAt(n, _matrix.makeScale(dot.radius, dot.radius, dot.radius).setPosition(...dot.position));
          // The colors are the bytes of the legend, without conversion.
          plain?.setColorAt(n, _color.setHex(Number.parseInt(dot.color.slice(1), 16), LinearSRGBColorSpace));
        });
        plain.frustumCulled = false;
        group.add(plain);
      }
      marked = dots.filter((dot) => dot.mark !== undefined).map(markedDot);
      if (marked.length > 0) group.add(...marked);
    },
    face({ position }) {
      const [ex, ey, ez] = [position.x - HEAD_CENTER[0], position.y - HEAD_CENTER[1], position.z - HEAD_CENTER[2]];
      const away = Math.sqrt(ex * ex + ey * ey + ez * ez);
      for (const sprite of marked) {
        const { x, y, z } = sprite.position;
        const along = (x - HEAD_CENTER[0]) * ex + (y - HEAD_CENTER[1]) * ey + (z - HEAD_CENTER[2]) * ez;
        sprite.visible = along > RIM * away * sprite.userData.reach;
      }
    },
  };
}

function markedDot(dot: ScalpDot): Sprite {
  const sprite = new Sprite(new SpriteMaterial({ map: digitTexture(dot), depthTest: false, transparent: true }));
  sprite.position.set(...dot.position);
  sprite.scale.set(2 * dot.radius * widthOf(dot), 2 * dot.radius, 1);
  sprite.renderOrder = 21;
  sprite.userData.reach = distance(dot.position, HEAD_CENTER);
  return sprite;
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
