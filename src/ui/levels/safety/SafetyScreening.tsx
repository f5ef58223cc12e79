import { answersOf, type ScreeningAnswer, screen, screeningData } from '../../../dose/risk/screening';
import { Announcement } from '../../controls/Announcement';
import { SelectControl } from '../../controls/SelectControl';
import { type Fact, FactButton, factOf } from '../shared/FactButton';
import { useLevelMemory } from '../shared/levelMemory';
import { SourcedSentence } from '../shared/SourcedSentence';

type Answers = Readonly<Record<string, ScreeningAnswer | undefined>>;

const ANSWERS: Readonly<Record<ScreeningAnswer, string>> = { yes: 'Yes', no: 'No', unsure: 'Not sure', 'not-asked': 'not asked' };

const NOT_ASKED_FACT: Fact = {
  ...factOf(
    'Questions that were not asked',
    'The topics follow the published questionnaire; the wording is this program’s.',
    screeningData.meaning,
  ),
  formula: 'questions of the list − questions asked',
};

/** A role-play: the student asks, an invented patient answers, and the result is a conversation or nothing raised. */
export function SafetyScreening() {
  const [patientId, setPatient] = useLevelMemory('patientId');
  const [asked, setAsked] = useLevelMemory('asked');
  const patient = screeningData.patients.find(({ id }) => id === patientId) ?? screeningData.patients[0];
  const all = answersOf(patient);
  const answers = Object.fromEntries(asked.map((id) => [id, all[id]]));
  const choosePatient = (id: string): void => {
    setPatient(id);
    setAsked([]);
  };
  return (
    <>
      <div className="level-main">
        <SelectControl
          label="Invented patient"
          options={screeningData.patients.map(({ id, name }) => ({ value: id, label: name }))}
          value={patient.id}
          onChange={choosePatient}
        />
        <p className="patient-story">
          {patient.story} <span className="quiet">{patient.name} does not exist.</span>
        </p>
        <button type="button" className="text-button" onClick={() => setAsked(screeningData.screeningItems.map(({ id }) => id))}>
          Ask everything
        </button>
        <Questions answers={answers} onAsk={(id) => setAsked([...asked, id])} />
      </div>
      <div className="level-aside screening-aside">
        <div className="screening-stay">
          <Result answers={answers} />
          <p>
            <SourcedSentence title="What the result means" sentence={screeningData.meaning} />
          </p>
          <ul className="sourced-list">
            <li>
              <SourcedSentence title="Another checklist" sentence={screeningData.checklistExample} />
            </li>
            <li>
              <SourcedSentence title="An older questionnaire" sentence={screeningData.olderQuestionnaire} />
            </li>
          </ul>
        </div>
      </div>
    </>
  );
}

function Questions(props: { readonly answers: Answers; readonly onAsk: (id: string) => void }) {
  const { answers, onAsk } = props;
  return (
    <ol className="questions">
      {screeningData.screeningItems.map(({ id, topic, reason, source, verification, urgent }) => (
        <li key={id} data-answer={answers[id] ?? 'not-asked'}>
          <span className="question">
            {topic} <FactButton fact={{ title: 'Why this is asked', what: reason, sources: [source], verification }}>why</FactButton>
            {urgent && (answers[id] === 'yes' || answers[id] === 'unsure') && <strong className="urgent">{urgent.text}</strong>}
          </span>
          {answers[id] === undefined ? (
            <button type="button" className="text-button" aria-label={`Ask: ${topic}`} onClick={() => onAsk(id)}>
              Ask
            </button>
          ) : (
            <strong className="answer">{ANSWERS[answers[id] ?? 'not-asked']}</strong>
          )}
        </li>
      ))}
    </ol>
  );
}

function Result({ answers }: { readonly answers: Answers }) {
  const { result, raised, urgent } = screen(answers);
  const words = result === 'needs-discussion' ? 'Needs discussion' : 'No item raised';
  const open = raised.filter(({ answer }) => answer === 'not-asked').length;
  const named = raised.filter(({ answer }) => answer !== 'not-asked');
  return (
    <div className="screening-result">
      <h3>Result so far</h3>
      <p className="safety-sentence" data-reading="screening">
        {words}
      </p>
      {urgent.map((sentence) => (
        <p key={sentence.text} className="level-notice" data-urgent>
          <SourcedSentence title="What cannot wait" sentence={sentence} />
        </p>
      ))}
      {open > 0 && (
        <p>
          <FactButton fact={NOT_ASKED_FACT}>{`${open} of ${screeningData.screeningItems.length} questions`}</FactButton> not asked: that
          alone needs discussion.
        </p>
      )}
      <Announcement text={[`${words}. ${named.length} raised, ${open} not asked.`, ...urgent.map(({ text }) => text)].join(' ')} />
      <ul className="sourced-list">
        {named.map(({ item, answer }) => (
          <li key={item.id}>
            {ANSWERS[answer]}: {item.topic} {item.reason}
          </li>
        ))}
      </ul>
    </div>
  );
}
