import type { ReactNode } from 'react';
import { useTextSize } from '../../appContext';
import { useSize } from '../../controls/useSize';
import { PlotHead, type PlotHeadProps } from '../../plots/PlotHead';
import { type Fact, SourceButton } from './FactButton';

/** The room that a plot has, in CSS pixels, and the size of its text. */
export interface PlotArea {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

export interface LevelPlotProps extends Pick<PlotHeadProps, 'title' | 'heading'> {
  readonly keys?: PlotHeadProps['keys'];
  readonly reading?: string | null;
  /** What stands behind every curve and mark of the plot. */
  readonly fact: Fact;
  readonly size?: 'short';
  readonly children: (area: PlotArea) => ReactNode;
}

/** A plot of the levels: title, keys, the one opener of its sources, and the room that `children` draw in. */
export function LevelPlot({ title, heading, keys = [], reading = null, fact, size, children }: LevelPlotProps) {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const textSize = useTextSize();
  return (
    <figure className={size === undefined ? 'level-plot' : `level-plot ${size}`}>
      <PlotHead {...{ title, heading, keys, reading }}>
        <SourceButton fact={fact} />
      </PlotHead>
      <div className="plot-area" ref={ref}>
        {children({ width, height, textSize })}
      </div>
    </figure>
  );
}
