import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The bytes of the operator of the shipped head. */
export const readShippedOperator = (): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL('../models/heads/colin27/operator.bin', import.meta.url))));

/** The bytes of the rows of its folded cortex. */
export const readShippedRows = (): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL('../models/heads/colin27/folded.bin', import.meta.url))));

/** The bytes of the slopes of its conductivities. */
export const readShippedSlopes = (): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL('../models/heads/colin27/foldedSlopes.bin', import.meta.url))));
