import type { Theme } from '../../state/choices';

/** The theme of a visit: what the address asks for, else what the scene was kept with, else what the system is set to. */
export const firstTheme = (asked: Theme | null, kept: Theme | null, systemIsLight: boolean): Theme =>
  asked ?? kept ?? (systemIsLight ? 'light' : 'stage');
