import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { inputError } from '../../core/inputError';
import { readInput } from '../../core/readInput';
import { bestFittingSphere } from '../../head/bestFittingSphere';
import { insideSurface } from '../../head/insideSurface';
import { readSurfaces } from '../../head/readSurfaceFile';
import type { Surface } from '../../head/surface';
import { headConductorShells } from '../../physics/boundaryElements/headConductorShells';
import { createModesEngine } from '../../physics/modes/modesEngine';
import { readOperator } from '../../physics/modes/readOperator';
import { readKernels } from '../../physics/wasm/readKernels';
import { foldedHead } from './foldedHead';
import type { HeadField } from './headKind';
import { boundaryElementHead, refuseDipolesInside } from './shellsHead';
import { sphereHead } from './sphereHead';

const schema = z.strictObject({
  kind: z.literal('model'),
  id: z.enum(['colin27']),
  method: z.enum(['modes', 'folded', 'boundaryElements', 'sphere']),
});

type Shells = Record<'scalp' | 'outerSkull' | 'innerSkull', Surface>;

/** A shipped head by one of four methods: its modes, its folded tissues, its boundary elements, or the sphere that fits it best. */
export async function modelHead(head: unknown): Promise<HeadField> {
  const { id, method } = readInput(schema, head, 'head', 'head');
  const shells = await readShells(id);
  if (method === 'boundaryElements') return boundaryElementHead(headConductorShells(shells));
  if (method === 'modes') return modesHead(id, shells);
  if (method === 'folded') return foldedHead({ ...shells, cortex: await readCortex(id), read: (name) => readHeadFile(id, name) });
  return sphereHead({ kind: 'sphere', center: bestFittingSphere(shells.innerSkull.positions).center });
}

const readHeadFile = (id: string, name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../../models/heads/${id}/${name}`, import.meta.url))));

async function readShells(id: string): Promise<Shells> {
  const { scalp, outerSkull, innerSkull } = await readSurfaces(readHeadFile(id, 'shells.glb'), 'shells.glb');
  return { scalp, outerSkull, innerSkull };
}

async function readCortex(id: string): Promise<Surface> {
  return (await readSurfaces(readHeadFile(id, 'cortex.glb'), 'cortex.glb')).cortex;
}

async function modesHead(id: string, shells: Shells): Promise<HeadField> {
  const kernels = readKernels('fieldKernels');
  const operator = await readOperator(readHeadFile(id, 'operator.bin'), 'operator.bin', kernels);
  const engine = await createModesEngine(operator, kernels);
  return {
    electricField(dipoles, points) {
      refuseDipolesInside(shells.scalp, dipoles);
      const sampler = engine.createSampler(points);
      const inside = insideSurface(shells.innerSkull, points);
      const outside = inside.findIndex((yes, i) => !yes || !sampler.cells.covered[i]);
      if (outside >= 0) {
        const received = Array.from(points.subarray(3 * outside, 3 * outside + 3)).join(', ');
        throw inputError(`points[${outside}]`, 'lie inside the inner skull, where the modes hold', received);
      }
      engine.evaluate(dipoles);
      const samples = sampler.sample();
      return Float64Array.from({ length: points.length }, (_, i) => samples[4 * Math.floor(i / 3) + (i % 3)]);
    },
  };
}
