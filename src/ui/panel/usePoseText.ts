import { useEffect, useState } from 'react';
import type { PoseProgram } from '../../coil/poses/navigationPose';
import { latePart } from '../../core/latePart';
import { useSnapshot } from '../appContext';

const writer = latePart(async () => ({
  ...(await import('../../coil/poses/writePoses')),
  ...(await import('../../coil/poses/navigationPose')),
}));

/** The pose of the coil as text of a program, and how that program's axes lie; null until the writer is there. */
export function usePoseText(program: PoseProgram): { readonly text: string | null; readonly axes: string } {
  const pose = useSnapshot('pose');
  const [write, setWrite] = useState<Awaited<ReturnType<typeof writer>> | null>(null);
  useEffect(() => {
    let current = true;
    void writer().then((loaded) => current && setWrite(loaded));
    return () => {
      current = false;
    };
  }, []);
  if (!write) return { text: null, axes: '' };
  return { text: write.writePoses([{ name: 'coil', pose }], program), axes: write.AXES[program] };
}
