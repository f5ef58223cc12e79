import { Canvas, useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { Camera, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import { coloringOf } from '../field/color/coloring';
import { isAnswered } from '../field/simulation/isCurrent';
import { pictureChoices } from '../field/simulation/pictureChoices';
import type { SimulationSnapshot } from '../field/simulation/sceneSnapshot';
import type { SceneSource } from '../field/simulation/sceneSource';
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

/** What the picture export and the browser tests need of a mounted stage. */
export interface StageHandle extends Painting {
  readonly renderer: WebGLRenderer;
  readonly scene: Scene;
  readonly camera: PerspectiveCamera;
}

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
  return (
    <>
      <Bodies simulation={simulation} view={view} model={model} />
      <ScalpDotsLayer view={view} frame={model.frame} />
      <Lifeline model={model} {...lifeline} />
    </>
  );
}

/** How long a moved coil waits for its field before it is drawn without it, in milliseconds. */
const PATIENCE = 50;

/** Head, coil and marks: built once, then moved and painted by the stores. */
function Bodies({ simulation, view, model }: { simulation: SceneSource; view: ViewStore; model: StageModel }) {
  const invalidate = useThree((state) => state.invalidate);
  const canvas = useThree((state) => state.gl.domElement);
  const head = useMemo(() => createHeadBody(simulation.head, model), [simulation, model]);
  const coil = useMemo(() => createCoilBody(model), [model]);
  const marks = useMemo(() => createMarks(model.frame), [model]);
  const layers = useMemo(() => createLayers(simulation, model), [simulation, model]);
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
    const update = (): void => {
      const snapshot = simulation.snapshot();
      const choices = pictureChoices(simulation.store.getState(), view.getState(), snapshot.field);
      const coloring = coloringOf(snapshot, choices, simulation.comparison.getState());
      drawn = snapshot;
      lastField = applySnapshot(model, snapshot, lastField);
      applyColoring(model, coloring, snapshot, choices);
      applyLook(model, choices);
      if (painted !== choices.theme) {
        marks.paint(PALETTES[choices.theme]);
        ring.paint(PALETTES[choices.theme]);
        probeMark.paint(PALETTES[choices.theme].probe);
        canvas.style.background = backgroundOf(choices.theme);
        painted = choices.theme;
      }
      head.scalp.visible = choices.showScalp && choices.scalpOpacity > 0;
      coil.group.visible = choices.showCoil;
      coil.place(snapshot);
      ring.place(snapshot, choices.showCoil);
      marks.place(snapshot, choices.showMarks, coloring.component);
      layers.update(choices, coloring, shownMoment(view.getState()));
      // A coil on its way waits a moment for its field, so that both are drawn in one frame.
      window.clearTimeout(patience);
      if (snapshot.field === null || isAnswered(snapshot)) invalidate();
      else patience = window.setTimeout(invalidate, PATIENCE);
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
      if (now.pulseTime !== before.pulseTime || now.level !== before.level || now.currentDirection !== before.currentDirection) update();
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
      window.clearTimeout(patience);
      for (const stop of stops) stop();
    };
  }, [simulation, view, model, head, coil, marks, layers, ring, probeMark, invalidate, canvas]);

  useFrame(({ camera }) => {
    coil.fade(coverage(simulation, coil, camera), model.uniforms.cutSide.value.lengthSq() > 0);
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
function coverage(scene: SceneSource, coil: CoilBody, { position: { x, y, z } }: Camera): number {
  const { pose, target } = scene.snapshot();
  const crossing = coilPlaneCrossing(pose, target.cortex, [x, y, z]);
  return crossing ? coil.coverage(...crossing) : 0;
}

/** Tells the outside that the stage is there, and when its context is lost. */
function Lifeline({ model, onReady, onContextLost }: Pick<StageProps, 'onReady' | 'onContextLost'> & { model: StageModel }) {
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
    onReady({ renderer: gl, scene, camera: camera as PerspectiveCamera, ...painting });
    return () => canvas.removeEventListener('webglcontextlost', lost);
  }, [gl, scene, camera, painting, onReady, onContextLost]);
  return null;
}
