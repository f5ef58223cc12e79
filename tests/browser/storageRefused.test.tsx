import { describe, expect, it } from 'vitest';
import { choose } from '../../src/state/store';
import { until } from './openApp';

const notices = (): string[] => [...document.querySelectorAll('.notice p')].map(({ textContent }) => textContent ?? '');

describe('Where the browser forbids storage', () => {
  it('the application runs, and says once that nothing is kept', async () => {
    // As browsers do where cookies are blocked: the mere question throws.
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        configurable: true,
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
    const root = document.createElement('div');
    root.id = 'root';
    document.body.append(root);
    await import('../../src/main');
    await until(() => Boolean(window.coilscope?.simulation.snapshot().field) || document.querySelector('.failure') !== null, 'a start');
    expect(document.querySelector('.failure')?.textContent ?? '').toBe('');
    const { store } = window.coilscope!.simulation;
    await until(() => notices().some((text) => text.includes('keeps nothing')), 'the sentence');
    for (const dIdt of [50e6, 60e6]) {
      choose(store, { dIdt });
      await new Promise((resolve) => setTimeout(resolve, 600));
    }
    expect(notices().filter((text) => text.includes('keeps nothing'))).toEqual([
      'This browser keeps nothing for this page: what you choose is gone when the page is closed.',
    ]);
    expect(store.getState().dIdt).toBe(60e6);
  });
});
