import { aftereffectData } from '../../../dose/aftereffect/aftereffectData';
import { SourcedNumber } from '../shared/SourcedNumber';

type PeopleStudy = (typeof aftereffectData.people)[number];

const ACROSS = 32;
const CELL = 10;
const SIZE = 3.6;

/** One dot a person: what a mean over a group hides. */
export function AftereffectPeople() {
  return (
    <div className="aftereffect-people">
      <h3>One dot a person</h3>
      {aftereffectData.people.map((study) => (
        <Study key={study.id} study={study} />
      ))}
      <p className="level-notice">
        Each study drew its own limits, and one session of a person says little about the next. Whether there are kinds of people or one
        broad spread is open. Left out: how much each response changed.
      </p>
    </div>
  );
}

function Study({ study: { label, groups } }: { readonly study: PeopleStudy }) {
  const dots = groups.flatMap(({ direction, people }) => Array.from({ length: people.value }, () => direction));
  const words = groups.map(({ label: group, people }) => `${people.value} ${group}`).join(', ');
  return (
    <figure className="people-study">
      <figcaption>{label}</figcaption>
      <svg className="people-dots" viewBox={`0 0 ${ACROSS * CELL} ${CELL}`} role="img" aria-label={`${label}: ${words}.`}>
        {dots.map((direction, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the dots keep their places.
          <Dot key={n} direction={direction} x={CELL * (n + 0.5)} />
        ))}
      </svg>
      <p className="small-print">
        {groups.map(({ label: group, people }, n) => (
          <span key={group}>
            {n > 0 && ', '}
            <SourcedNumber
              datum={people}
              title={`${label}: ${group}`}
              what={people.note}
              formula={people.verification === 'computed' ? `${dots.length} people less those of the other groups` : undefined}
            >
              {people.value}
            </SourcedNumber>{' '}
            {group}
          </span>
        ))}
        .
      </p>
    </figure>
  );
}

/** Up for growing, down for shrinking responses, a ring for neither: told apart without color. */
function Dot({ direction, x }: { readonly direction: PeopleStudy['groups'][number]['direction']; readonly x: number }) {
  const y = CELL / 2;
  if (direction === 'neither') return <circle cx={x} cy={y} r={SIZE - 0.5} />;
  const tip = direction === 'more' ? -SIZE : SIZE;
  return <path className={direction} d={`M${x - SIZE} ${y - tip}L${x} ${y + tip}L${x + SIZE} ${y - tip}Z`} />;
}
