import { useEffect, useRef } from 'react';
import { useChoice } from '../../appContext';

const ACROSS = 100;
/** Backing pixels per icon; the picture is scaled down to its place. */
const CELL = 6;

/**
 * 10 000 icons on a canvas, one for each imagined person or session, row by row. `colors` name variables of the theme, one per class; icons
 * of the class `ringed` get a ring, so that a single one is found.
 */
export function IconCanvas(props: {
  readonly icons: Uint8Array;
  readonly colors: readonly string[];
  readonly label: string;
  readonly ringed?: number;
}) {
  const { icons, colors, label, ringed } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useChoice((choices) => choices.theme);
  const rows = Math.ceil(icons.length / ACROSS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme stands for the values of its variables.
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const style = getComputedStyle(context.canvas);
    const palette = colors.map((name) => style.getPropertyValue(name));
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    colors.forEach((_, kind) => {
      context.fillStyle = palette[kind];
      for (let n = 0; n < icons.length; n++) {
        if (icons[n] === kind) context.fillRect(CELL * (n % ACROSS) + 0.5, CELL * Math.floor(n / ACROSS) + 0.5, CELL - 1, CELL - 1);
      }
    });
    if (ringed === undefined) return;
    context.strokeStyle = palette[ringed];
    context.lineWidth = 2.5;
    for (let n = 0; n < icons.length; n++) {
      if (icons[n] !== ringed) continue;
      context.beginPath();
      context.arc(CELL * (n % ACROSS) + CELL / 2, CELL * Math.floor(n / ACROSS) + CELL / 2, 1.8 * CELL, 0, 2 * Math.PI);
      context.stroke();
    }
  }, [icons, colors, ringed, theme]);
  return <canvas ref={canvas} className="icon-canvas" width={ACROSS * CELL} height={rows * CELL} role="img" aria-label={label} />;
}
