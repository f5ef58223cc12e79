import { type CSSProperties, useMemo } from 'react';
import { useStore } from 'zustand';
import { standsBeside } from '../state/viewStore';
import { createCameraLink } from './camera/FollowCamera';
import { Stage, type StageProps } from './Stage';

/** A stage beside another is narrow, one beside a level narrow or low. */
const FITTING = { another: { aspect: 1.15, largest: 1 }, level: { aspect: 0.98, largest: 1.3 } };

const WHOLE: CSSProperties = { position: 'absolute', inset: 0 };
const LEFT: CSSProperties = { position: 'absolute', inset: '0 50% 0 0' };
const RIGHT: CSSProperties = { position: 'absolute', inset: '0 0 0 50%' };

export interface ComparedStageProps extends Omit<StageProps, 'linked'> {
  /** The stage of the kept scene is there. */
  readonly onKeptReady: StageProps['onReady'];
}

/**
 * The present scene B, and over or beside it the kept scene A on a stage of its own. The cameras move together. The second stage is there only
 * while A is seen.
 */
export function ComparedStage({ onKeptReady, ...props }: ComparedStageProps) {
  const { simulation, view } = props;
  const kept = useStore(simulation.comparison, (state) => state.kept);
  const shown = useStore(simulation.comparison, (state) => state.shown);
  const beside = useStore(view, (state) => standsBeside(state.level));
  const link = useMemo(createCameraLink, []);
  const other = (shown === 'a' || shown === 'both') && kept ? kept.source : null;
  const both = other !== null && shown === 'both';
  const fitting = both ? FITTING.another : beside ? FITTING.level : null;
  const linked = { link, fitting };
  return (
    <>
      <div data-scene="b" style={both ? RIGHT : WHOLE}>
        <Stage {...props} linked={linked} />
      </div>
      {other && (
        <div data-scene="a" style={both ? LEFT : WHOLE}>
          <Stage simulation={other} view={view} onReady={onKeptReady} onContextLost={props.onContextLost} linked={linked} />
        </div>
      )}
    </>
  );
}
