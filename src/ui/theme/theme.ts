import { useSyncExternalStore } from 'react';

/** What the user has chosen; `system` follows the machine. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'caveat-theme';
const listeners = new Set<() => void>();
const systemIsDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

/** The user's choice, remembered by the browser. */
export function themeChoice(): ThemeChoice {
  const stored = readStored();
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** The theme that is shown. */
export function activeTheme(): 'light' | 'dark' {
  const choice = themeChoice();
  if (choice !== 'system') return choice;
  return systemIsDark().matches ? 'dark' : 'light';
}

/** Changes the theme at once and remembers it. */
export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // A browser that forbids storage still shows the theme until the page is closed.
  }
  applyTheme();
}

/** Shows the theme, and keeps following the machine. */
export function startTheme(): void {
  systemIsDark().addEventListener('change', applyTheme);
  applyTheme();
}

/** The theme that is shown, for components that draw with it. */
export const useTheme = (): 'light' | 'dark' => useSyncExternalStore(subscribe, activeTheme);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function applyTheme(): void {
  document.documentElement.dataset['theme'] = activeTheme();
  for (const listener of listeners) listener();
}

function readStored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
