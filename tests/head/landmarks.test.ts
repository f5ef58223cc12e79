import { beforeAll, describe, expect, it } from 'vitest';
import { pathLength, sectionPath, shareAt } from '../../models/heads/colin27/build/sectionPath';
import { distance, norm, type Vec3 } from '../../src/core/vec3';
import { findScalpPoint, findTarget, parseLandmarks } from '../../src/head/landmarks';
import { readSurfaces } from '../../src/head/readSurfaceFile';
import { closestSurfacePoint, indexSurface } from '../../src/head/surfaceDistance';
import { readShippedHead } from './readShippedHead';

const raw = JSON.parse(new TextDecoder().decode(readShippedHead('landmarks.json')));
const landmarks = parseLandmarks(raw);
const place = (id: string): Vec3 => findScalpPoint(landmarks, id).position;
let scalp: { positions: Float64Array; triangles: Uint32Array };

beforeAll(async () => {
  const surfaces = await readSurfaces(readShippedHead('scalp.glb'));
  scalp = { positions: Float64Array.from(surfaces.scalp.positions), triangles: surfaces.scalp.triangles };
});

describe('the 10-20 positions of the shipped head', () => {
  it('lie on the shipped scalp with outward unit normals', () => {
    const index = indexSurface(scalp);
    for (const point of [...landmarks.fiducials, ...landmarks.electrodes]) {
      expect(closestSurfacePoint(index, point.position).distance, point.id).toBeLessThan(5e-5);
      expect(norm(point.normal), point.id).toBeCloseTo(1, 5);
      expect(
        point.normal[0] * point.position[0] + point.normal[1] * (point.position[1] + 0.018) + point.normal[2] * point.position[2],
        point.id,
      ).toBeGreaterThan(0);
    }
  });

  it('divide nasion-Cz-inion and left-Cz-right in tenths of 1, 2, 2, 2, 2 and 1', () => {
    const sagittal = sectionPath(scalp, place('nasion'), place('Cz'), place('inion'));
    const coronal = sectionPath(scalp, place('left-preauricular'), place('Cz'), place('right-preauricular'));
    const expected: [typeof sagittal, Record<string, number>][] = [
      [sagittal, { Fpz: 0.1, Fz: 0.3, Cz: 0.5, Pz: 0.7, Oz: 0.9 }],
      [coronal, { T7: 0.1, C3: 0.3, Cz: 0.5, C4: 0.7, T8: 0.9 }],
    ];
    for (const [path, shares] of expected) {
      for (const [name, share] of Object.entries(shares)) expect(Math.abs(shareAt(path, place(name)) - share), name).toBeLessThan(0.008);
    }
    expect(pathLength(sagittal)).toBeCloseTo(landmarks.tape.nasionInion, 3);
    expect(pathLength(coronal)).toBeCloseTo(landmarks.tape.preauricular, 3);
  });

  it('put F3 halfway between F7 and Fz along the scalp', () => {
    const path = sectionPath(scalp, place('F7'), place('Fz'), place('F8'));
    const middle = shareAt(path, place('Fz'));
    expect(shareAt(path, place('F3')) / middle).toBeGreaterThan(0.48);
    expect(shareAt(path, place('F3')) / middle).toBeLessThan(0.52);
  });

  it('are mirror images of each other within 5 mm', () => {
    for (const [left, right] of [
      ['Fp1', 'Fp2'],
      ['F7', 'F8'],
      ['F3', 'F4'],
      ['T7', 'T8'],
      ['C3', 'C4'],
      ['P7', 'P8'],
      ['P3', 'P4'],
      ['O1', 'O2'],
    ]) {
      const [x, y, z] = place(left);
      expect(distance([-x, y, z], place(right)), left).toBeLessThan(5e-3);
    }
  });

  it('agree with the published set for this head: F3, F4 and Cz within 4 mm', () => {
    expect(distance(place('F3'), [-0.0502, 0.0531, 0.0422])).toBeLessThan(4e-3);
    expect(distance(place('F4'), [0.0518, 0.0543, 0.0408])).toBeLessThan(4e-3);
    expect(distance(place('Cz'), [0.0004, -0.0092, 0.1002])).toBeLessThan(4e-3);
  });

  it('number 21, and the four fiducials stand beside them', () => {
    expect(landmarks.electrodes).toHaveLength(21);
    expect(landmarks.fiducials.map((point) => point.id)).toEqual(['nasion', 'inion', 'left-preauricular', 'right-preauricular']);
  });
});

describe('the targets', () => {
  it('keep the published coordinates and say how far they were checked', () => {
    expect(findTarget(landmarks, 'left-dlpfc-weigand2018').position).toEqual([-0.042, 0.044, 0.03]);
    expect(findTarget(landmarks, 'm1-hand').position).toEqual([-0.037, -0.021, 0.058]);
    expect(findTarget(landmarks, 'five-cm-average').verification).toBe('unverified');
    expect(findTarget(landmarks, 'f3').position).toEqual(place('F3'));
    for (const target of landmarks.targets) expect(target.source.length, target.id).toBeGreaterThan(20);
  });

  it('name the nearest point of the scalp and its distance', () => {
    const index = indexSurface(scalp);
    for (const target of landmarks.targets) {
      const nearest = closestSurfacePoint(index, target.position);
      expect(Math.abs(nearest.distance - target.scalp.distance), target.id).toBeLessThan(5e-5);
      expect(distance(target.position, target.scalp.position), target.id).toBeLessThan(target.scalp.distance + 5e-5);
    }
  });

  it('lie 10 to 25 mm of scalp, skull and fluid above the cortex at M1 and left DLPFC', () => {
    for (const id of ['m1-hand', 'left-dlpfc-weigand2018']) {
      const measured = landmarks.scalpToCortex.find((entry) => entry.target === id);
      expect(measured?.alongNormal, id).toBeGreaterThan(0.01);
      expect(measured?.alongNormal, id).toBeLessThan(0.025);
      expect(measured?.nearest, id).toBeLessThanOrEqual((measured?.alongNormal ?? 0) + 1e-6);
      expect(measured?.brainAlongNormal, id).toBeLessThan((measured?.alongNormal ?? 0) + 1e-6);
    }
  });

  it('are refused by one sentence that names the file and the place when damaged', () => {
    const damaged = structuredClone(raw);
    damaged.targets[0].position[1] = 44;
    expect(() => parseLandmarks(damaged)).toThrow(/^landmarks\.json is damaged: targets\.0\.position\.1 /);
    expect(() => findScalpPoint(landmarks, 'F33')).toThrow(/^The place on the scalp must be one of .*Fpz.*instead received "F33"\.$/);
    expect(() => findTarget(landmarks, 'nowhere')).toThrow(/The target must be one of .*instead received "nowhere"\.$/);
  });
});
