import { isAsPublished, protocolChoiceFromPreset, protocolName } from '../../../dose/protocol/protocolChoice';
import { isProtocolId, protocolPreset, protocolPresets } from '../../../dose/protocol/protocolPresets';
import { choose } from '../../../state/store';
import { useApp } from '../../appContext';
import { SegmentedControl } from '../../controls/SegmentedControl';
import { SelectControl } from '../../controls/SelectControl';
import { type Fact, FactButton } from '../shared/FactButton';
import { SourcedList, SourcedSentence } from '../shared/SourcedSentence';
import { useProtocolChoice } from '../shared/useProtocolChoice';
import { LABORATORY_COURSE, ProtocolCourse } from './ProtocolCourse';
import { ProtocolFile } from './ProtocolFile';
import { ProtocolSession } from './ProtocolSession';
import { useProtocolEditing } from './protocolMemory';

const PRESETS = protocolPresets.map(({ id, name }) => ({ value: id as string, label: name }));
/** A file may hold a protocol that started from none of these. */
const OWN = { value: 'own', label: 'Own protocol' };

const OWN_FACT: Fact = {
  title: 'Not as published',
  what: 'Some numbers are your own or come from a file. Each row says whether its number is published, and what is published instead. Nothing is known of the effect of such a protocol.',
  sources: ['project-choice'],
  verification: 'assumed',
};

/** The published protocols, and nested timing from the pulse to the course that starts from one of them. */
export function ProtocolEditor() {
  const { store } = useApp().simulation;
  const chosen = useProtocolChoice();
  const editing = useProtocolEditing();
  const { shown, segment } = editing;
  const preset = shown.presetId === null ? null : protocolPreset(shown.presetId);
  const start = (id: string): void => {
    if (isProtocolId(id)) choose(store, { protocol: protocolChoiceFromPreset(id) });
  };
  return (
    <section className="level-block protocol-editor">
      <SelectControl label="Start from" options={preset ? PRESETS : [OWN, ...PRESETS]} value={preset?.id ?? OWN.value} onChange={start} />
      {preset && (
        <p className="small-print">
          <SourcedSentence title={preset.name} sentence={preset.summary} />{' '}
          {preset.coilNeeded && `Given with ${preset.coilNeeded}, which is not modeled here.`}
        </p>
      )}
      {!isAsPublished(chosen) && (
        <p className="small-print">
          <FactButton fact={OWN_FACT}>{protocolName(chosen)}</FactButton>{' '}
          {preset && (
            <button type="button" className="link-button" onClick={() => start(preset.id)}>
              Back to the published
            </button>
          )}
        </p>
      )}
      {shown.segments.length > 1 && (
        <SegmentedControl
          legend="Part of the session"
          options={shown.segments.map(({ side, timing }, n) => ({
            value: String(n),
            label: `${n + 1}: ${side ?? ''} ${timing.trains > 1 ? 'trains' : 'one train'}`,
          }))}
          value={String(segment)}
          onChange={(n) => editing.showSegment(Number(n))}
        />
      )}
      <ProtocolSession editing={editing} preset={preset?.segments[segment]} />
      <ProtocolCourse editing={editing} preset={preset ? (preset.course ?? LABORATORY_COURSE) : undefined} />
      {preset && <SourcedList title={preset.name} sentences={preset.notes} />}
      <ProtocolFile />
    </section>
  );
}
