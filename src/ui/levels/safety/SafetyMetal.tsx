import { useMemo } from 'react';
import { coilDipoles } from '../../../coil/windings/windingsToDipoles';
import { formatNumber, formatSignificant } from '../../../core/format';
import type { Sourced } from '../../../core/sourced';
import { safetyData } from '../../../dose/risk/safetyData';
import { type RingPeaks, ringFluxPerAmpere, scalePeaks, unitRingPeaks } from '../../../dose/risk/safetyRing';
import { type Contraindication, screeningData } from '../../../dose/risk/screening';
import { needsWarning } from '../../../evidence/verificationLabel';
import type { ParameterSpec } from '../../../state/parameterSpec';
import { usePulse, useSnapshot } from '../../appContext';
import { Announcement } from '../../controls/Announcement';
import { SelectControl } from '../../controls/SelectControl';
import { SliderField } from '../../controls/SliderField';
import { capitalized } from '../shared/capitalized';
import { type Fact, FactButton } from '../shared/FactButton';
import { useLevelMemory } from '../shared/levelMemory';
import { SourcedNumber } from '../shared/SourcedNumber';
import { SourcedSentence } from '../shared/SourcedSentence';
import { SafetyMetalPlot } from './SafetyMetalPlot';

const WIRE_RADIUS = 0.0005;
const DISTANCE: ParameterSpec = {
  label: 'Distance from the coil',
  help: 'From the face of the casing to the middle of the ring, along the axis of the coil.',
  minimum: 0.005,
  maximum: 0.4,
  initial: 0.05,
  step: 0.001,
  display: { unit: 'cm', factor: 100, decimals: 1 },
};
const RADIUS: ParameterSpec = {
  label: 'Radius of the ring',
  help: 'A closed ring of round wire, 1 mm thick.',
  minimum: 0.003,
  maximum: 0.03,
  initial: 0.01,
  step: 0.0005,
  display: { unit: 'mm', factor: 1000, decimals: 1 },
};
const WINDINGS = 'Windings: as listed with the coil.';
const RING_FACT: Fact = {
  title: 'The ring',
  what: 'A closed ring of round wire stands for a clip, a stent or a plate with a hole. Real objects differ in shape and thickness.',
  formula: 'R = 2 a ρ / b², L = μ₀ a (ln(8 a / b) − 7/4); a radius of the ring, b of the wire',
  sources: ['project-choice'],
  verification: 'assumed',
};
const PLOT_FACT: Fact = {
  title: 'Largest current in the ring',
  what: 'For the present coil and pulse, the ring on the axis of the coil and turned so that most flux goes through it. Shaded: inside the distance of the labels.',
  formula: 'L di/dt + R i = −area · B per ampere · dI/dt',
  sources: [WINDINGS, 'material-constants', 'fda-label'],
  verification: 'computed',
};
const DISTANCES = Array.from({ length: 41 }, (_, n) => DISTANCE.minimum * (DISTANCE.maximum / DISTANCE.minimum) ** (n / 40));

/** A closed ring of metal in the field of the present coil with the present pulse. */
export function SafetyMetal() {
  const [distance, setDistance] = useLevelMemory('ringDistance');
  const [radius, setRadius] = useLevelMemory('ringRadius');
  const [materialId, setMaterial] = useLevelMemory('ringMaterial');
  const coil = useSnapshot('coil');
  const pulse = usePulse();
  const material = safetyData.ringMaterials.find(({ id }) => id === materialId) ?? safetyData.ringMaterials[0];
  const dipoles = useMemo(() => coilDipoles(coil), [coil]);
  const fluxes = useMemo(() => DISTANCES.map((d) => ringFluxPerAmpere(dipoles, d, radius)), [dipoles, radius]);
  const unit = useMemo(
    () => unitRingPeaks({ radius, wireRadius: WIRE_RADIUS, resistivity: material.resistivity.value }, pulse),
    [radius, material, pulse],
  );
  const peaks = scalePeaks(unit, ringFluxPerAmpere(dipoles, distance, radius));
  const curve = DISTANCES.map((d, n) => [d, scalePeaks(unit, fluxes[n]).current] as const);
  return (
    <>
      <div className="level-controls">
        <SliderField spec={DISTANCE} value={distance} onChange={setDistance} mark={safetyData.metalDistance.value} />
        <SliderField spec={RADIUS} value={radius} onChange={setRadius} />
        <SelectControl
          label="Metal"
          options={safetyData.ringMaterials.map(({ id, label }) => ({ value: id, label: capitalized(label) }))}
          value={material.id}
          onChange={setMaterial}
        />
        <p className="small-print">
          Resistivity of {material.label}:{' '}
          <SourcedNumber datum={material.resistivity} title={`Resistivity of ${material.label}`}>
            {formatSignificant(material.resistivity.value * 1e9)} nΩ·m
          </SourcedNumber>
        </p>
        <Peaks peaks={peaks} coil={coil.name} resistivity={material.resistivity} />
        <Announcement
          text={`Largest current in the ring ${formatSignificant(peaks.current)} A at ${formatNumber(100 * distance, 1)} cm.`}
        />
      </div>
      <div className="level-main">
        <SafetyMetalPlot curve={curve} distance={distance} current={peaks.current} limit={safetyData.metalDistance} fact={PLOT_FACT} />
        <p className="small-print">
          Labels name <Limit />. The ring faces the flux and is one turn of{' '}
          <FactButton fact={RING_FACT}>{formatNumber(2000 * WIRE_RADIUS)} mm wire</FactButton>. Force, cooling, and electronics are not
          computed; leads and magnets can suffer where a ring does not warm.
        </p>
      </div>
      <div className="level-aside contraindications">
        <Contraindications />
      </div>
    </>
  );
}

function Limit() {
  const { metalDistance } = safetyData;
  return (
    <SourcedNumber
      datum={metalDistance}
      title="Distance of the labels"
      what="Metal that cannot be removed within this distance of the coil is a contraindication of the labels."
    >
      {formatNumber(100 * metalDistance.value)} cm
    </SourcedNumber>
  );
}

function Peaks({ peaks, coil, resistivity }: { readonly peaks: RingPeaks; readonly coil: string; readonly resistivity: Sourced<number> }) {
  const rows = [
    [
      'emf',
      'Voltage around the ring',
      `${formatSignificant(peaks.emf * 1000)} mV`,
      'emf = −area · B per ampere · dI/dt, B averaged over the ring',
    ],
    ['current', 'Largest current', `${formatSignificant(peaks.current)} A`, 'L di/dt + R i = emf'],
    ['heat', 'Heat of one pulse', `${formatSignificant(peaks.heat * 1e6)} µJ`, '∫ R i² dt'],
  ] as const;
  const graded = needsWarning(resistivity.verification) ? resistivity.verification : 'computed';
  return (
    <dl className="readings">
      {rows.map(([id, label, text, formula]) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            <FactButton
              fact={{
                title: label,
                what: `From the flux density of the present coil (${coil}) and the present pulse. The skin effect and the ring’s effect back on the coil are left out.`,
                formula,
                // The voltage does not depend on the metal; the rest is no better known than its resistivity.
                sources: id === 'emf' ? [WINDINGS] : [WINDINGS, resistivity.source],
                verification: id === 'emf' ? 'computed' : graded,
              }}
            >
              <span data-reading={id}>{text}</span>
            </FactButton>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const LEVELS: readonly (readonly [Contraindication['level'], string])[] = [
  ['absolute', 'Listed as absolute'],
  ['relative', 'To be weighed'],
];

function Contraindications() {
  return LEVELS.map(([level, title]) => (
    <div key={level}>
      <h3>{title}</h3>
      <ul className="sourced-list">
        {screeningData.contraindications
          .filter((item) => item.level === level)
          .map(({ id, item, reason, source, verification, beside }) => (
            <li key={id} data-item={id}>
              <strong>{item}.</strong> <SourcedSentence title={item} sentence={{ text: reason, source, verification }} />{' '}
              {beside && <SourcedSentence title={item} sentence={beside} />}
            </li>
          ))}
      </ul>
    </div>
  ));
}
