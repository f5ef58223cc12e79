import {
  CanvasTexture,
  DoubleSide,
  Group,
  Mesh,
  MeshBasicMaterial,
  RingGeometry,
  SphereGeometry,
  Sprite,
  SpriteMaterial,
  Vector3,
} from 'three';
import { normalize, subtract, type Vec3 } from '../../core/vec3';
import { chosenMeasures } from '../../field/measures/readouts';
import type { SimulationSnapshot } from '../../field/simulation/sceneSnapshot';
import type { FieldComponent } from '../../state/choices';
import { HEAD_CENTER } from '../camera/CameraRig';
import type { Palette } from '../painting/palette';

/** Letters of the head's sides, where they stand [m] and how tall they are. */
const LETTERS: readonly (readonly [string, Vec3])[] = [
  ['L', [-0.115, -0.01, -0.055]],
  ['R', [0.115, -0.01, -0.055]],
  ['A', [0, 0.14, -0.055]],
  ['P', [0, -0.145, -0.055]],
];
const LETTER_HEIGHT = 0.014;
const RING_RADIUS = 0.0075;

/** One thin ring for the target, one dot for the strongest point, the letters of the sides. */
export interface Marks {
  readonly group: Group;
  place(snapshot: SimulationSnapshot, visible: boolean, component: FieldComponent): void;
  paint(palette: Palette): void;
}

export function createMarks(): Marks {
  const group = new Group();
  const markMaterial = new MeshBasicMaterial({ depthTest: false, transparent: true, side: DoubleSide });
  const ring = new Mesh(new RingGeometry(RING_RADIUS - 0.0004, RING_RADIUS + 0.0004, 64), markMaterial);
  const dot = new Mesh(new SphereGeometry(0.0017, 20, 12), markMaterial);
  ring.renderOrder = 20;
  dot.renderOrder = 20;
  const letters = LETTERS.map(([, position]) => {
    const sprite = new Sprite(new SpriteMaterial({ transparent: true, depthWrite: false }));
    sprite.position.set(...position);
    sprite.scale.setScalar(LETTER_HEIGHT);
    return sprite;
  });
  group.add(ring, dot, ...letters);
  return {
    group,
    place({ target, field }, visible, component) {
      ring.visible = visible;
      dot.visible = visible && field !== null;
      const outward = normalize(subtract(target.cortex, HEAD_CENTER));
      ring.position.set(...target.cortex);
      ring.quaternion.setFromUnitVectors(new Vector3(0, 0, 1), new Vector3(...outward));
      if (field) dot.position.set(...chosenMeasures(field.summary, component).maximumPoint);
    },
    paint(palette) {
      markMaterial.color.setRGB(...palette.mark);
      letters.forEach((sprite, index) => {
        sprite.material.map?.dispose();
        sprite.material.map = letterTexture(LETTERS[index][0], palette.letter);
        sprite.material.needsUpdate = true;
      });
    },
  };
}

function letterTexture(letter: string, color: string): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 64;
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = color;
    context.font = "600 52px 'Inter Variable', sans-serif";
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(letter, 32, 34);
  }
  return new CanvasTexture(canvas);
}
