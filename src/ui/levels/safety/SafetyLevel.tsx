import { SegmentedControl } from '../../controls/SegmentedControl';
import '../shared/evidence.css';
import { useLevelMemory } from '../shared/levelMemory';
import { WhereToFindHelp } from '../shared/WhereToFindHelp';
import './safety.css';
import { SafetyEffects } from './SafetyEffects';
import { SafetyMedicines } from './SafetyMedicines';
import { SafetyMetal } from './SafetyMetal';
import { SafetyScreening } from './SafetyScreening';
import { SafetySeizures } from './SafetySeizures';
import { SafetySound } from './SafetySound';

const PAGES = [
  { value: 'seizures', label: 'Seizures', Page: SafetySeizures },
  { value: 'effects', label: 'Side effects', Page: SafetyEffects },
  { value: 'sound', label: 'Sound', Page: SafetySound },
  { value: 'metal', label: 'Metal', Page: SafetyMetal },
  { value: 'screening', label: 'Screening', Page: SafetyScreening },
  { value: 'medicines', label: 'Medicines', Page: SafetyMedicines },
] as const;

/** What can go wrong, how often it did, and what is asked beforehand. No clearance, no exclusion, no setting. */
export function SafetyLevel() {
  const [shown, setShown] = useLevelMemory('safetyPage');
  const { value, Page } = PAGES.find((page) => page.value === shown) ?? PAGES[0];
  return (
    <section className="evidence-level safety-level" aria-label="Safety">
      <SegmentedControl<string> legend="Question of safety" legendHidden options={PAGES} value={value} onChange={setShown} />
      <Page />
      <WhereToFindHelp />
    </section>
  );
}
