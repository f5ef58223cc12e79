import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { coilCasing } from '../../../../../src/coil/coilCasing';
import { COIL_IDS, coilById } from '../../../../../src/coil/coilLibrary';
import { placeDipoles } from '../../../../../src/coil/placeDipoles';
import { coilDipoles } from '../../../../../src/coil/windings/windingsToDipoles';
import { normalize, type Vec3 } from '../../../../../src/core/vec3';
import { headConductorShells } from '../../../../../src/physics/boundaryElements/headConductorShells';
import type { Dipoles } from '../../../../../src/physics/dipoles';
import { coilPose } from '../../../../../src/placement/coilPose';
import { createSurfaceQueries } from '../../../../../src/placement/scalpQueries';
import { radialPoint } from '../../../../../src/placement/scalpWalk';
import { readNifti } from '../readNifti';
import { scalpField } from '../scalpField';
import { measureShellRadii, SHELL_PARAMETERS, type ShellRadii, shellsAtLevel } from '../shells';
import type { TriangleMesh } from '../triangleMesh';
import { DensePool } from './densePool';
import { type HeadSurfaces, readHeadSurfaces } from './headShells';
import { corticalWeights } from './measureErrors';
import { relativeErrors } from './relativeErrors';

/** Facets of each shell that are replaced by four smaller ones: those nearest to the coil. 9 × 768 keeps the number of facets a multiple of 128. */
const REFINED = 768;
/** Direction from the center of the shells to the coil: over the left motor cortex. */
const PLACE: Vec3 = [-0.5, 0, 0.866];
const DISTANCE = 0.004;

const templates = process.argv[2] ?? '/usr/share/mricron/templates';

/**
 * How much the field still changes when the facets of all shells near the coil are halved once more (towards 3×20480): writes convergence.json, which goes into
 * the error budget of the operator. Needs the images from which the head is built: tsx measureConvergence.ts FOLDER.
 */
async function measureConvergence(): Promise<void> {
  const surfaces = await readHeadSurfaces();
  const skin = scalpField(readNifti(templates, 'ch2.nii.gz'));
  const radii = measureShellRadii(readNifti(templates, 'ch2.nii.gz'), readNifti(templates, 'ch2bet.nii.gz'), skin);
  const sets = posesOverOnePlace(surfaces);
  const points = Float64Array.from(surfaces.cortex.positions);
  const fields: Float32Array[] = [];
  for (const refined of [0, REFINED]) {
    const pool = await DensePool.create(headConductorShells(refineNear(radii, refined)), (text) => console.log(refined, text));
    fields.push(await pool.fields(sets, points));
    await pool.close();
  }
  const { whole, deep } = corticalWeights(surfaces);
  const result = {
    poses: sets.length,
    deep: relativeErrors(fields[0], fields[1], sets.length, deep),
    cortex: relativeErrors(fields[0], fields[1], sets.length, whole),
  };
  console.log(JSON.stringify(result));
  writeFileSync(fileURLToPath(new URL('./convergence.json', import.meta.url)), `${JSON.stringify(result, null, 1)}\n`);
}

/** Every shipped coil over the same place, handle backward, casing 4 mm from the scalp. */
function posesOverOnePlace(surfaces: HeadSurfaces): Dipoles[] {
  const queries = createSurfaceQueries(surfaces.displayScalp);
  const center = SHELL_PARAMETERS.center.map((x) => x * 1e-3) as unknown as Vec3;
  const place = radialPoint(queries, center, normalize(PLACE));
  const hold = { handleAngle: 0, tiltPitch: 0, tiltRoll: 0, coilDistance: DISTANCE };
  return COIL_IDS.map((id) => placeDipoles(coilDipoles(coilById(id)), coilPose(queries, coilCasing(coilById(id)).facePoints, place, hold)));
}

function refineNear(radii: ShellRadii, count: number): Record<'scalp' | 'outerSkull' | 'innerSkull', TriangleMesh> {
  const coarse = shellsAtLevel(radii, 4);
  const fine = shellsAtLevel(radii, 5);
  const refine = (name: 'scalp' | 'outerSkull' | 'innerSkull'): TriangleMesh => {
    const { positions, triangles } = refineFacets(coarse[name], fine[name], count);
    return { positions: positions.map((x) => x * 1e-3), triangles };
  };
  return { scalp: refine('scalp'), outerSkull: refine('outerSkull'), innerSkull: refine('innerSkull') };
}

/**
 * The `count` facets nearest to the place as their four children of the finer level; where a refined facet borders on one that is not, the new vertex stays on
 * the straight edge, so that the surface has no gap. Children of facet t are 4t to 4t+3, in the order of `icosphere`.
 */
function refineFacets(coarse: TriangleMesh, fine: TriangleMesh, count: number): TriangleMesh {
  const direction = normalize(PLACE);
  const facetCount = coarse.triangles.length / 3;
  const height = Array.from({ length: facetCount }, (_, t) => {
    const sum = [0, 0, 0];
    for (let i = 3 * t; i < 3 * t + 3; i++)
      for (let k = 0; k < 3; k++) sum[k] += coarse.positions[3 * coarse.triangles[i] + k] / 3 - SHELL_PARAMETERS.center[k] / 3;
    return normalize(sum as unknown as Vec3).reduce((dot, x, k) => dot + x * direction[k], 0);
  });
  const chosen = new Set(
    Array.from(height.keys())
      .sort((a, b) => height[b] - height[a])
      .slice(0, count),
  );
  const positions = fine.positions.slice();
  const triangles: number[] = [];
  const ends = new Map<number, { ends: [number, number]; uses: number }>();
  for (let t = 0; t < facetCount; t++) {
    if (!chosen.has(t)) {
      triangles.push(...coarse.triangles.subarray(3 * t, 3 * t + 3));
      continue;
    }
    triangles.push(...fine.triangles.subarray(12 * t, 12 * t + 12));
    const [a, ab, ca, b, bc, , c] = fine.triangles.subarray(12 * t, 12 * t + 9);
    for (const [middle, p, q] of [
      [ab, a, b],
      [bc, b, c],
      [ca, c, a],
    ]) {
      const known = ends.get(middle);
      if (known) known.uses++;
      else ends.set(middle, { ends: [p, q], uses: 1 });
    }
  }
  for (const [
    middle,
    {
      ends: [p, q],
      uses,
    },
  ] of ends) {
    if (uses === 1) for (let k = 0; k < 3; k++) positions[3 * middle + k] = (positions[3 * p + k] + positions[3 * q + k]) / 2;
  }
  return { positions, triangles: Uint32Array.from(triangles) };
}

z.config({ jitless: true });
await measureConvergence();
