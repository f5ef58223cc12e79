import type { BarMark, Mark, Measure } from './drawing';

const FONT = "'Inter Variable', system-ui, sans-serif";

/** Width of the letters that a canvas draws. */
export function canvasMeasure(context: CanvasRenderingContext2D): Measure {
  return (text, size, weight) => {
    // Measured large: browsers round the advance of small letters.
    context.font = `${weight} 100px ${FONT}`;
    return (context.measureText(text).width * size) / 100;
  };
}

/** Draws marks on a canvas whose pixels are `factor` times those of the figure. */
export function drawMarks(context: CanvasRenderingContext2D, marks: readonly Mark[], factor: number): void {
  context.save();
  context.scale(factor, factor);
  context.lineJoin = 'round';
  for (const mark of marks) {
    if (mark.kind === 'text') {
      context.font = `${mark.weight} ${mark.size}px ${FONT}`;
      context.textAlign = mark.align;
      context.textBaseline = 'alphabetic';
      if (mark.halo) {
        context.strokeStyle = mark.halo;
        context.lineWidth = 0.18 * mark.size;
        context.setLineDash([]);
        context.strokeText(mark.text, mark.x, mark.y);
      }
      context.fillStyle = mark.color;
      context.fillText(mark.text, mark.x, mark.y);
    } else if (mark.kind === 'rect') {
      context.fillStyle = mark.fill;
      context.fillRect(mark.x, mark.y, mark.width, mark.height);
    } else if (mark.kind === 'path') {
      context.strokeStyle = mark.stroke;
      context.lineWidth = mark.width;
      context.setLineDash([...(mark.dash ?? [])]);
      context.beginPath();
      for (const [x, y] of mark.points) context.lineTo(x, y);
      context.stroke();
    } else drawBar(context, mark);
  }
  context.restore();
}

/** One pixel per color, enlarged as a whole: rectangles side by side would leave seams. */
function drawBar(context: CanvasRenderingContext2D, bar: BarMark): void {
  const column = barCanvas(bar);
  context.imageSmoothingEnabled = false;
  context.drawImage(column, bar.x, bar.y, bar.width, bar.height);
}

/** The colors of a bar as a canvas one pixel wide. */
export function barCanvas({ colors }: Pick<BarMark, 'colors'>): HTMLCanvasElement {
  const column = document.createElement('canvas');
  column.width = 1;
  column.height = colors.length / 4;
  const context = column.getContext('2d');
  const image = context?.createImageData(1, column.height);
  if (context && image) {
    image.data.set(colors);
    context.putImageData(image, 0, 0);
  }
  return column;
}
