import { CanvasTexture, Group, Mesh, RingGeometry, Vector3 } from 'three';
import { add, normalize, scale, subtract, type Vec3 } from '../../core/vec3';
import { chosenMeasures } from '../../field/measures/readouts';
import type { SimulationSnapshot } from '../../field/simulation/sceneSnapshot';
import type { FieldComponent } from '../../state/choices';
import { HEAD_CENTER } from '../camera/CameraRig';
import type { FrameUniforms } from '../painting/frameUniforms';
import { createMarkMaterial, MARK_SQUARE } from '../painting/markMaterial';
import type { Palette } from '../painting/palette';
import { ORDER } from '../painting/screenPasses';

/** Letters of the head's sides, where they stand [m] and how tall they are. */
export const LETTERS: readonly (readonly [string, Vec3])[] = [
  ['L', [-0.115, -0.01, -0.055]],
  ['R', [0.115, -0.01, -0.055]],
  ['A', [0, 0.14, -0.055]],
  ['P', [0, -0.145, -0.055]],
];
export const LETTER_HEIGHT = 0.014;
const RING_RADIUS = 0.0075;
const DOT_RADIUS = 0.0018;
/** The ring stands this far off the cortex, so that the gyrus it marks does not cover half of it [m]. */
const RING_LIFT = 0.002;

/** One thin ring for the target, one dot for the strongest point, the letters of the sides. */
export interface Marks {
  readonly group: Group;
  place(snapshot: SimulationSnapshot, visible: boolean, component: FieldComponent): void;
  /** Whether the letters are drawn. */
  letter(shown: boolean): void;
  paint(palette: Palette): void;
}

export function createMarks(frame: FrameUniforms): Marks {
  const group = new Group();
  const ring = new Mesh(
    new RingGeometry(RING_RADIUS - 0.0004, RING_RADIUS + 0.0004, 96),
    createMarkMaterial(frame, 'ring', [RING_RADIUS, RING_RADIUS]),
  );
  const dot = new Mesh(MARK_SQUARE, createMarkMaterial(frame, 'disc', [DOT_RADIUS, DOT_RADIUS]));
  ring.name = 'target ring';
  dot.name = 'strongest point';
  const letters = LETTERS.map(([letter, position]) => {
    const mesh = new Mesh(MARK_SQUARE, createMarkMaterial(frame, 'picture', [LETTER_HEIGHT / 2, LETTER_HEIGHT / 2]));
    mesh.name = `letter ${letter}`;
    mesh.position.set(...position);
    return mesh;
  });
  for (const mark of [ring, dot, ...letters]) {
    mark.frustumCulled = false;
    mark.renderOrder = ORDER.marks;
  }
  group.add(ring, dot, ...letters);
  return {
    group,
    place({ target, field }, visible, component) {
      ring.visible = visible;
      dot.visible = visible && field !== null;
      const outward = normalize(subtract(target.cortex, HEAD_CENTER));
      ring.position.set(...add(target.cortex, scale(outward, RING_LIFT)));
      ring.quaternion.setFromUnitVectors(new Vector3(0, 0, 1), new Vector3(...outward));
      if (field) dot.position.set(...chosenMeasures(field.summary, component).maximumPoint);
    },
    letter(shown) {
      for (const letter of letters) letter.visible = shown;
    },
    paint(palette) {
      for (const { material } of [ring, dot]) material.uniforms.color.value.set(...palette.mark);
      letters.forEach(({ material: { uniforms } }, index) => {
        uniforms.map.value?.dispose();
        uniforms.map.value = letterTexture(LETTERS[index][0], palette.letter);
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
