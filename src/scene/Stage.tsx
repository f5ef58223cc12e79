import { Canvas, useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import type { Camera, PerspectiveCamera, Scene, WebGLRenderer, WebGLRenderTarget } from 'three';
import { type Coloring, coloringOf } from '../field/color/coloring';
import { isAnswered } from '../field/simulation/isCurrent';
import { pictureChoices } from '../field/simulation/pictureChoices';
import type { SimulationSnapshot } from '../field/simulation/sceneSnapshot';
import type { SceneSource } from '../field/simulation/sceneSource';
import type { Choices } from '../state/choices';
import { shownMoment, type ViewState, type ViewStore } from '../state/viewStore';
import { type CoilBody, createCoilBody } from './bodies/coilBody';
import { coilPlaneCrossing } from './bodies/coilCoverage';
import { createHeadBody } from './bodies/headBody';
import { createMarks } from './bodies/marks';
import { createProbeMark } from './bodies/probeMark';
import { createRingHandle } from './bodies/ringHandle';
import { CameraRig, FIELD_OF_VIEW, HEAD_CENTER } from './camera/CameraRig';
import { FollowCamera, type FollowCameraProps } from './camera/FollowCamera';
import { usePointer } from './hand/pointer';
import { useCutHandles } from './hand/useCutHandles';
import { useHandTools } from './hand/useHandTools';
import { useRingHandle } from './hand/useRingHandle';
import { createLayers } from './layers/layers';
import { ScalpDotsLayer } from './layers/ScalpDotsLayer';
import { backgroundOf, PALETTES } from './painting/palette';
import { type Painting, usePainting } from './painting/usePainting';
import { applyColoring, applyLook, applySnapshot, createStageModel, type StageModel } from './stageModel';

/** What stands on the stage: a scene, how it is colored, and what of it is seen. */
export interface Staging {
  readonly snapshot: SimulationSnapshot;
  /** Those of the picture (`pictureChoices`). */
  readonly choices: Choices;
  readonly coloring: Coloring;
  /** The moment of the pulse that is looked at [s], or null. */
  readonly moment: number | null;
  /** Whether a lesson keeps the field back: the strongest point is not marked then. */
  readonly bare?: boolean;
}

/** What figures and the browser tests need of a mounted stage. */
export interface StageHandle extends Painting {
  readonly renderer: WebGLRenderer;
  readonly scene: Scene;
  readonly camera: PerspectiveCamera;
  /** Draws another staging through a camera into a target, without letters and names of places, which figures write themselves; the stage stays as it was. */
  drawStaging(target: WebGLRenderTarget, camera: PerspectiveCamera, staging: Staging): void;
}

/** Lends the stage to another staging while `draw` runs. */
type Lend = (staging: Staging, camera: PerspectiveCamera, draw: () => void) => void;

export interface StageProps {
  readonly simulation: SceneSource;
  readonly view: ViewStore;
  readonly onReady: (handle: StageHandle) => void;
  readonly onContextLost: () => void;
  /** Whose camera this one keeps together with, where there is more than one stage. */
  readonly linked?: FollowCameraProps;
}

/** The 3-D view. Everything in it is drawn on demand: React mounts it once, the stores move it. */
export function Stage({ simulation, view, onReady, onContextLost, linked }: StageProps) {
  return (
    <Canvas
      frameloop="demand"
      flat
      linear
      dpr={[1, 2]}
      camera={{ fov: FIELD_OF_VIEW, near: 0.05, far: 4, position: [-0.6, 0.45, 0.25], up: [0, 0, 1] }}
      gl={{ antialias: false, alpha: true, depth: false, powerPreference: 'high-performance' }}
    >
      <CameraRig simulation={simulation} view={view} />
      <Contents simulation={simulation} view={view} onReady={onReady} onContextLost={onContextLost} />
      {linked && <FollowCamera {...linked} />}
    </Canvas>
  );
}

/** What is drawn, by materials that bodies and painter share. */
function Contents({ simulation, view, ...lifeline }: Omit<StageProps, 'linked'>) {
  const model = useMemo(() => createStageModel(simulation.head.cortex.positions.length / 3), [simulation]);
  const lend = useRef<Lend | null>(null);
  return (
    <>
      <Bodies simulation={simulation} view={view} model={model} lend={lend} />
      <ScalpDotsLayer view={view} frame={model.frame} />
      <Lifeline model={model} lend={lend} {...lifeline} />
    </>
  );
}

/** How long a moved coil waits for its field before it is drawn without it, in milliseconds. */
const PATIENCE = 50;

/** Head, coil and marks: built once, then moved and painted by the stores. */
function Bodies({
  simulation,
  view,
  model,
  lend,
}: Pick<StageProps, 'simulation' | 'view'> & { model: StageModel; lend: { current: Lend | null } }) {
  const invalidate = useThree((state) => state.invalidate);
  const canvas = useThree((state) => state.gl.domElement);
  const head = useMemo(() => createHeadBody(simulation.head, model), [simulation, model]);
  const coil = useMemo(() => createCoilBody(model), [model]);
  const marks = useMemo(() => createMarks(model.frame), [model]);
  const layers = useMemo(() => createLayers(simulation.head, model), [simulation, model]);
  const probeMark = useMemo(() => createProbeMark(model.frame), [model]);
  const ring = useMemo(() => createRingHandle(model.frame), [model]);
  const tools = useHandTools(simulation, view);
  const cutHandles = useCutHandles(simulation, model, tools);
  useRingHandle(simulation, coil, ring, tools);
  usePointer(simulation, coil, tools);

  useEffect(() => {
    let painted: string | null = null;
    let lastField: object | null = null;
    let patience: number | undefined;
    let drawn = simulation.snapshot();
    const present = (): Staging => {
      const snapshot = simulation.snapshot();
      const choices = pictureChoices(simulation.store.getState(), view.getState(), snapshot.field);
      const coloring = coloringOf(snapshot, choices, simulation.comparison.getState());
      const bare = view.getState().lessonHold?.hides === 'field';
      return { snapshot, choices, coloring, moment: bare ? null : shownMoment(view.getState()), bare };
    };
    const stage = ({ snapshot, choices, coloring, moment, bare }: Staging): void => {
      lastField = applySnapshot(model, snapshot, lastField);
      applyColoring(model, coloring, snapshot, choices);
      applyLook(model, choices);
      if (painted !== choices.theme) {
        marks.paint(PALETTES[choices.theme]);
        ring.paint(PALETTES[choices.theme]);
        probeMark.paint(PALETTES[choices.theme].probe);
        painted = choices.theme;
      }
      head.scalp.visible = choices.showScalp && choices.scalpOpacity > 0;
      coil.group.visible = choices.showCoil;
      coil.place(snapshot);
      ring.place(snapshot, choices.showCoil);
      marks.place(bare ? { ...snapshot, field: null } : snapshot, choices.showMarks, coloring.component);
      layers.update(snapshot, choices, coloring, moment);
    };
    const update = (): void => {
      const { snapshot, choices, ...how } = present();
      drawn = snapshot;
      stage({ snapshot, choices, ...how });
      canvas.style.background = backgroundOf(choices.theme);
      // A coil on its way waits a moment for its field, so that both are drawn in one frame.
      window.clearTimeout(patience);
      if (snapshot.field === null || isAnswered(snapshot)) invalidate();
      else patience = window.setTimeout(invalidate, PATIENCE);
    };
    lend.current = (staging, camera, draw) => {
      // What hands take hold of is in no figure.
      const shown = [ring.body.visible, cutHandles.group.visible];
      try {
        stage(staging);
        marks.letter(false);
        layers.name(false);
        ring.body.visible = false;
        cutHandles.group.visible = false;
        coil.fade(coverage(staging.snapshot, coil, camera), model.uniforms.cutSide.value.lengthSq() > 0);
        layers.face(camera);
        draw();
      } finally {
        marks.letter(true);
        layers.name(true);
        [ring.body.visible, cutHandles.group.visible] = shown;
        stage(present());
      }
    };
    update();
    const showProbe = ({ probe, probePinned }: ViewState): void => {
      probeMark.place(probePinned ? probe : null);
      invalidate();
    };
    showProbe(view.getState());
    const probeMoved = view.subscribe((now, before) => {
      if (now.probePinned !== before.probePinned || (now.probePinned && now.probe !== before.probe)) showProbe(now);
    });
    const pulseMoved = view.subscribe((now, before) => {
      if (
        now.pulseTime !== before.pulseTime ||
        now.level !== before.level ||
        now.currentDirection !== before.currentDirection ||
        now.lessonHold !== before.lessonHold
      )
        update();
    });
    const stops = [
      pulseMoved,
      simulation.subscribe(() => {
        if (!looksAs(simulation.snapshot(), drawn)) update();
      }),
      simulation.store.subscribe(update),
      simulation.comparison.subscribe(update),
      probeMoved,
    ];
    return () => {
      lend.current = null;
      window.clearTimeout(patience);
      for (const stop of stops) stop();
    };
  }, [simulation, view, model, lend, head, coil, marks, layers, ring, cutHandles, probeMark, invalidate, canvas]);

  useFrame(({ camera }) => {
    coil.fade(coverage(simulation.snapshot(), coil, camera), model.uniforms.cutSide.value.lengthSq() > 0);
    layers.face(camera);
  });

  return (
    <>
      <primitive object={model.screen.group} />
      <primitive object={head.group} />
      <primitive object={coil.group} />
      <primitive object={marks.group} />
      <primitive object={layers.group} />
      <primitive object={ring.body} />
      <primitive object={cutHandles.group} />
      <primitive object={probeMark.body} />
    </>
  );
}

/** Whether two snapshots look the same: what is on its way and what went wrong is not in the picture. */
const looksAs = (a: SimulationSnapshot, b: SimulationSnapshot): boolean =>
  a.field === b.field && a.grid === b.grid && a.blocks === b.blocks && a.pose === b.pose && a.target === b.target && a.coil === b.coil;

/** How far the coil stands between the camera and the target: 0 aside … 1 in front, without a jump. */
function coverage({ pose, target }: SimulationSnapshot, coil: CoilBody, { position: { x, y, z } }: Camera): number {
  const crossing = coilPlaneCrossing(pose, target.cortex, [x, y, z]);
  return crossing ? coil.coverage(...crossing) : 0;
}

interface LifelineProps extends Pick<StageProps, 'onReady' | 'onContextLost'> {
  readonly model: StageModel;
  readonly lend: { readonly current: Lend | null };
}

/** Tells the outside that the stage is there, and when its context is lost. */
function Lifeline({ model, lend, onReady, onContextLost }: LifelineProps) {
  const { gl, scene, camera } = useThree();
  const painting = usePainting(model);
  useEffect(() => {
    const canvas = gl.domElement;
    const lost = (event: Event): void => {
      event.preventDefault();
      onContextLost();
    };
    canvas.addEventListener('webglcontextlost', lost);
    camera.lookAt(...(HEAD_CENTER as [number, number, number]));
    const drawStaging: StageHandle['drawStaging'] = (target, through, staging) =>
      lend.current?.(staging, through, () => painting.drawInto(target, through));
    onReady({ renderer: gl, scene, camera: camera as PerspectiveCamera, ...painting, drawStaging });
    return () => canvas.removeEventListener('webglcontextlost', lost);
  }, [gl, scene, camera, painting, lend, onReady, onContextLost]);
  return null;
}
