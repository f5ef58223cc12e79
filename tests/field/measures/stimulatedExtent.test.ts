import { describe, expect, it } from 'vitest';
import { createFieldGrid, nodePositions } from '../../../src/field/grid/fieldGrid';
import { volumeAbove } from '../../../src/field/measures/stimulatedExtent';
import { readShippedHead } from '../../readShippedHead';

const head = await readShippedHead();
const grid = createFieldGrid(head.shells.innerSkull);
const values = new Float32Array(3 * grid.dimensions.reduce((product, n) => product * n, 1));

/** Signed tetrahedra from the origin: the volume that a closed surface encloses. */
function enclosedVolume({ positions: p, triangles }: { positions: Float32Array; triangles: Uint32Array }): number {
  let sum = 0;
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [3 * triangles[i], 3 * triangles[i + 1], 3 * triangles[i + 2]];
    sum +=
      p[a] * (p[b + 1] * p[c + 2] - p[b + 2] * p[c + 1]) +
      p[a + 1] * (p[b + 2] * p[c] - p[b] * p[c + 2]) +
      p[a + 2] * (p[b] * p[c + 1] - p[b + 1] * p[c]);
  }
  return sum / 6;
}

describe('The volume above a threshold', () => {
  it('is the volume of the brain shell for a field that is above it everywhere, within 1 %', () => {
    const everywhere = values.slice().fill(1);
    expect(Math.abs(volumeAbove(grid, everywhere, 1) / enclosedVolume(head.shells.innerSkull) - 1)).toBeLessThan(0.01);
    expect(volumeAbove(grid, everywhere, 1.8)).toBe(0);
  });

  it('is that of a ball for a field that falls off from a point inside, within the cells that its face cuts', () => {
    const positions = nodePositions(grid);
    const center = head.sphere.center;
    const falling = values.slice();
    for (let n = 0; n < grid.nodes.length; n++) {
      falling[3 * grid.nodes[n]] = 1 - Math.hypot(...center.map((x, axis) => positions[3 * n + axis] - x));
    }
    const radius = 0.03;
    expect(Math.abs(volumeAbove(grid, falling, 1 - radius) / ((4 / 3) * Math.PI * radius ** 3) - 1)).toBeLessThan(0.03);
  });
});
