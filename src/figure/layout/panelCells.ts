import type { Box } from '../drawing/drawing';
import type { PanelContent } from './figureContent';

export type Cell = Box;

/** Width over height at which head and coil fill a panel best. */
const BEST_ASPECT = 1.15;
/** Share of the body that the stage has beside its plots. */
const STAGE_SHARE = 0.58;

/** Divides the body of a figure among panels and the column of legends. */
export function cellsOf(
  panels: readonly PanelContent[],
  body: Box,
  legendWidth: number,
  gap: number,
): { readonly cells: readonly Cell[]; readonly legendBox: Box } {
  const plots = panels.filter(({ plot }) => plot !== null).length;
  if (plots === 0) {
    const [views, legendBox] = withLegend(body, legendWidth, gap);
    return { cells: grid(views, panels.length, gap), legendBox };
  }
  const wide = body.width > 1.1 * body.height;
  const share = wide ? STAGE_SHARE * body.width : STAGE_SHARE * body.height;
  const first = wide ? { ...body, width: share } : { ...body, height: share };
  const rest = wide
    ? { ...body, x: body.x + share + gap, width: body.width - share - gap }
    : { ...body, y: body.y + share + gap, height: body.height - share - gap };
  const [views, legendBox] = withLegend(first, legendWidth, gap);
  return { cells: [...grid(views, panels.length - plots, gap), ...split(rest, wide ? 1 : plots, wide ? plots : 1, gap)], legendBox };
}

function withLegend(box: Box, width: number, gap: number): [views: Box, legend: Box] {
  const views = { ...box, width: box.width - (width > 0 ? width + gap : 0) };
  return [views, { ...box, x: box.x + box.width - width, width }];
}

/** As many columns as make the views largest. */
function grid(box: Box, count: number, gap: number): Cell[] {
  let best: { size: number; columns: number } = { size: -1, columns: 1 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const size = Math.min((box.width - gap * (columns - 1)) / columns / BEST_ASPECT, (box.height - gap * (rows - 1)) / rows);
    if (size > best.size) best = { size, columns };
  }
  return split(box, best.columns, Math.ceil(count / best.columns), gap).slice(0, count);
}

function split(box: Box, columns: number, rows: number, gap: number): Cell[] {
  const width = (box.width - gap * (columns - 1)) / columns;
  const height = (box.height - gap * (rows - 1)) / rows;
  return Array.from({ length: columns * rows }, (_, n) => ({
    x: box.x + (n % columns) * (width + gap),
    y: box.y + Math.floor(n / columns) * (height + gap),
    width,
    height,
  }));
}
