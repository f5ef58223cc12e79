import {
  Color,
  ConeGeometry,
  GLSL3,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  RawShaderMaterial,
  Vector3,
} from 'three';
import { LineMaterial } from 'three/examples/jsm/lines/LineMaterial.js';
import { LineSegments2 } from 'three/examples/jsm/lines/LineSegments2.js';
import { LineSegmentsGeometry } from 'three/examples/jsm/lines/LineSegmentsGeometry.js';
import fragmentSource from '../../../shaders/arrow.frag?raw';
import vertexSource from '../../../shaders/arrow.vert?raw';
import cutSource from '../../../shaders/cut.glsl?raw';
import type { CoilDescription } from '../../coil/coilDescription';
import type { SimulationSnapshot } from '../../field/simulation/sceneSnapshot';
import type { FrameUniforms } from '../painting/frameUniforms';
import { QUIET_SOURCE } from '../painting/markMaterial';
import type { Palette } from '../painting/palette';
import { poseMatrix, type SceneUniforms } from '../painting/sceneUniforms';
import { ORDER } from '../painting/screenPasses';
import { coilFluxLines } from './coilFluxLines';
import type { FieldLine } from './traceFieldLines';

const LINE_WIDTH = 1.4;
const OPACITY = 0.85;
/** How much of a line stays visible when no current flows. */
const FAINTEST = 0.15;
/** Length of the heads that show the direction, and where along a line they stand. */
const HEAD_LENGTH = 0.008;
const HEAD_PLACES = [0.25, 0.75];

/** Lines of the coil's magnetic field in air, moved with the coil. */
export interface FluxLineBody {
  readonly group: Group;
  follow(snapshot: Pick<SimulationSnapshot, 'coil' | 'pose'>): void;
  paint(palette: Palette): void;
  /** Current over its peak, with sign; 1 while the pulse is not played. */
  dim(currentShare: number): void;
}

export function createFluxLineBody(shared: SceneUniforms, frame: FrameUniforms): FluxLineBody {
  const group = new Group();
  group.matrixAutoUpdate = false;
  group.visible = false;
  group.name = 'flux lines';
  const lineMaterial = new LineMaterial({ linewidth: LINE_WIDTH, transparent: true, opacity: OPACITY, depthWrite: false });
  keepFromWords(lineMaterial, frame);
  const headMaterial = new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: ['precision highp float;', cutSource, vertexSource].join('\n'),
    fragmentShader: ['precision highp float;', QUIET_SOURCE, fragmentSource].join('\n'),
    uniforms: {
      cutPosition: { value: new Vector3() },
      cutSide: { value: new Vector3() },
      rateShare: shared.currentShare,
      thickness: { value: 1 },
      baseColor: { value: new Vector3() },
      quiet: frame.quiet,
      quietScale: frame.quietScale,
    },
    // Not for blending: among the translucent bodies it is drawn after the field's layer.
    transparent: true,
  });
  const lines = new LineSegments2(new LineSegmentsGeometry(), lineMaterial);
  const heads = new Mesh(new InstancedBufferGeometry(), headMaterial);
  for (const body of [lines, heads]) {
    body.frustumCulled = false;
    body.renderOrder = ORDER.lines;
    group.add(body);
  }
  let drawn: CoilDescription | null = null;
  return {
    group,
    follow({ coil, pose }) {
      poseMatrix(pose, group.matrix);
      group.matrixWorldNeedsUpdate = true;
      if (coil === drawn) return;
      drawn = coil;
      const traced = coilFluxLines(coil);
      lines.geometry.dispose();
      lines.geometry = new LineSegmentsGeometry();
      lines.geometry.setPositions(segmentsOf(traced));
      heads.geometry.dispose();
      heads.geometry = headGeometry(traced);
    },
    paint({ fluxLine }) {
      lineMaterial.color = new Color().setRGB(...fluxLine);
      headMaterial.uniforms.baseColor.value.set(...fluxLine);
    },
    dim(currentShare) {
      lineMaterial.opacity = OPACITY * (FAINTEST + (1 - FAINTEST) * Math.abs(currentShare));
    },
  };
}

/** What the lines' shader writes last, and what it writes under the words of the page: nothing. */
const WRITTEN = 'diffuseColor.rgb, alpha';
const WRITTEN_BESIDE_WORDS = `${WRITTEN} * (1.0 - quietHere())`;

function keepFromWords(material: LineMaterial, { quiet, quietScale }: FrameUniforms): void {
  if (!material.fragmentShader.includes(WRITTEN)) throw new Error('The shader of lines is not the one that is known here.');
  material.fragmentShader = [QUIET_SOURCE, material.fragmentShader.replace(WRITTEN, WRITTEN_BESIDE_WORDS)].join('\n');
  Object.assign(material.uniforms, { quiet, quietScale });
}

/** Both ends of every piece of every line, stride 6. */
function segmentsOf(lines: readonly FieldLine[]): Float32Array {
  const ends: number[] = [];
  for (const { points, closed } of lines) {
    const count = points.length / 3;
    for (let n = 0; n + 1 < count + (closed ? 1 : 0); n++) {
      const m = (n + 1) % count;
      ends.push(points[3 * n], points[3 * n + 1], points[3 * n + 2], points[3 * m], points[3 * m + 1], points[3 * m + 2]);
    }
  }
  return Float32Array.from(ends);
}

function headGeometry(lines: readonly FieldLine[]): InstancedBufferGeometry {
  const cone = new ConeGeometry(0.24, 1, 12).rotateX(Math.PI / 2).translate(0, 0, 0.5);
  const anchors: number[] = [];
  const vectors: number[] = [];
  for (const { points } of lines) {
    const count = points.length / 3;
    for (const place of HEAD_PLACES) {
      const n = Math.min(Math.floor(place * count), count - 2);
      const step = [0, 1, 2].map((axis) => points[3 * n + 3 + axis] - points[3 * n + axis]);
      anchors.push(points[3 * n], points[3 * n + 1], points[3 * n + 2]);
      vectors.push(...step.map((x) => (x * HEAD_LENGTH) / Math.hypot(...step)));
    }
  }
  const geometry = new InstancedBufferGeometry();
  geometry.setIndex(cone.index);
  geometry.setAttribute('position', cone.attributes.position);
  geometry.setAttribute('normal', cone.attributes.normal);
  geometry.setAttribute('anchor', new InstancedBufferAttribute(Float32Array.from(anchors), 3));
  geometry.setAttribute('vector', new InstancedBufferAttribute(Float32Array.from(vectors), 3));
  geometry.instanceCount = anchors.length / 3;
  return geometry;
}
