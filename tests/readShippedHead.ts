import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HeadModel, loadHead } from '../src/head/loadHead';

const FOLDER = join(import.meta.dirname, '../models/heads/colin27');

/** The shipped head, read from the repository. */
export const readShippedHead = (): Promise<HeadModel> =>
  loadHead(undefined, async (name) => new Uint8Array(readFileSync(join(FOLDER, name))));
