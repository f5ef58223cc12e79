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

export interface FollowCameraProps {
  readonly link: CameraLink;
  /** Below this width over height the picture is drawn smaller, so that the head still fits; null: never. */
  readonly fitting: number | null;
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
    camera.zoom = fitting === null ? 1 : Math.min(1, size.width / size.height / fitting);
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
