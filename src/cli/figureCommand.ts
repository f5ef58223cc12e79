import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { InputError, inputError } from '../core/inputError';
import { type FigureOptions, figureSize } from '../share/figure/figureOptions';
import type { Theme } from '../state/choices';
import { FIGURE_USAGE, readFigureFlags } from './figureFlags';
import { readSubject } from './figureSubject';
import { Photographer } from './photographStage';

const KINDS: readonly string[] = ['png', 'pdf', 'svg'];
const THEMES = { dark: 'stage', light: 'projector' } as const;
/** Ends of the files of a folder that are taken for scenes; `.txt` and `.url` hold a link. */
const SCENE_ENDS: readonly string[] = ['.json', '.png', '.txt', '.url'];
/** More files of a folder are not drawn in one go. */
const MOST_FILES = 500;

/** How figures are drawn that are asked for on the command line. */
interface Drawing {
  readonly options: FigureOptions;
  readonly theme: Theme | undefined;
}

/** The terminal's `figure`: the application's own picture of a scene, or of every scene of a folder, drawn by a browser without a window. */
export async function figureCommand(args: readonly string[]): Promise<object> {
  const { options, theme, positionals } = readFigureFlags(args);
  if (positionals.length !== 2) throw inputError('the command line', `be ${FIGURE_USAGE}`, `${positionals.length} file names`);
  const [scene, out] = positionals;
  const drawing: Drawing = { options, theme: theme && THEMES[theme] };
  if (existsSync(scene) && statSync(scene).isDirectory()) return drawFolder(scene, out, drawing);
  const kind = extname(out).slice(1);
  if (!KINDS.includes(kind)) throw inputError('the picture file', 'end in .png, .pdf or .svg (the plots alone)', out);
  // Found out before the picture is drawn, not after.
  if (!existsSync(dirname(resolve(out)))) throw inputError('the folder of the picture', 'exist', dirname(out));
  const subject = await readSubject(scene, drawing.theme);
  const photographer = await Photographer.open();
  try {
    save(out, await photographer.photograph(subject, options, kind));
  } finally {
    await photographer.close();
  }
  return { file: out, ...figureSize(options) };
}

/** A PNG of every scene of a folder, of the same name. What cannot be drawn is told at the end, one sentence a file; the others are there. */
async function drawFolder(folder: string, out: string, { options, theme }: Drawing): Promise<object> {
  if (resolve(folder) === resolve(out)) throw inputError('the folder of the pictures', 'be another than that of the scenes', out);
  const names = readdirSync(folder)
    .filter((name) => SCENE_ENDS.includes(extname(name).toLowerCase()))
    .sort();
  if (names.length === 0 || names.length > MOST_FILES)
    throw inputError('the folder of the scenes', `hold 1 to ${MOST_FILES} files (${SCENE_ENDS.join(', ')})`, names.length);
  mkdirSync(out, { recursive: true });
  const files: string[] = [];
  const refused: string[] = [];
  const photographer = await Photographer.open();
  try {
    for (const name of names) {
      const file = join(out, `${basename(name, extname(name))}.png`);
      try {
        if (files.includes(file)) throw inputError(name, 'have a name of its own beside its ending', name);
        save(file, await photographer.photograph(await readSubject(join(folder, name), theme), options, 'png'));
        files.push(file);
      } catch (fault) {
        if (!(fault instanceof InputError)) throw fault;
        refused.push(`${name}: ${fault.message}`);
      }
    }
  } finally {
    await photographer.close();
  }
  if (refused.length > 0) throw new InputError([`${files.length} of ${names.length} figures are in ${out}.`, ...refused].join('\n'));
  return { files, ...figureSize(options) };
}

function save(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (fault) {
    throw inputError('the picture file', 'be in a folder that can be written', (fault as NodeJS.ErrnoException).code);
  }
}
