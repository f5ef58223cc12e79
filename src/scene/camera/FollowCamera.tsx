import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import { type PerspectiveCamera, Vector3 } from 'three';
import { HEAD_CENTER } from './CameraRig';

/** Where the cameras of linked stages stand; whoever moves tells the others. */
export interface CameraLink {
  readonly position: Vector3;
  /** False until the first stage has told where it stands. */
  placed: boolean;
  readonly followers: Set<() => void>;
}

export const createCameraLink = (): CameraLink => ({ position: new Vector3(), placed: false, followers: new Set() });

export interface Fitting {
  /** Width over height from which on the head fits at full size; below it the picture is drawn smaller. */
  readonly aspect: number;
  /** How much larger than full size it gets where the stage is wider. */
  readonly largest: number;
}

export interface FollowCameraProps {
  readonly link: CameraLink;
  /** How the size of the picture follows the shape of the stage; null: it does not. */
  readonly fitting: Fitting | null;
}

/** Keeps the camera of the stage it stands in together with those of the others. */
export function FollowCamera({ link, fitting }: FollowCameraProps) {
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const invalidate = useThree((state) => state.invalidate);
  const size = useThree((state) => state.size);
  const joined = useRef(false);

  useEffect(() => {
    const follow = (): void => {
      place(camera, link);
      invalidate();
    };
    link.followers.add(follow);
    return () => {
      link.followers.delete(follow);
    };
  }, [link, camera, invalidate]);

  useEffect(() => {
    camera.zoom = fitting === null ? 1 : Math.min(fitting.largest, size.width / size.height / fitting.aspect);
    camera.updateProjectionMatrix();
    invalidate();
  }, [camera, fitting, size, invalidate]);

  useFrame(() => {
    // A stage that joins goes where the others are, instead of calling them to its own first view.
    if (!joined.current && link.placed) place(camera, link);
    joined.current = true;
    if (link.placed && camera.position.equals(link.position)) return;
    link.position.copy(camera.position);
    link.placed = true;
    for (const follow of link.followers) follow();
  });
  return null;
}

function place(camera: PerspectiveCamera, link: CameraLink): void {
  camera.position.copy(link.position);
  camera.lookAt(...(HEAD_CENTER as [number, number, number]));
}
