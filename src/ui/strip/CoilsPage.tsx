import { useMemo, useState } from 'react';
import { COIL_IDS, coilById } from '../../coil/coilLibrary';
import { formatNumber, formatQuantity } from '../../core/format';
import { measuresAtGap } from '../../field/measures/measuresAtGap';
import { useChoice, useSnapshot } from '../appContext';
import { NoteButton } from '../notes/NoteButton';
import type { CoilPoint } from './coilPoint';
import { DepthFocalityPlot } from './DepthFocalityPlot';
import { useCoilMeasures } from './useCoilMeasures';

const centimeters = { unit: 'cm', factor: 1e2, decimals: 2 };
const squareCentimeters = { unit: 'cm²', factor: 1e4, decimals: 1 };
const gapDisplay = { unit: 'mm', factor: 1e3, decimals: 1 };

/** How deep and how widely each shipped coil reaches, with the present coil at its present gap among them. */
export function CoilsPage() {
  const points = useMemo(shippedPoints, []);
  const [pointed, setPointed] = useState<string | null>(null);
  const coil = useSnapshot('coil');
  const gap = useChoice((choices) => choices.coilDistance);
  const live = useCoilMeasures(coil, gap);
  const trail = useMemo(() => coil.sphereMeasures?.gaps.value.map((stored) => measuresAtGap(coil, stored)!) ?? [], [coil]);
  return (
    <div className="coils-page">
      <DepthFocalityPlot {...{ points, live, trail, pointed, onPoint: setPointed }} currentId={coil.id} currentName={coil.name} />
      <section className="coil-list" aria-label="Measures of the coils">
        <table>
          <thead>
            <tr>
              <th scope="col">In contact</th>
              <th scope="col">
                <NoteButton note="halfValueDepth">d½, cm</NoteButton>
              </th>
              <th scope="col">
                <NoteButton note="tangentialSpread">S½, cm²</NoteButton>
              </th>
            </tr>
          </thead>
          <tbody>
            {live && (
              <tr data-live="true">
                <th scope="row">Now, gap {formatQuantity(gap, gapDisplay)}</th>
                <td>{formatNumber(live.halfValueDepth * centimeters.factor, centimeters.decimals)}</td>
                <td>{formatNumber(live.tangentialSpread * squareCentimeters.factor, squareCentimeters.decimals)}</td>
              </tr>
            )}
            {points.map(({ id, name, halfValueDepth, tangentialSpread }) => (
              <tr
                key={id}
                data-pointed={id === pointed || undefined}
                onPointerEnter={() => setPointed(id)}
                onPointerLeave={() => setPointed(null)}
              >
                <th scope="row">{name}</th>
                <td>{formatNumber(halfValueDepth * centimeters.factor, centimeters.decimals)}</td>
                <td>{formatNumber(tangentialSpread * squareCentimeters.factor, squareCentimeters.decimals)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** The shipped coils at gap 0, from the most focal on. */
function shippedPoints(): CoilPoint[] {
  return COIL_IDS.flatMap((id) => {
    const coil = coilById(id);
    const measures = measuresAtGap(coil, 0);
    return measures ? [{ id, name: coil.name, pattern: coil.fieldPattern, ...measures }] : [];
  }).sort((a, b) => a.tangentialSpread - b.tangentialSpread);
}
