/** Ends of the names of coil files. */
export const COIL_FILE_ENDS = ['.ccd', '.tcd', '.nii.gz', '.nii'] as const;

/** Whether a coil file holds bytes rather than text. */
export const isBinaryCoilName = (name: string): boolean => /\.nii(\.gz)?$/i.test(name);

/** Whether a file is a coil by its name. */
export const isCoilFileName = (name: string): boolean => COIL_FILE_ENDS.some((end) => name.toLowerCase().endsWith(end));

/** The name of a file without folders and ending, for coils that have no name of their own. */
export function coilNameOfFile(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const end = COIL_FILE_ENDS.find((candidate) => name.toLowerCase().endsWith(candidate));
  return end ? name.slice(0, -end.length) : name;
}
