import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import operatorErrors from '../../../models/heads/colin27/operator.json';
import { VERIFICATIONS } from '../../../src/core/sourced';
import { createFieldGrid } from '../../../src/field/grid/fieldGrid';
import { HEAD_CONDUCTIVITIES } from '../../../src/physics/boundaryElements/headConductivities';
import { readOperator } from '../../../src/physics/modes/readOperator';
import { readKernels } from '../../../src/physics/wasm/readKernels';
import { readShippedHead } from '../../readShippedHead';
import { readShippedOperator } from '../../readShippedOperator';

describe('the shipped operator', async () => {
  const bytes = readShippedOperator();
  const operator = await readOperator(bytes, 'operator.bin', readKernels('fieldKernels'));
  const errors: Record<string, { value: number; unit: string; source: string; verification: string; note: string }> = operatorErrors;

  it('was built from the shipped shells and conductivities', () => {
    const shells = readFileSync(join(import.meta.dirname, '../../../models/heads/colin27/shells.glb'));
    expect(operator.provenance.shells).toBe(createHash('sha256').update(shells).digest('hex'));
    const { scalp, skull, brain } = HEAD_CONDUCTIVITIES;
    expect(operator.provenance.conductivities).toEqual({ scalp: scalp.value, skull: skull.value, brain: brain.value });
  });

  it('lies on the grid of the application', async () => {
    const grid = createFieldGrid((await readShippedHead()).shells.innerSkull);
    expect({ ...operator.grid }).toEqual({ origin: grid.origin, spacing: grid.spacing, dimensions: grid.dimensions, nodes: grid.nodes });
  });

  it('is at most 6 MB', () => {
    expect(bytes.length).toBeLessThan(6e6);
  });

  it('comes with its errors, each with unit, source and grade, and they are those of this file', () => {
    for (const entry of Object.values(errors)) {
      expect(entry.note.length).toBeGreaterThan(10);
      expect(VERIFICATIONS).toContain(entry.verification);
    }
    expect(errors.fileBytes.value / bytes.length).toBeCloseTo(1, 2);
  });

  it('keeps the stored errors within the limits set for the realistic head', () => {
    expect(errors.modesMean.value).toBeLessThan(0.005);
    expect(errors.modesWorst.value).toBeLessThan(0.015);
    expect(errors.gridDeepMean.value).toBeLessThan(0.005);
    expect(errors.totalDeepMean.value).toBeLessThan(0.005);
  });
});
