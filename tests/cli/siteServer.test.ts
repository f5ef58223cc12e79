import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale, SOURCES } from '../../src/cli/siteServer';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
/** Sets when a file or folder changed last, in seconds since 1970. */
const changed = (path: string, seconds: number): void => utimesSync(path, seconds, seconds);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(at('src', 'room'), { recursive: true });
  for (const name of ['built', 'single', join('src', 'one'), join('src', 'room', 'two'), join('src', 'room', 'three')]) {
    writeFileSync(at(name), name);
    changed(at(name), 1000);
  }
  for (const name of [join('src', 'room'), 'src']) changed(at(name), 1000);
  changed(at('built'), 2000);
});
afterEach(() => rmSync(folder, { recursive: true }));

const stale = (): boolean => isStale(at('built'), [at('src'), at('single')]);

describe('A built site', () => {
  it('is served as it is while it is newer than all it was built from', () => expect(stale()).toBe(false));

  it('is stale when it is missing', () => {
    rmSync(at('built'));
    expect(stale()).toBe(true);
  });

  it.each(['single', join('src', 'one'), join('src', 'room', 'two')])('is stale when %s is newer', (name) => {
    changed(at(name), 3000);
    expect(stale()).toBe(true);
  });

  it('is stale when a file was deleted, or came with an old date', () => {
    rmSync(at('src', 'room', 'three'));
    expect(stale()).toBe(true);
    changed(at('src', 'room'), 1000);
    expect(stale()).toBe(false);
    writeFileSync(at('src', 'room', 'four'), '');
    changed(at('src', 'room', 'four'), 1000);
    expect(stale()).toBe(true);
  });

  it('follows from files that are there, among them the one with the version', () => {
    expect(SOURCES).toContain('package.json');
    for (const path of SOURCES) expect(existsSync(resolve(import.meta.dirname, '../..', path)), path).toBe(true);
  });
});
