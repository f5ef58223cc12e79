import { type OpenQuestion, openQuestions } from '../../../evidence/openQuestions';
import { SourcedList } from '../shared/SourcedSentence';

const SIDES = { yes: 'Yes', no: 'No' } as const;

/** Questions on which studies disagree, each as a card with both answers side by side. */
export function OpenQuestionsPart() {
  return (
    <section className="level-block open-questions">
      <h3>Two questions, two answers each</h3>
      {openQuestions.map((question) => (
        <Card key={question.id} question={question} />
      ))}
    </section>
  );
}

function Card({ question: { id, question, about, answers, between } }: { readonly question: OpenQuestion }) {
  return (
    <article className="question-card" aria-labelledby={`question-${id}`}>
      <h4 id={`question-${id}`}>{question}</h4>
      <p>{about}</p>
      <div className="question-sides">
        {answers.map(({ side, texts }) => (
          <div key={side} className="question-side">
            <strong>{SIDES[side]}</strong>
            <SourcedList title={`${question} ${SIDES[side]}`} sentences={texts} />
          </div>
        ))}
      </div>
      <strong>Between them</strong>
      <SourcedList title={question} sentences={between} />
    </article>
  );
}
