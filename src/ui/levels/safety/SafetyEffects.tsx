import { useMemo } from 'react';
import { formatNumber } from '../../../core/format';
import { COHORT_SIZE, type IconArray } from '../../../dose/risk/iconArray';
import { drawSideEffectArrays, sideEffect } from '../../../dose/risk/riskArrays';
import { type SideEffect, safetyData } from '../../../dose/risk/safetyData';
import { Announcement } from '../../controls/Announcement';
import { SelectControl } from '../../controls/SelectControl';
import { capitalized } from '../shared/capitalized';
import { FactButton, factOf } from '../shared/FactButton';
import { IconFigure } from '../shared/IconFigure';
import { useLevelMemory } from '../shared/levelMemory';
import { SourcedNumber } from '../shared/SourcedNumber';
import { SourcedList } from '../shared/SourcedSentence';
import { thousands } from '../shared/thousands';

const COLORS = ['--curve-field', '--line'];
const percent = (share: number): string => formatNumber(100 * share, share < 0.1 ? 1 : 0);

/** Side effects as bars, active above its comparison, and one of them as ten thousand people. */
export function SafetyEffects() {
  return (
    <>
      <div className="safety-third">
        <h3>Of a hundred people in each group</h3>
        {safetyData.sideEffects.map((effect) => (
          <Bars key={effect.id} effect={effect} />
        ))}
      </div>
      <div className="safety-third">
        <TenThousand />
      </div>
      <div className="safety-third">
        <h3>Pain under the coil, from none to ten</h3>
        <dl className="readings plain">
          {safetyData.pain.map(({ label, score }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <SourcedNumber datum={score} title={`Pain under the coil, ${label}`} what="Mean of what people rated, 0 to 10.">
                  {formatNumber(score.value, 1)}
                </SourcedNumber>
              </dd>
            </div>
          ))}
        </dl>
        <h3>Also reported</h3>
        <SourcedList title="Reported effect" sentences={safetyData.otherEffects} />
      </div>
    </>
  );
}

function Bars({ effect: { id, label, arms } }: { readonly effect: SideEffect }) {
  return (
    <div className="effect" data-effect={id}>
      <h4>{capitalized(label)}</h4>
      {arms.map(({ label: arm, share }, n) => (
        <div key={arm} className="effect-arm" data-sourced>
          <span className="effect-name">{arm}</span>
          <span className="effect-rail" aria-hidden="true">
            <span className="effect-bar" data-second={n > 0 || undefined} style={{ width: `${100 * share.value}%` }} />
          </span>
          <span className="effect-value">
            <SourcedNumber datum={share} title={`${label}, ${arm}`} what="Share of the group that reported it.">
              {percent(share.value)}
            </SourcedNumber>
          </span>
        </div>
      ))}
      {arms.length === 1 && <p className="quiet">The sham group’s share was not read.</p>}
    </div>
  );
}

/** Icons in the order of their classes, so that areas can be compared. */
function inOrder({ counts, icons }: IconArray): Uint8Array {
  return new Uint8Array(icons.length).fill(1, counts[0]);
}

function TenThousand() {
  const [effectId, setEffect] = useLevelMemory('effectId');
  const [seed, setSeed] = useLevelMemory('seizureSeed');
  const effect = sideEffect(effectId);
  const arrays = useMemo(
    () => drawSideEffectArrays(effect, seed).map(({ arm, array }) => ({ arm, counts: array.counts, icons: inOrder(array) })),
    [effect, seed],
  );
  const words = arrays.map(({ arm, counts }) => `${arm} ${counts[0]}`).join(', ');
  return (
    <>
      <SelectControl
        label="Ten thousand imagined people, in each group"
        options={safetyData.sideEffects.map(({ id, label }) => ({ value: id, label: capitalized(label) }))}
        value={effectId}
        onChange={setEffect}
      />
      <div className="icon-pair">
        {arrays.map(({ arm, counts, icons }, n) => (
          <IconFigure
            key={arm}
            name={`10 000 people, ${arm}`}
            caption={
              <>
                <strong>{capitalized(arm)}</strong>
                <FactButton
                  fact={{
                    ...factOf(
                      `This draw, ${arm}`,
                      `10 000 imagined people, each with “${effect.label}” by the share of the trial.`,
                      effect.arms[n].share,
                    ),
                    formula: 'count of draws below the share',
                  }}
                >
                  {thousands(counts[0])} of {thousands(COHORT_SIZE)}
                </FactButton>
              </>
            }
            icons={icons}
            colors={[n > 0 ? '--curve-flux' : COLORS[0], COLORS[1]]}
            meanings={['with it', 'without']}
          />
        ))}
      </div>
      <button type="button" className="text-button" onClick={() => setSeed(seed + 1)}>
        Draw another ten thousand
      </button>
      <Announcement text={`${capitalized(effect.label)}, of ${COHORT_SIZE}: ${words}.`} />
    </>
  );
}
