import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PoseProgram } from '../../../src/coil/poses/navigationPose';
import { readPoses } from '../../../src/coil/poses/readPoses';
import { writePoses } from '../../../src/coil/poses/writePoses';
import { InputError } from '../../../src/core/inputError';
import { IDENTITY, type RigidTransform } from '../../../src/core/rigidTransform';
import { cross, distance, dot, norm, rotateAbout, type Vec3 } from '../../../src/core/vec3';
import { rotation } from '../../physics/arbitraries';

const meter = fc.double({ min: -0.2, max: 0.2, noNaN: true });
const pose = fc
  .tuple(rotation, meter, meter, meter)
  .map(([turn, a, b, c]): RigidTransform => ({ ...turn, origin: [a, b, c] }))
  // No coil is held nearer to the origin.
  .filter(({ origin }) => norm(origin) > 0.031);
const angle = (a: Vec3, b: Vec3): number => Math.atan2(norm(cross(a, b)), dot(a, b));

function expectSame(read: RigidTransform, meant: RigidTransform): void {
  expect(distance(read.origin, meant.origin)).toBeLessThan(0.05e-3);
  for (const axis of ['x', 'y', 'z'] as const) expect(angle(read[axis], meant[axis])).toBeLessThan((0.05 * Math.PI) / 180);
}

describe('Coil poses of other programs', () => {
  it.each([
    'simnibs',
    'brainsight',
    'localite',
  ] as const)('%s: survive the way out and back, also several and with their names', (program: PoseProgram) => {
    fc.assert(
      fc.property(fc.array(pose, { minLength: 1, maxLength: 4 }), (poses) => {
        const named = poses.map((entry, n) => ({ name: `M1 ${n}`, pose: entry }));
        const read = readPoses(writePoses(named, program));
        expect(read.program).toBe(program);
        expect(read.poses.length).toBe(poses.length);
        read.poses.forEach((entry, n) => {
          expectSame(entry.pose, poses[n]);
          if (program !== 'simnibs') expect(entry.name).toBe(`M1 ${n}`);
        });
      }),
      { numRuns: 60 },
    );
  });

  const held: RigidTransform = { x: [-1, 0, 0], y: [0, 1, 0], z: [0, 0, -1], origin: [0.01, -0.02, 0.09] };

  it('have the axes that their programs document', () => {
    // On top of the head with the handle backward: Brainsight has z up and x to the right, Localite has x down.
    const [brainsight] = writePoses([{ name: 'top', pose: held }], 'brainsight')
      .trimEnd()
      .split('\n')
      .slice(-1);
    expect(brainsight.split('\t').slice(1).map(Number)).toEqual([10, -20, 90, 1, 0, 0, 0, 1, 0, 0, 0, 1]);
    const localite = writePoses([{ name: 'top', pose: held }], 'localite');
    const entry = (key: string) => Number(new RegExp(`data${key}="([^"]*)"`).exec(localite)?.[1]);
    expect(['00', '10', '20', '11', '02', '03', '23'].map(entry)).toEqual([0, 0, -1, -1, -1, 10, 90]);
  });

  it.each([
    ['with brackets', '[[-1, 0, 0, 10], [0, 1, 0, -20], [0, 0, -1, 90], [0, 0, 0, 1]]'],
    ['of MATLAB', 'matsimnibs = [-1 0 0 10; 0 1 0 -20; 0 0 -1 90; 0 0 0 1];'],
    ['of NumPy', 'array([[-1.,  0.,  0., 10.],\n [ 0.,  1.,  0., -20.],\n [ 0.,  0., -1., 90.],\n [ 0.,  0.,  0.,  1.]])'],
    ['with a comment', '# pose 1 of 4\n-1 0 0 10\n0 1 0 -20\n0 0 -1 90\n0 0 0 1 % last'],
    ['with exponents and tabs', '-1e0\t0\t0\t1e1\r\n0\t1\t0\t-2.0e+1\r\n0\t0\t-1\t90\r\n0\t0\t0\t1\r\n'],
  ])('are read as a matrix %s', (_, text) => {
    expectSame(readPoses(text).poses[0].pose, held);
  });

  it('are read from an export with samples that were not tracked, targets and comments', () => {
    const text = [
      '# Version: 13',
      '# Coordinate system: NIfTI:Scanner',
      '# Target Name\tLoc. X\tLoc. Y\tLoc. Z\tm0n0\tm0n1\tm0n2\tm1n0\tm1n1\tm1n2\tm2n0\tm2n1\tm2n2',
      'left M1\t10\t-20\t90\t1\t0\t0\t0\t1\t0\t0\t0\t1',
      '# Sample Name\tIndex\tAssoc. Target\tLoc. X\tLoc. Y\tLoc. Z\tm0n0\tm0n1\tm0n2\tm1n0\tm1n1\tm1n2\tm2n0\tm2n1\tm2n2\tEMG',
      'Sample 1\t0\tleft M1\t10.0\t-20.0\t90.0\t0.9999\t0.01\t0\t-0.01\t0.9999\t0\t0\t0\t1\t0.2;0.3',
      `Sample 2\t1\tleft M1${'\t(null)'.repeat(12)}\t0`,
      '# Planned Landmark Name\tLoc. X\tLoc. Y\tLoc. Z',
      'Nasion\t0\t80\t-40',
    ].join('\r\n');
    const { poses, notes } = readPoses(text);
    expect(poses.map(({ name }) => name)).toEqual(['left M1', 'Sample 1']);
    expectSame(poses[0].pose, held);
    expect(poses[1].correction).toBeLessThan(1e-4);
    expect(notes).toEqual(['One line without a tracked coil was left out.']);
  });

  it('are read with a mark of Windows before them, and from markers in single quotes', () => {
    for (const program of ['simnibs', 'brainsight', 'localite'] as const)
      expectSame(readPoses(`\uFEFF${writePoses([{ name: 'a', pose: held }], program)}`).poses[0].pose, held);
    const quoted = writePoses([{ name: 'left M1', pose: held }], 'localite').replaceAll('"', "'");
    expect(readPoses(quoted).poses[0].name).toBe('left M1');
    expectSame(readPoses(quoted).poses[0].pose, held);
  });

  it('of three digits are mended to a rotation, and the angle is told', () => {
    const turned = (v: Vec3) => rotateAbout(rotateAbout(v, [0, 0, 1], 0.5), [0, 1, 0], 0.4);
    const [x, y, z] = (
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ] as const
    ).map(turned);
    const meant = [x[0], y[0], z[0], 41, x[1], y[1], z[1], 52, x[2], y[2], z[2], 63, 0, 0, 0, 1];
    const [exact] = readPoses(meant.join(' ')).poses;
    const [rounded] = readPoses(meant.map((v) => v.toFixed(3)).join(' ')).poses;
    expect(exact.correction).toBeLessThan(1e-12);
    expect(rounded.correction).toBeGreaterThan(1e-5);
    expect(rounded.correction).toBeLessThan(1.5e-3);
    for (const axis of ['x', 'y', 'z'] as const) {
      expect(angle(rounded.pose[axis], exact.pose[axis])).toBeLessThan(1e-3);
      expect(Math.abs(norm(rounded.pose[axis]) - 1)).toBeLessThan(1e-15);
    }
    expect(Math.abs(dot(rounded.pose.x, rounded.pose.y))).toBeLessThan(1e-15);
  });

  const top: RigidTransform = { ...IDENTITY, origin: [0, 0, 0.09] };
  const good = writePoses([{ name: 'a', pose: top }], 'simnibs');
  const matrix = (rows: readonly (readonly (number | string)[])[]): string => rows.map((row) => row.join(' ')).join('\n');
  const scaled = (factor: number): string =>
    matrix([
      [-1, 0, 0, 10 * factor],
      [0, 1, 0, -20 * factor],
      [0, 0, -1, 90 * factor],
      [0, 0, 0, 1],
    ]);
  it.each([
    ['nothing', '', /hold 4 × 4 numbers/],
    ['fifteen numbers', '1 '.repeat(15), /hold 4 × 4 numbers/],
    ['words', 'the coil is here', /hold 4 × 4 numbers/],
    ['a mirror', good.replace('1.000000', '-1.000000'), /mirror/],
    ['a shear', good.replace('0.000000', '0.050000'), /shear/],
    ['a scale', good.replace('1.000000', '1.100000'), /scale/],
    ['a large shear', good.replace('0.000000', '0.200000'), /right angles, without a shear/],
    ['meters', scaled(1e-3), /center in millimeters.*0\.0927, which looks like meters/],
    ['centimeters', scaled(0.1), /center in millimeters.*9\.27, which looks like centimeters/],
    ['a center a kilometer away', scaled(1e4), /within 1000 mm of the origin/],
    ['a center beyond all bounds', scaled(1e298), /within 1000 mm of the origin/],
    ['a transposed matrix', '-1 0 0 0\n0 1 0 0\n0 0 -1 0\n10 -20 90 1', /received "a transposed matrix/],
    [
      'decimal commas',
      scaled(1).replaceAll('10', '10,5').replaceAll('-20', '-20,25'),
      /decimal points; instead received "numbers with decimal commas"/,
    ],
    ['a number that is none', scaled(1).replace('90', 'NaN'), /hold finite numbers; instead received "NaN"/],
    ['an endless number', scaled(1).replace('-20', '-inf'), /hold finite numbers; instead received "inf"/],
    [
      'another frame behind a mark of Windows',
      '\uFEFF# Coordinate system: Brainsight\n# Target Name\tLoc. X\tm0n0',
      /line 1, must have NIfTI, World or MNI/,
    ],
    [
      'an export whose columns are divided by spaces',
      '# Target Name Loc. X Loc. Y Loc. Z m0n0 m0n1 m0n2 m1n0 m1n1 m1n2 m2n0 m2n1 m2n2\nM1 10 -20 90 1 0 0 0 1 0 0 0 1\n',
      /columns, divided by tabs/,
    ],
    ['markers of another frame in single quotes', "<List coordinateSpace='LPS'><Matrix4D data00='1'/>", /coordinateSpace must be RAS/],
    ['another last row', good.replace(/1\.000000\n$/, '2.000000\n'), /last row/],
    ['another frame', '# Coordinate system: Polaris\n# Target Name\tLoc. X\tm0n0', /line 1, must have NIfTI, World or MNI/],
    ['an export without poses', '# Target Name\tLoc. X\tm0n0\n', /at least one pose/],
    [
      'a cell that is no number',
      writePoses([{ name: 'a', pose: top }], 'brainsight').replace('\t-1.000000', '\tup'),
      /line 8, m0n0 must be a number/,
    ],
    ['markers of another frame', '<InstrumentMarkerList coordinateSpace="LPS"><Matrix4D data00="1"/>', /coordinateSpace must be RAS/],
    ['a marker without all its numbers', '<Matrix4D data00="1"/>', /marker 1, data01 must be a number/],
    [
      'a marker whose tag is not closed, with its last number in the next one',
      writePoses([{ name: 'a', pose: top }], 'localite').replace('data33', '<Next data33'),
      /marker 1, data33 must be a number/,
    ],
    [
      'a marker that was never set',
      writePoses([{ name: 'a', pose: IDENTITY }], 'localite')
        .replace('data00="0', 'data00="1')
        .replace('data02="1', 'data02="0')
        .replace('data11="-1', 'data11="1')
        .replace('data20="1', 'data20="0')
        .replace('data22="0', 'data22="1'),
      /at least one marker/,
    ],
    ['six hundred', good.repeat(600), /at most 500 poses/],
  ])('are refused with one sentence: %s', (_, text, reason) => {
    expect(() => readPoses(text)).toThrow(InputError);
    expect(() => readPoses(text)).toThrow(reason);
  });
});
