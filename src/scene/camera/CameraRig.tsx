import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { type PerspectiveCamera, Spherical, Vector3 } from 'three';
import { OrbitControls } from 'three/examples/jsm/controls/OrbitControls.js';
import { normalize, subtract, type Vec3 } from '../../core/vec3';
import { wrapAngle } from '../../core/wrapAngle';
import type { SceneSource } from '../../field/simulation/sceneSource';
import { cameraDirection, cameraPlace, FARTHEST_CAMERA, NEAREST_CAMERA, START_DIRECTION, START_DISTANCE } from '../../state/cameraPlace';
import type { CameraCommand, ViewStore } from '../../state/viewStore';
import { watchCuts } from './cutView';

/** What the camera looks at, in the head frame [m]: between the ears, a little above. */
export const HEAD_CENTER: Vec3 = [0, -0.012, 0.02];
const TARGET_DISTANCE = 0.48;
export const FIELD_OF_VIEW = 24;
/** The picture's middle lies this share of the stage's height below its center: the header needs room above. */
const LOWERED = 0.035;
/** Stages narrower than this (width over height) are seen from farther away. */
const COMFORTABLE_ASPECT = 1.4;

const DIRECTIONS: Partial<Record<CameraCommand['preset'], Vec3>> = {
  start: START_DIRECTION,
  left: [-1, 0, 0],
  right: [1, 0, 0],
  anterior: [0, 1, 0],
  posterior: [0, -1, 0],
  // Not exactly from above, where the camera's "up" would vanish; anterior stays up on the screen.
  superior: [0, -0.0005, 1],
};

/** Duration of a camera move, in milliseconds; no move at all where reduced motion is asked for. */
const MOVE_DURATION = 200;

interface Move {
  readonly from: Spherical;
  readonly to: Spherical;
  readonly start: number;
}

/** Orbit and zoom by hand, eased moves to presets that a touch of the hand interrupts. Draws only while something moves. */
export function CameraRig({ simulation, view }: { simulation: SceneSource; view: ViewStore }) {
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const canvas = useThree((state) => state.gl.domElement);
  const invalidate = useThree((state) => state.invalidate);
  const move = useRef<Move | null>(null);

  const controls = useMemo(() => {
    camera.up.set(0, 0, 1);
    // Set as shares, so that it holds for every size of the stage (`setViewOffset` would also change the aspect).
    camera.view = { enabled: true, fullWidth: 1, fullHeight: 1, offsetX: 0, offsetY: -LOWERED, width: 1, height: 1 };
    camera.updateProjectionMatrix();
    const orbit = new OrbitControls(camera, canvas);
    orbit.target.set(...HEAD_CENTER);
    orbit.enableDamping = false;
    orbit.minDistance = NEAREST_CAMERA;
    orbit.maxDistance = FARTHEST_CAMERA;
    orbit.enablePan = false;
    return orbit;
  }, [camera, canvas]);

  useEffect(() => {
    const interrupt = (): void => {
      move.current = null;
    };
    const redraw = (): void => invalidate();
    controls.addEventListener('change', redraw);
    controls.addEventListener('start', interrupt);
    const rested = (): void => tellPlace(view, camera, controls.target);
    controls.addEventListener('end', rested);
    const go = (animate: boolean): void => moveTo(destination(view.getState().command, simulation, camera, controls.target), animate);
    const moveTo = (to: Spherical, animate: boolean): void => {
      const from = new Spherical().setFromVector3(zUpToYUp(camera.position.clone().sub(controls.target)));
      to.theta = from.theta + wrapAngle(to.theta - from.theta);
      move.current = { from, to, start: animate && !prefersReducedMotion() ? performance.now() : -Infinity };
      invalidate();
    };
    go(false);
    const unsubscribe = view.subscribe((now, before) => {
      if (now.command !== before.command) go(true);
    });
    const cuts = watchCuts(
      simulation.store,
      () => camera.position.clone().sub(controls.target).normalize().toArray() as Vec3,
      (to) => {
        const { phi, theta } = new Spherical().setFromVector3(zUpToYUp(new Vector3(...to)));
        moveTo(new Spherical(camera.position.distanceTo(controls.target), phi, theta), true);
      },
    );
    return () => {
      unsubscribe();
      cuts.dispose();
      controls.removeEventListener('change', redraw);
      controls.removeEventListener('start', interrupt);
      controls.removeEventListener('end', rested);
      controls.dispose();
    };
  }, [controls, camera, invalidate, simulation, view]);

  useFrame(() => {
    if (!move.current) return;
    const { from, to, start } = move.current;
    const share = Math.min((performance.now() - start) / MOVE_DURATION, 1);
    const eased = 1 - (1 - share) ** 3;
    const blend = (a: number, b: number): number => a + (b - a) * eased;
    const spherical = new Spherical(blend(from.radius, to.radius), blend(from.phi, to.phi), blend(from.theta, to.theta)).makeSafe();
    camera.position.copy(yUpToZUp(new Vector3().setFromSpherical(spherical))).add(controls.target);
    camera.lookAt(controls.target);
    if (share < 1) invalidate();
    else {
      move.current = null;
      controls.update();
      tellPlace(view, camera, controls.target);
    }
  });
  return null;
}

/** How much farther away the camera stands so that the head fits into a narrow stage, unless the size of the picture follows the stage already. */
const stepBack = ({ zoom, aspect }: PerspectiveCamera): number => (zoom !== 1 ? 1 : Math.max(1, COMFORTABLE_ASPECT / aspect));

/** Tells where the camera came to rest. */
function tellPlace(view: ViewStore, camera: PerspectiveCamera, center: Vector3): void {
  const { x, y, z } = camera.position.clone().sub(center);
  const place = cameraPlace([x, y, z], Math.hypot(x, y, z) / stepBack(camera));
  const told = view.getState().camera;
  if (place.azimuth !== told.azimuth || place.elevation !== told.elevation || place.distance !== told.distance)
    view.setState({ camera: place });
}

function destination({ preset, place }: CameraCommand, simulation: SceneSource, camera: PerspectiveCamera, center: Vector3): Spherical {
  const current = new Spherical().setFromVector3(zUpToYUp(camera.position.clone().sub(center)));
  if (preset === 'zoomIn') return new Spherical(Math.max(current.radius * 0.8, NEAREST_CAMERA), current.phi, current.theta);
  if (preset === 'zoomOut') return new Spherical(Math.min(current.radius / 0.8, FARTHEST_CAMERA), current.phi, current.theta);
  const toTarget = (): Vec3 => normalize(subtract(simulation.snapshot().target.cortex, HEAD_CENTER));
  const direction = place ? cameraDirection(place) : (DIRECTIONS[preset] ?? toTarget());
  const towards = new Spherical().setFromVector3(zUpToYUp(new Vector3(...direction)));
  const distance = (place?.distance ?? (preset === 'target' ? TARGET_DISTANCE : START_DISTANCE)) * stepBack(camera);
  return new Spherical(distance, towards.phi, towards.theta);
}

/** Spherical of three.js measures from +y; the head's "up" is +z. */
const zUpToYUp = (v: Vector3): Vector3 => v.set(v.x, v.z, -v.y);
const yUpToZUp = (v: Vector3): Vector3 => v.set(v.x, -v.z, v.y);

const prefersReducedMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
