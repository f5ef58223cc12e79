import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Matrix4, type PerspectiveCamera } from 'three';
import type { SceneSource } from '../../field/simulation/sceneSource';
import { CUT_PLANES } from '../../state/cutPlanes';
import type { ViewStore } from '../../state/viewStore';
import { createHandLabel } from './handLabel';
import type { HandTools } from './pointer';
import { createProbeFollower } from './probeFollower';

/** Probe and label, which all hands share; the probe looks again when camera or cuts moved under a pointer at rest. */
export function useHandTools(simulation: SceneSource, view: ViewStore): HandTools {
  const canvas = useThree((state) => state.gl.domElement);
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const tools = useMemo(
    () => ({
      probe: createProbeFollower(simulation, view, canvas, camera),
      label: createHandLabel(canvas),
      keepsBack: () => view.getState().lessonHold?.hides != null,
    }),
    [simulation, view, canvas, camera],
  );
  const seen = useMemo(() => new Matrix4(), []);
  useEffect(() => {
    const stop = simulation.store.subscribe((now, before) => {
      if (CUT_PLANES.some(({ shown, place }) => now[shown] !== before[shown] || now[place] !== before[place])) tools.probe.moved();
    });
    return () => {
      stop();
      tools.probe.dispose();
      tools.label.dispose();
    };
  }, [simulation, tools]);
  useFrame(() => {
    if (seen.equals(camera.matrixWorld)) return;
    seen.copy(camera.matrixWorld);
    tools.probe.moved();
  });
  return tools;
}
