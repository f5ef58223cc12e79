import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../src/cli/runCommand';
import { coilById } from '../../src/coil/coilLibrary';
import { denseWindingDipoles } from '../../src/coil/windings/denseWindingDipoles';
import { MAGSTIM_70, MAGSTIM_70_FOCALITY, X100_MC_B70 } from '../reference/physicsFigures';
import { FIELD_SCENE, FLAT_POSE, FOCALITY_SCENE, PULSE_SCENE, run, writeScene } from './writeScene';

const ROOT = join(import.meta.dirname, '..', '..');
const answer = async (command: string, scene: unknown) => {
  const { exitCode, output, message } = await run(command, scene);
  expect([exitCode, message]).toEqual([0, '']);
  expect(output.endsWith('}\n')).toBe(true);
  return JSON.parse(output);
};

describe('The field command', () => {
  it('answers the asked quantities in the order of the points, with units', async () => {
    const result = await answer('field', {
      ...FIELD_SCENE,
      points: [
        [0, 0, 0.09],
        [0, 0.05, 0.05],
      ],
    });
    expect(Object.keys(result)).toEqual([...FIELD_SCENE.quantities, 'units']);
    expect(result.electricField[0][1]).toBeCloseTo(-0.340136, 6);
    expect(result.electricField[1][2]).toBeCloseTo(0.129462, 6);
    // B of a dipole (1,0,0) at 0.21 m beside it: -1e-7/0.21³ along x.
    expect(result.magneticFluxDensity[0][0] / (-1e-7 / 0.21 ** 3)).toBeCloseTo(1, 12);
    expect(result.primaryField[0][1]).toBe(-1e6 * result.vectorPotential[0][1]);
    expect(result.units).toEqual({ electricField: 'V/m', primaryField: 'V/m', vectorPotential: 'T·m/A', magneticFluxDensity: 'T/A' });
  });

  it('gives the electric fields for dI/dt and the others per ampere', async () => {
    const one = await answer('field', FIELD_SCENE);
    const three = await answer('field', { ...FIELD_SCENE, dIdt: -3e6 });
    expect(three.electricField[0][1] / one.electricField[0][1]).toBeCloseTo(-3, 12);
    expect(three.vectorPotential).toEqual(one.vectorPotential);
  });

  it('takes a shipped coil with a pose', async () => {
    const result = await answer('field', {
      head: { kind: 'sphere', center: [0, 0, 0] },
      coil: { id: 'magstim-70mm-figure8', pose: FLAT_POSE },
      dIdt: 1e6,
      points: MAGSTIM_70.map(({ point }) => point),
      quantities: ['electricField'],
    });
    MAGSTIM_70.forEach(({ magnitude }, i) => {
      expect(Math.abs(Math.hypot(...(result.electricField[i] as number[])) / magnitude - 1)).toBeLessThan(5e-3);
    });
  });

  it('takes coil files relative to the scene, and both formats agree', async () => {
    const { positions, moments } = denseWindingDipoles(coilById('magventure-mri-b91'));
    const rows = Array.from({ length: positions.length / 3 }, (_, i) => [
      ...positions.slice(3 * i, 3 * i + 3),
      ...moments.slice(3 * i, 3 * i + 3),
    ]);
    writeScene(`# dense\n${rows.length}\n# rows\n${rows.map((row) => row.join(' ')).join('\n')}\n`, 'dense.ccd');
    const element = {
      stimulator: 0,
      type: 1,
      points: rows.map((r) => r.slice(0, 3).map((v) => 1e3 * v)),
      values: rows.map((r) => r.slice(3)),
    };
    writeScene({ coilElementList: [element], stimulatorList: [{}] }, 'dense.tcd');
    const scene = (coil: object) => ({ ...FIELD_SCENE, coil: { ...coil, pose: FLAT_POSE }, quantities: ['electricField'] });
    const point = { points: [[0, 0, 0.07]] };
    const ccd = await answer('field', { ...scene({ file: 'dense.ccd' }), ...point });
    const tcd = await answer('field', { ...scene({ file: 'dense.tcd' }), ...point });
    const shipped = await answer('field', { ...scene({ id: 'magventure-mri-b91' }), ...point });
    expect(Math.abs(ccd.electricField[0][1] / tcd.electricField[0][1] - 1)).toBeLessThan(1e-12);
    expect(Math.abs(ccd.electricField[0][1] / shipped.electricField[0][1] - 1)).toBeLessThan(5e-3);
  });
});

describe('The focality command', () => {
  it('gives the reference measures in meters', async () => {
    const result = await answer('focality', FOCALITY_SCENE);
    expect(Math.abs(result.peak / 1.543 - 1)).toBeLessThan(3e-3);
    expect(Math.abs(result.halfValueDepth - MAGSTIM_70_FOCALITY.halfValueDepth)).toBeLessThan(MAGSTIM_70_FOCALITY.depthTolerance);
    expect(Math.abs(result.tangentialSpread - MAGSTIM_70_FOCALITY.tangentialSpread)).toBeLessThan(MAGSTIM_70_FOCALITY.spreadTolerance);
    expect(result.halfValueVolume / result.halfValueDepth).toBeCloseTo(result.tangentialSpread, 12);
    expect(result.units.tangentialSpread).toBe('m²');
  });
});

describe('The pulse command', () => {
  it('gives the same for a circuit and for the stimulator that has it', async () => {
    const circuit = await answer('pulse', { stimulator: { ...PULSE_SCENE.stimulator, voltage: 1941.25 } });
    const shipped = await answer('pulse', { id: 'magpro-x100-mc-b70', output: 1 });
    expect(shipped).toEqual(circuit);
    expect(Math.abs(shipped.period - X100_MC_B70.period)).toBeLessThan(2e-6);
    expect(Math.abs(shipped.peakCurrent / X100_MC_B70.peakCurrent - 1)).toBeLessThan(0.02);
    expect(shipped.phaseAmplitudes[0]).toBe(1);
  });

  it('takes an expression', async () => {
    const result = await answer('pulse', { expression: 'exp(-t/1e-4)*sin(2*pi*3e3*t)', duration: 1e-3, maxdIdt: 1e8 });
    expect(result.maxdIdt).toBeCloseTo(1e8, 0);
    expect(result.zeroCrossings[0]).toBeCloseTo(1 / 6000, 9);
    // The second half-wave is exp(-T/2 / 1e-4) of the first.
    expect(result.phaseAmplitudes[1]).toBeCloseTo(-Math.exp(-1 / 6000 / 1e-4), 9);
    expect(result.recoveredEnergyFraction).toBeNull();
  });

  it('takes the other shapes', async () => {
    const half = await answer('pulse', { stimulator: { ...PULSE_SCENE.stimulator, shape: 'halfsine' } });
    expect(half.zeroCrossings).toHaveLength(1);
    const mono = await answer('pulse', { stimulator: { ...PULSE_SCENE.stimulator, shape: 'monophasic', diodeResistance: 0.05 } });
    expect(mono.recoveredEnergyFraction).toBe(0);
    expect(mono.phaseAmplitudes).toHaveLength(2);
  });
});

describe('The terminal', () => {
  const terminal = (args: string[], input = '') =>
    spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'src', 'cli', 'main.ts'), ...args], { input, encoding: 'utf8', cwd: ROOT });

  it('reads standard input, prints one JSON object and exits 0', () => {
    const { status, stdout, stderr } = terminal(['field', '-'], JSON.stringify(FIELD_SCENE));
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).electricField).toHaveLength(1);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it('exits 2 with one sentence on standard error and nothing on standard output', () => {
    const { status, stdout, stderr } = terminal(['field', '-'], '{"head":');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^scene must be one JSON object [^\n]*\.\n$/);
  });

  it('knows its commands and wants one file', async () => {
    expect((await runCommand([])).message).toMatch(
      /^the command must be one of field, focality, coil, pulse, protocol, aftereffect, figure /,
    );
    expect((await runCommand(['constructor', 'x'])).exitCode).toBe(2);
    expect((await runCommand(['field'])).message).toMatch(/^the command line must name one file/);
    expect((await runCommand(['field', 'a', 'b'])).exitCode).toBe(2);
  });
});
