import type { KeyboardEvent } from 'react';

export interface TabsProps<T extends string> {
  /** Begins the ids of the tabs and, with `-page`, that of the one page they lead to. */
  readonly name: string;
  readonly className: string;
  /** What the tabs lead through, for assistive technology. */
  readonly label: string;
  readonly tabs: readonly { readonly id: T; readonly label: string }[];
  readonly chosen: T;
  readonly onChoose: (id: T) => void;
  /** Whether up and down move too: where the tabs stand in a column. */
  readonly upAndDown?: boolean;
}

const FORWARD = ['ArrowRight', 'ArrowDown'];
const BACK = ['ArrowLeft', 'ArrowUp'];

/** Where a key leads from the tab at place `at` of `count`: arrows go round; null for other keys. */
export function tabAfterKey(key: string, at: number, count: number, upAndDown: boolean): number | null {
  const arrows = upAndDown ? 2 : 1;
  if (FORWARD.slice(0, arrows).includes(key)) return (at + 1) % count;
  if (BACK.slice(0, arrows).includes(key)) return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** A row or column of tabs over one page. Arrows move along them and choose at once, as the pattern for tabs asks. */
export function Tabs<T extends string>({ name, className, label, tabs, chosen, onChoose, upAndDown = false }: TabsProps<T>) {
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const to = tabAfterKey(event.key, at, tabs.length, upAndDown);
    if (to === null) return;
    event.preventDefault();
    const { id } = tabs[to];
    onChoose(id);
    document.getElementById(`${name}-tab-${id}`)?.focus();
  };
  return (
    <div className={className} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ id, label: words }) => (
        <button
          key={id}
          id={`${name}-tab-${id}`}
          type="button"
          role="tab"
          aria-selected={id === chosen}
          aria-controls={`${name}-page`}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
