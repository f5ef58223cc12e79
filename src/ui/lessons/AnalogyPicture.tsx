import { type ReactNode, useState } from 'react';
import type { PictureId } from '../../lessons/lessonSchema';
import { CheckControl } from '../controls/CheckControl';

interface Analogy {
  readonly name: string;
  /** What the picture says, and where it breaks. */
  readonly says: string;
  readonly hides: readonly string[];
  readonly drawing: (broken: boolean) => ReactNode;
}

const ROADS: Analogy = {
  name: 'Roads and traffic',
  says: 'Signals in the brain are like traffic on roads: some are jammed, some are empty, and a pulse directs them.',
  hides: [
    'A pulse does not choose which car goes: it excites whatever fibers lie the right way in the field.',
    'No blockage is cleared: nothing in the brain is jammed as a road is.',
  ],
  drawing: (broken) => (
    <>
      <path className="road" d="M10 70C60 60 90 20 150 24S250 70 290 50M10 30C70 30 110 80 180 82S260 30 290 20" />
      <g className="cars">
        {[40, 56, 72, 88].map((x, n) => (
          <rect key={x} x={x} y={58 - 6 * n} width="10" height="6" rx="2" />
        ))}
        {!broken && <path className="director" d="M150 24v-14M144 14l6-6 6 6" />}
      </g>
      {broken && (
        <g className="breaks">
          <circle cx="150" cy="48" r="34" />
          <text x="150" y="52">
            all at once
          </text>
        </g>
      )}
    </>
  ),
};

const GARDENER: Analogy = {
  name: 'The gardener',
  says: 'The brain is like a garden: with water and light, day after day, paths between plants grow.',
  hides: [
    'More is not always better: twice the pulses can turn an after-effect around.',
    'Nothing is seen to grow: what is measured after a course is small and differs from person to person.',
  ],
  drawing: (broken) => (
    <>
      <path className="road" d="M10 84H290" />
      {[50, 110, 170, 230].map((x, n) => {
        const height = broken ? [44, 12, 30, 6][n] : 44;
        return <path key={x} className="plant" d={`M${x} 84v${-height}m0 ${height / 3}l-10 -8m10 8l10 -8`} />;
      })}
      {broken && (
        <text className="break-words" x="150" y="20">
          the same water, four gardens
        </text>
      )}
    </>
  ),
};

const ANALOGIES: Readonly<Record<PictureId, Analogy>> = { roads: ROADS, gardener: GARDENER };

/** A figure of speech as a picture, which can be broken: what it says, and what it hides. */
export function AnalogyPicture({ id }: { readonly id: PictureId }) {
  const [broken, setBroken] = useState(false);
  const { name, says, hides, drawing } = ANALOGIES[id];
  return (
    <figure className="analogy" data-broken={broken}>
      <svg viewBox="0 0 300 100" role="img" aria-label={`${name}${broken ? ', broken' : ''}`}>
        {drawing(broken)}
      </svg>
      <figcaption>
        <CheckControl label="Where it breaks" checked={broken} onChange={setBroken} />
        {broken ? (
          <ul>
            {hides.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        ) : (
          <p>{says}</p>
        )}
      </figcaption>
    </figure>
  );
}
