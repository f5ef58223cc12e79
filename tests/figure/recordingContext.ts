/** One thing that was drawn, in pixels of the canvas. */
export interface Mark {
  readonly kind: 'rect' | 'text' | 'line' | 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** Fill, or stroke of a line. */
  readonly style: string;
  readonly font: string;
  readonly align: string;
  /** Whether a picture that is drawn larger is blurred. */
  readonly smooth: boolean;
}

/** A canvas context that writes down what is drawn, after the scaling in force. */
export function recordingContext(width: number, height: number) {
  const marks: Mark[] = [];
  const stack: { factor: number; font: string }[] = [];
  let factor = 1;
  let path: [number, number][] = [];
  const context = {
    canvas: { width, height },
    fillStyle: '',
    strokeStyle: '',
    font: '',
    lineWidth: 1,
    textAlign: 'left',
    textBaseline: '',
    imageSmoothingEnabled: true,
    save: () => stack.push({ factor, font: context.font }),
    restore: () => {
      ({ factor, font: context.font } = stack.pop()!);
    },
    scale: (x: number, y: number) => {
      if (x !== y) throw new Error('Letters must not be stretched.');
      factor *= x;
    },
    fillRect: (x: number, y: number, w: number, h: number) => note('rect', x, y, w, h),
    fillText: (text: string, x: number, y: number) => note('text', x, y, 0, 0, text),
    drawImage: (_image: unknown, x: number, y: number, w: number, h: number) => note('image', x, y, w, h),
    beginPath: () => {
      path = [];
    },
    moveTo: (x: number, y: number) => path.push([x, y]),
    lineTo: (x: number, y: number) => path.push([x, y]),
    stroke: () => note('line', path[0][0], path[0][1], path[1][0] - path[0][0], path[1][1] - path[0][1]),
  };
  function note(kind: Mark['kind'], x: number, y: number, w: number, h: number, text = ''): void {
    const size = { x: factor * x, y: factor * y, width: factor * w, height: factor * h };
    const style = kind === 'line' ? context.strokeStyle : context.fillStyle;
    marks.push({ kind, ...size, text, style, font: context.font, align: context.textAlign, smooth: context.imageSmoothingEnabled });
  }
  return { context: context as unknown as CanvasRenderingContext2D, marks, depth: () => stack.length };
}
