import { describe, expect, it } from 'vitest';
import { leadingPatterns } from '../../models/heads/colin27/build/folded/fitPatterns';
import { fitRest } from '../../models/heads/colin27/build/folded/fitRest';
import { applyTensors, fitTensors, fitWideTensors } from '../../models/heads/colin27/build/folded/fitTensors';
import { neighborsOfMissing } from '../../models/heads/colin27/build/folded/makeRows';
import { vertexPoints } from '../../models/heads/colin27/build/folded/vertexPoints';
import { closingExcess } from '../../models/heads/colin27/build/labels/closingExcess';
import { palettePng } from '../../models/heads/colin27/build/labels/palettePng';
import { insideMask } from '../../models/heads/colin27/build/labels/shellMask';
import { withoutSmallParts } from '../../models/heads/colin27/build/labels/smallParts';
import { createRandom } from '../../models/heads/colin27/build/operator/randomPoses';
import { alignedLabels, codeAt } from '../../src/physics/voxels/labelVolume';
import { icosphere } from '../physics/boundaryElements/icosphere';

const random = createRandom(3);
const field = (count: number): Float32Array => Float32Array.from({ length: 3 * count }, () => random() - 0.5);

describe('The builder of the tissue labels', () => {
  it('fills a closed surface by parity: the volume of a sphere', () => {
    const { vertices, triangles } = icosphere(0.02, 4, 0.33, 0);
    const grid = { size: [50, 50, 50] as const, spacing: 1, origin: [-24.5, -24.5, -24.5] as const };
    const mask = insideMask(grid, { positions: vertices, triangles } as unknown as Parameters<typeof insideMask>[1]);
    const filled = mask.reduce((sum, value) => sum + value, 0);
    expect(Math.abs(filled / ((4 / 3) * Math.PI * 20 ** 3) - 1)).toBeLessThan(0.02);
    expect(mask[0]).toBe(0);
    expect(mask[25 + 50 * (25 + 50 * 25)]).toBe(1);
  });

  it('finds a dark seam that a cube of the given reach bridges, and no wide valley', () => {
    const size = [30, 5, 5] as const;
    const data = Float32Array.from({ length: 30 * 25 }, (_, v) => ([8, 9].includes(v % 30) || (v % 30 >= 15 && v % 30 < 26) ? 60 : 84));
    const excess = closingExcess({ data, size, spacing: 0.5, origin: [0, 0, 0] }, 2);
    const middle = 30 * (2 + 5 * 2);
    expect(excess[middle + 8]).toBe(24);
    expect(excess[middle + 5]).toBe(0);
    expect(excess[middle + 20]).toBe(0);
  });

  it('drops parts that are smaller than asked, and no others', () => {
    const mask = new Uint8Array(6 * 6 * 6);
    for (const v of [0, 1, 2, 6]) mask[v] = 1;
    for (const v of [200, 201, 207]) mask[v] = 1;
    const kept = withoutSmallParts([6, 6, 6], mask, 4);
    expect([...kept.keys()].filter((v) => kept[v])).toEqual([0, 1, 2, 6]);
    // Voxels 5 and 6 are neighbors in memory but lie at both ends of a row.
    expect(withoutSmallParts([6, 1, 2], Uint8Array.of(0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0), 2).some(Boolean)).toBe(false);
  });

  it('writes pictures that begin as PNG files do', () => {
    const png = palettePng(Uint8Array.of(0, 1, 1, 0), 2, 2, [
      [0, 0, 0],
      [255, 255, 255],
    ]);
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(new TextDecoder('latin1').decode(png.subarray(-8, -4))).toBe('IEND');
  });
});

describe('The builder of the folded rows', () => {
  it('finds the tensor that turns one field into another', () => {
    const tensors = Float64Array.from({ length: 9 * 5 }, () => random() - 0.5);
    const source = Array.from({ length: 12 }, () => field(5));
    const target = source.map((values) => applyTensors(tensors, 3, values));
    fitTensors(source, target, new Float64Array(12).fill(1)).forEach((value, i) => {
      expect(Math.abs(value - tensors[i])).toBeLessThan(5e-3);
    });
  });

  it('finds the tensor that takes a field and its differences', () => {
    const tensors = Float64Array.from({ length: 36 * 2 }, () => random() - 0.5);
    const source = Array.from({ length: 30 }, () => field(8));
    const target = source.map((values) => applyTensors(tensors, 12, values));
    fitWideTensors(source, 12, target, new Float64Array(30).fill(1), 1e-7).forEach((value, i) => {
      expect(Math.abs(value - tensors[i])).toBeLessThan(1e-4);
    });
  });

  it('keeps the patterns that typical strengths bring out, each with a strength of size one, and needs no more than there are', () => {
    const [modes, rows, poses] = [5, 40, 200];
    // Three patterns among five modes, of which the typical strengths bring the last one out most.
    const shapes = Array.from({ length: 3 }, () => Float32Array.from({ length: rows }, () => random() - 0.5));
    const shares = Float64Array.from({ length: 3 * modes }, () => random() - 0.5);
    const rest = Array.from({ length: modes }, (_, m) =>
      Float32Array.from({ length: rows }, (_, row) => shapes.reduce((sum, shape, k) => sum + shares[k * modes + m] * shape[row], 0)),
    );
    const typical = Float64Array.from({ length: poses * modes }, (_, i) => (random() - 0.5) * (1 + (i % modes)));
    const whole = rest.map((row) => row.slice());
    const { patterns, mixing } = leadingPatterns(rest, typical, new Float32Array(rows).fill(1), 3);
    const sizes = [0, 0, 0];
    for (let pose = 0; pose < poses; pose++) {
      const strengths = typical.subarray(pose * modes, (pose + 1) * modes);
      const own = patterns.map((_, k) => strengths.reduce((sum, value, m) => sum + mixing[k * modes + m] * value, 0));
      for (let row = 0; row < rows; row++) {
        const expected = whole.reduce((sum, values, m) => sum + values[row] * strengths[m], 0);
        const found = patterns.reduce((sum, pattern, k) => sum + own[k] * pattern[row], 0);
        expect(Math.abs(found - expected)).toBeLessThan(1e-4);
      }
      own.forEach((value, k) => {
        sizes[k] += value ** 2 / poses;
      });
    }
    for (const size of sizes) expect(Math.abs(size - 1)).toBeLessThan(1e-4);
    const norms = patterns.map((pattern) => pattern.reduce((sum, value) => sum + value * value, 0));
    expect(norms).toEqual([...norms].sort((a, b) => b - a));
  });

  it('finds rows on the strengths, exactly where there are more poses than modes', () => {
    const [modes, rows, poses] = [4, 6, 9];
    const truth = Float32Array.from({ length: modes * rows }, () => random() - 0.5);
    const strengths = Float64Array.from({ length: poses * modes }, () => random() - 0.5);
    const rest = Array.from({ length: poses }, (_, pose) =>
      Float32Array.from({ length: rows }, (_, row) => {
        let sum = 0;
        for (let m = 0; m < modes; m++) sum += truth[m * rows + row] * strengths[pose * modes + m];
        return sum;
      }),
    );
    fitRest(rest, strengths, modes).forEach((value, i) => {
      expect(Math.abs(value - truth[i])).toBeLessThan(1e-4);
    });
  });

  it('moves vertices well into grey matter, and names those that have none near', () => {
    const codes = new Uint8Array(40 ** 3);
    // A slab of grey matter 3 mm thick over white matter.
    codes.forEach((_, v) => {
      const z = Math.floor(v / 1600);
      codes[v] = z < 20 ? 1 : z < 26 ? 2 : 3;
    });
    const labels = alignedLabels(codes, [40, 40, 40], 0.5e-3, [0, 0, 0]);
    const { points, missing } = vertexPoints(labels, Float64Array.of(0.01, 0.01, 0.0134, 0.01, 0.01, 0.0195));
    expect([...missing]).toEqual([0, 1]);
    expect(codeAt(labels, points[0], points[1], points[2])).toBe(2);
    expect(points[2]).toBeLessThan(0.0126);
    expect(points[2]).toBeGreaterThan(0.0099);
    expect([...points.subarray(3)]).toEqual([0.01, 0.01, 0.0195]);
  });

  it('gives vertices without grey matter the neighbors that have some, ring after ring', () => {
    const strip = Uint32Array.of(0, 1, 2, 1, 2, 3, 2, 3, 4);
    expect(neighborsOfMissing(strip, Uint8Array.of(0, 0, 1, 1, 1))).toEqual([
      [2, [0, 1]],
      [3, [1]],
      [4, [2, 3]],
    ]);
  });
});
