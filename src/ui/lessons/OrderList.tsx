import { useRef } from 'react';

interface Item {
  readonly id: string;
  readonly label: string;
}

/** Items that are put in order by buttons, or by the arrow keys on one of them. */
export function OrderList(props: {
  readonly items: readonly Item[];
  readonly ids: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (ids: string[]) => void;
}) {
  const { items, ids, disabled, onChange } = props;
  const list = useRef<HTMLOListElement>(null);
  const move = (from: number, by: number): void => {
    const to = from + by;
    if (disabled || to < 0 || to >= ids.length) return;
    const next = [...ids];
    [next[from], next[to]] = [next[to], next[from]];
    onChange(next);
    // The focus stays with what was moved.
    requestAnimationFrame(() => {
      const button = list.current
        ?.querySelectorAll('li')
        [to]?.querySelector<HTMLButtonElement>(`[data-by="${by}"]:not(:disabled), button:not(:disabled)`);
      button?.focus();
    });
  };
  return (
    <ol ref={list} className="task-order">
      {ids.map((id, n) => {
        const label = items.find((item) => item.id === id)?.label ?? id;
        return (
          <li key={id} data-item={id}>
            <span>{label}</span>
            <button type="button" data-by="-1" disabled={disabled || n === 0} aria-label={`${label}: earlier`} onClick={() => move(n, -1)}>
              <span aria-hidden="true">↑</span>
            </button>
            <button
              type="button"
              data-by="1"
              disabled={disabled || n === ids.length - 1}
              aria-label={`${label}: later`}
              onClick={() => move(n, 1)}
            >
              <span aria-hidden="true">↓</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
