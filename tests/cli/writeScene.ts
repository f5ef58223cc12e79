import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandResult, runCommand } from '../../src/cli/runCommand';

export const FOLDER = mkdtempSync(join(tmpdir(), 'coilscope-'));
let written = 0;

/** Writes a file into the test folder and returns its path; what is not text or bytes is written as JSON. */
export function writeScene(content: unknown, name = `scene-${written++}.json`): string {
  const path = join(FOLDER, name);
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
}

/** Runs a command on a scene. */
export function run(command: string, scene: unknown): Promise<CommandResult> {
  return runCommand([command, writeScene(scene)]);
}

export const FLAT_POSE = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0.085, 0, 0, 0, 1];

export const FIELD_SCENE = {
  head: { kind: 'sphere', center: [0, 0, 0] },
  coil: { dipoles: { positions: [[0, 0, 0.3]], moments: [[1, 0, 0]] } },
  dIdt: 1e6,
  points: [[0, 0, 0.09]],
  quantities: ['electricField', 'primaryField', 'vectorPotential', 'magneticFluxDensity'],
};

export const FOCALITY_SCENE = {
  head: { kind: 'sphere', radius: 0.085, cortexRadius: 0.07 },
  coil: { id: 'magstim-70mm-figure8', pose: FLAT_POSE },
};

export const PULSE_SCENE = {
  stimulator: { inductance: 12.5e-6, capacitance: 185.7e-6, resistance: 0.0199, voltage: 1941, shape: 'biphasic' },
};
