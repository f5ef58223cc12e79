import { Color, Mesh } from 'three';
import { LineMaterial } from 'three/examples/jsm/lines/LineMaterial.js';
import { LineSegments2 } from 'three/examples/jsm/lines/LineSegments2.js';
import { LineSegmentsGeometry } from 'three/examples/jsm/lines/LineSegmentsGeometry.js';
import { coilCasing } from '../../coil/coilCasing';
import type { CoilDescription } from '../../coil/coilDescription';
import type { SimulationSnapshot } from '../../field/simulation/sceneSnapshot';
import { RING_RADIUS } from '../hand/ringTurn';
import type { FrameUniforms } from '../painting/frameUniforms';
import { createMarkMaterial, MARK_SQUARE } from '../painting/markMaterial';
import type { Palette } from '../painting/palette';
import { poseMatrix } from '../painting/sceneUniforms';
import { ORDER } from '../painting/screenPasses';

const PIECES = 96;
/** The mark of the best angle [m]. */
const BEST_RADIUS = 0.0034;
const WIDTH = 2;
const HELD_WIDTH = 4;
/** Height above the casing's outer face [m]. */
const CLEARANCE = 0.002;

/** The ring around the coil by which it is turned. */
export interface RingHandle {
  readonly body: LineSegments2;
  /** z of the ring's plane in the coil frame [m]. */
  height(): number;
  place(snapshot: Pick<SimulationSnapshot, 'coil' | 'pose'>, hasCoil: boolean): void;
  paint(palette: Palette): void;
  /** Marks where the handle would be best, by its turn from where it is [radians]; null: nowhere. Returns whether that changed anything. */
  markBest(turn: number | null): boolean;
  /** Whether the ring is there, and whether a hand is on it. Returns whether that changed anything. */
  show(visible: boolean, held: boolean): boolean;
}

export function createRingHandle(frame: FrameUniforms): RingHandle {
  const material = new LineMaterial({ linewidth: WIDTH, transparent: true, depthWrite: false });
  const body = new LineSegments2(new LineSegmentsGeometry().setPositions(circle()), material);
  body.name = 'ring handle';
  body.matrixAutoUpdate = false;
  body.frustumCulled = false;
  body.visible = false;
  body.renderOrder = ORDER.ring;
  const best = new Mesh(MARK_SQUARE, createMarkMaterial(frame, 'disc', [BEST_RADIUS, BEST_RADIUS]));
  best.name = 'best handle angle';
  best.frustumCulled = false;
  best.renderOrder = ORDER.ring + 1;
  best.visible = false;
  body.add(best);
  let coilShown: CoilDescription | null = null;
  let height = 0;
  return {
    body,
    height: () => height,
    place({ coil, pose }, hasCoil) {
      if (!hasCoil) body.visible = false;
      if (coil !== coilShown) height = -coilCasing(coil).thickness - CLEARANCE;
      coilShown = coil;
      const matrix = poseMatrix(pose, body.matrix);
      for (let axis = 0; axis < 3; axis++) matrix.elements[12 + axis] += pose.z[axis] * height;
      body.matrixWorldNeedsUpdate = true;
    },
    paint({ mark }) {
      material.color = new Color().setRGB(...mark);
      best.material.uniforms.color.value.set(...mark);
    },
    markBest(turn) {
      const [before, x, y] = [best.visible, best.position.x, best.position.y];
      best.visible = turn !== null;
      // The handle points toward -y.
      if (turn !== null) best.position.set(RING_RADIUS * Math.sin(turn), -RING_RADIUS * Math.cos(turn), 0);
      return best.visible !== before || best.position.x !== x || best.position.y !== y;
    },
    show(visible, held) {
      const width = held ? HELD_WIDTH : WIDTH;
      if (body.visible === visible && material.linewidth === width) return false;
      body.visible = visible;
      material.linewidth = width;
      return true;
    },
  };
}

function circle(): Float32Array {
  const ends = new Float32Array(6 * PIECES);
  for (let n = 0; n < PIECES; n++) {
    for (const end of [0, 1]) {
      const angle = (2 * Math.PI * (n + end)) / PIECES;
      ends.set([RING_RADIUS * Math.cos(angle), RING_RADIUS * Math.sin(angle), 0], 6 * n + 3 * end);
    }
  }
  return ends;
}
