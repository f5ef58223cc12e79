const ACROSS = 20;
const CELL = 10;

/** A hundred people as marks, class after class: filled for the first class, filled in the accent for the second, rings for the rest. */
export function HundredPeople({ counts, label }: { readonly counts: readonly [first: number, second: number]; readonly label: string }) {
  const kind = (n: number): string => (n < counts[0] ? 'either' : n < counts[0] + counts[1] ? 'more' : 'neither');
  return (
    <svg className="hundred-people" viewBox={`0 0 ${ACROSS * CELL} ${(100 / ACROSS) * CELL}`} role="img" aria-label={label}>
      {Array.from({ length: 100 }, (_, n) => {
        const [x, y] = [CELL * (n % ACROSS) + CELL / 2, CELL * Math.floor(n / ACROSS) + CELL / 2];
        const shape = kind(n);
        // biome-ignore lint/suspicious/noArrayIndexKey: the marks keep their places.
        if (shape === 'more') return <path key={n} className="person more" d={`M${x} ${y - 4.2}l4.2 4.2l-4.2 4.2l-4.2 -4.2z`} />;
        // biome-ignore lint/suspicious/noArrayIndexKey: the marks keep their places.
        return <circle key={n} className={`person ${shape}`} cx={x} cy={y} r={3.2} />;
      })}
    </svg>
  );
}
