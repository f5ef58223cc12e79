import { useEffect, useState } from 'react';
import { readouts } from '../../field/measures/readouts';
import { fieldUnderCoil, limitSentence, underPhrase } from '../../field/measures/underCoil';
import { useApp } from '../appContext';
import { describeScene, sceneWords } from './describeScene';

/** An interaction has ended when nothing changed for this long, in milliseconds. */
const QUIET = 700;

/** The picture in words, spoken when an interaction ends and always there to be read. */
export function LiveDescription({ id }: { readonly id: string }) {
  const text = useSettledDescription();
  return (
    <p id={id} className="visually-hidden" aria-live="polite">
      {text}
    </p>
  );
}

function useSettledDescription(): string {
  const { simulation } = useApp();
  const [text, setText] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = (): void => {
      const choices = simulation.store.getState();
      const snapshot = simulation.snapshot();
      const values = readouts(snapshot, choices);
      const under = fieldUnderCoil(snapshot, simulation.head.cortex, choices);
      const facts = values && {
        ...values,
        strongest: values.maximumPoint,
        target: snapshot.target.cortex,
        targetLabel: snapshot.target.label,
        under: snapshot.under.nearTarget || under === null ? null : { value: under, phrase: underPhrase(snapshot) },
        limit: limitSentence(snapshot.under),
      };
      setText(sceneWords(simulation.comparison.getState()) + describeScene(facts, choices));
    };
    const changed = (): void => {
      clearTimeout(timer);
      timer = setTimeout(write, QUIET);
    };
    const leave = [simulation.subscribe(changed), simulation.store.subscribe(changed), simulation.comparison.subscribe(changed)];
    write();
    return () => {
      clearTimeout(timer);
      for (const unsubscribe of leave) unsubscribe();
    };
  }, [simulation]);
  return text;
}
