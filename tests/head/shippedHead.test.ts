import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { crc32 } from '../../src/core/crc32';
import { add, at, distance, scale, type Vec3 } from '../../src/core/vec3';
import { bestFittingSphere } from '../../src/head/bestFittingSphere';
import { corticalAreas } from '../../src/head/corticalAreas';
import { insideSurface } from '../../src/head/insideSurface';
import { parseManifest } from '../../src/head/loadHeadFile';
import { readSurfaces } from '../../src/head/readSurfaceFile';
import { parseRegions } from '../../src/head/regions';
import { type Surface, triangleCount, vertexCount } from '../../src/head/surface';
import { closestSurfacePoint, indexSurface } from '../../src/head/surfaceDistance';
import { readShippedHead } from './readShippedHead';
import { enclosedVolume, pointsOnTriangles, surfaceTopology } from './surfaceTopology';

const manifest = parseManifest(JSON.parse(new TextDecoder().decode(readShippedHead('manifest.json'))));
let scalp: Surface;
let cortex: Surface;
let context: Surface;
let shells: Record<string, Surface>;

beforeAll(async () => {
  ({ scalp } = await readSurfaces(readShippedHead('scalp.glb')));
  ({ cortex } = await readSurfaces(readShippedHead('cortex.glb')));
  ({ context } = await readSurfaces(readShippedHead('context.glb')));
  shells = await readSurfaces(readShippedHead('shells.glb'));
});

/** Least distance [m] between two surfaces: centroids of `from` first, then points spread over the triangles that could be nearer. */
function leastDistance(from: Surface, to: Surface): number {
  const index = indexSurface(to);
  const { positions, triangles } = from;
  let least = Infinity;
  for (let t = 0; t < triangles.length; t += 3) {
    const one = { positions, triangles: triangles.subarray(t, t + 3) };
    const corners = [0, 1, 2].map((k) => at(positions, triangles[t + k]));
    const centroid = scale(
      corners.reduce((sum, corner) => add(sum, corner), [0, 0, 0] as Vec3),
      1 / 3,
    );
    const reach = Math.max(...corners.map((corner) => distance(corner, centroid)));
    if (closestSurfacePoint(index, centroid).distance - reach > Math.min(least, 4e-3)) continue;
    const points = pointsOnTriangles(one, 5);
    for (let i = 0; i < points.length / 3; i++) least = Math.min(least, closestSurfacePoint(index, at(points, i)).distance);
  }
  return least;
}

describe('the files of the shipped head', () => {
  it('have the lengths and checksums of the manifest and stay within 0.7 MB', () => {
    let total = 0;
    for (const [name, file] of Object.entries(manifest.files)) {
      const bytes = readShippedHead(name);
      total += bytes.length;
      expect(bytes.length, name).toBe(file.bytes);
      expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(file.sha256);
      expect(crc32(bytes), name).toBe(file.crc32);
    }
    expect(Object.keys(manifest.files)).toHaveLength(6);
    expect(total).toBeLessThan(700_000);
  });

  it('hold as many vertices and triangles as the manifest says', () => {
    const all = { 'scalp.glb': { scalp }, 'cortex.glb': { cortex }, 'context.glb': { context }, 'shells.glb': shells };
    for (const [name, surfaces] of Object.entries(all)) {
      const counts = Object.entries(surfaces).map(([key, s]) => [key, { vertices: vertexCount(s), triangles: triangleCount(s) }]);
      expect(Object.fromEntries(counts), name).toEqual(manifest.files[name].surfaces);
    }
  });

  it('come with their provenance and the notices that redistribution asks for', () => {
    const text = new TextDecoder().decode(readShippedHead('SOURCES.md'));
    for (const needed of [
      'Holmes CJ',
      'mricron-data',
      'Louis Collins, McConnell Brain Imaging Centre',
      'provided that the above copyright notice',
      'Copyright 2006-2010, Chris Rorden',
      'Redistributions in binary form must reproduce',
      'ch2better.nii.gz',
      'brodmann.nii.gz',
    ]) {
      expect(text).toContain(needed);
    }
  });
});

describe('the boundary shells', () => {
  const names = ['scalp', 'outerSkull', 'innerSkull'];

  it('are closed, have the topology of a sphere, 5120 triangles each, and face outward', () => {
    expect(Object.keys(shells).sort()).toEqual([...names].sort());
    for (const name of names) {
      expect(surfaceTopology(shells[name]), name).toEqual({ euler: 2, unpaired: 0 });
      expect(triangleCount(shells[name]), name).toBe(5120);
      expect(enclosedVolume(shells[name]), name).toBeGreaterThan(1e-3);
    }
  });

  it('are nested and nowhere closer than 2 mm, measured between the surfaces', () => {
    for (const [inner, outer] of [
      ['innerSkull', 'outerSkull'],
      ['outerSkull', 'scalp'],
    ]) {
      const inside = insideSurface(shells[outer], shells[inner].positions);
      expect(
        inside.every((value) => value === 1),
        `${inner} in ${outer}`,
      ).toBe(true);
      expect(leastDistance(shells[inner], shells[outer]), `${inner} to ${outer}`).toBeGreaterThan(2e-3);
    }
  });

  it('have a skull of 3 to 10 mm over the vault', () => {
    const index = indexSurface(shells.outerSkull);
    const { positions } = shells.innerSkull;
    for (let i = 0; i < positions.length / 3; i++) {
      if (positions[3 * i + 2] < 0.02) continue;
      const { distance } = closestSurfacePoint(index, at(positions, i));
      expect(distance).toBeGreaterThan(3e-3);
      expect(distance).toBeLessThan(10e-3);
    }
  });

  it('keep the scalp shell within 1 mm below and 0.5 mm above the displayed scalp over the upper head', () => {
    const index = indexSurface(scalp);
    const points = pointsOnTriangles(shells.scalp, 3);
    const outside = insideSurface(scalp, points).map((value) => 1 - value);
    let above = 0;
    let below = 0;
    for (let i = 0; i < outside.length; i++) {
      if (points[3 * i + 2] < 0.025) continue;
      const { distance } = closestSurfacePoint(index, at(points, i));
      if (outside[i]) above = Math.max(above, distance);
      else below = Math.max(below, distance);
    }
    expect(above).toBeLessThan(0.5e-3);
    expect(below).toBeLessThan(1e-3);
  });

  it('hold the whole displayed cortex inside the inner skull', () => {
    const inside = insideSurface(shells.innerSkull, cortex.positions);
    expect(inside.every((value) => value === 1)).toBe(true);
  });

  it('fit a sphere of plausible size to the vault of the inner skull', () => {
    const { center, radius } = bestFittingSphere(shells.innerSkull.positions);
    expect(radius).toBeGreaterThan(0.072);
    expect(radius).toBeLessThan(0.09);
    expect(Math.abs(center[0])).toBeLessThan(3e-3);
  });
});

describe('the displayed surfaces', () => {
  it('are closed, outward and without handles, the cortex with about 20 000 vertices', () => {
    expect(surfaceTopology(scalp)).toEqual({ euler: 2, unpaired: 0 });
    expect(surfaceTopology(cortex)).toEqual({ euler: 2, unpaired: 0 });
    expect(surfaceTopology(context)).toEqual({ euler: 2, unpaired: 0 });
    for (const surface of [scalp, cortex, context]) expect(enclosedVolume(surface)).toBeGreaterThan(1e-4);
    expect(vertexCount(cortex)).toBeGreaterThan(18_000);
    expect(vertexCount(cortex)).toBeLessThan(26_000);
  });

  it('have the area of a folded cortex, far more than its envelope', () => {
    const area = corticalAreas(cortex).reduce((sum, value) => sum + value, 0);
    expect(area).toBeGreaterThan(0.1);
    expect(area).toBeLessThan(0.25);
  });

  it('carry occlusion that is darker in sulci than on crowns, in step with sulcal depth and curvature', () => {
    const { _OCCLUSION: open, _DEPTH: depth, _CURVATURE: curvature } = cortex.attributes;
    expect(correlation(open, depth)).toBeLessThan(-0.5);
    expect(correlation(open, curvature)).toBeGreaterThan(0.3);
  });

  it('fade the scalp out toward its cuts and not over the upper head', () => {
    const { positions } = scalp;
    const fade = scalp.attributes._FADE;
    for (let i = 0; i < fade.length; i++) {
      if (positions[3 * i + 2] > 0.01) expect(fade[i]).toBe(1);
      if (positions[3 * i + 2] < -0.069) expect(fade[i]).toBe(0);
    }
  });

  it('label most of the cortex with regions that have names, area 4 on both sides of the midline', () => {
    const regions = parseRegions(JSON.parse(new TextDecoder().decode(readShippedHead('regions.json'))));
    const known = new Set([0, ...regions.regions.map((region) => region.label)]);
    const labels = cortex.attributes._REGION;
    expect(labels.every((label) => known.has(label))).toBe(true);
    expect(labels.filter((label) => label === 0).length / labels.length).toBeLessThan(0.03);
    const motor = Array.from(labels.keys()).filter((i) => labels[i] === 4);
    expect(motor.filter((i) => cortex.positions[3 * i] < 0).length / motor.length).toBeGreaterThan(0.3);
    expect(motor.filter((i) => cortex.positions[3 * i] > 0).length / motor.length).toBeGreaterThan(0.3);
  });
});

function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  const mean = (v: ArrayLike<number>): number => Array.from(v).reduce((sum, value) => sum + value, 0) / n;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    ab += (a[i] - ma) * (b[i] - mb);
    aa += (a[i] - ma) ** 2;
    bb += (b[i] - mb) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}
