/** A shape of figures. */
export interface FigureFormat {
  readonly id: string;
  readonly label: string;
  /** Pixels at size 1. */
  readonly width: number;
  readonly height: number;
  /** How large it is printed [mm]; null where it is meant for screens. */
  readonly printed: { readonly width: number; readonly height: number } | null;
  /** How many times as many pixels a side it can have. */
  readonly sizes: readonly number[];
}

const screen = (id: string, label: string, width: number, height: number): FigureFormat => ({
  id,
  label,
  width,
  height,
  printed: null,
  sizes: [1, 2, 3, 4],
});

const MM_PER_INCH = 25.4;
/** A printed format at `dpi` pixels per inch, and twice that. */
const print = (id: string, label: string, width: number, height: number, dpi: number, sizes: readonly number[]): FigureFormat => ({
  id,
  label,
  width: Math.round((width / MM_PER_INCH) * dpi),
  height: Math.round((height / MM_PER_INCH) * dpi),
  printed: { width, height },
  sizes,
});

/** Everything that a figure can be cut to. Columns are those of most journals: 89 mm and 183 mm, at 300 and 600 pixels per inch. */
export const FIGURE_FORMATS: readonly FigureFormat[] = [
  screen('16:9', 'Slide 16:9', 1920, 1080),
  screen('4:3', 'Slide 4:3', 1440, 1080),
  screen('square', 'Square', 1080, 1080),
  print('column', 'Journal column, 89 mm', 89, 89, 300, [1, 2]),
  print('page', 'Journal page, 183 mm', 183, 110, 300, [1, 2]),
  print('poster', 'Poster, A2', 594, 420, 150, [1, 2]),
];

export const FORMAT_IDS = FIGURE_FORMATS.map(({ id }) => id);

export const formatById = (id: string): FigureFormat => FIGURE_FORMATS.find((format) => format.id === id) ?? FIGURE_FORMATS[0];

/** How a size of a format is called: pixels, and pixels per inch where it is printed. */
export function sizeLabel({ width, height, printed }: FigureFormat, size: number): string {
  const pixels = `${width * size} × ${height * size}`;
  return printed ? `${pixels}, ${Math.round((width * size) / (printed.width / MM_PER_INCH))} dpi` : `${size}× · ${pixels}`;
}
