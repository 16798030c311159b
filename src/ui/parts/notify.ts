/** What is told for a moment at the bottom of the window. */
export interface Notice {
  readonly text: string;
  readonly tone: 'plain' | 'problem';
  /** What can be done about it. */
  readonly action?: { readonly label: string; run(): void };
}

const listeners = new Set<(notice: Notice) => void>();

/** Tells something for a moment. Problems stay until they are closed. */
export function notify(text: string, tone: Notice['tone'] = 'plain', action?: Notice['action']): void {
  for (const listener of listeners) listener({ text, tone, ...(action ? { action } : {}) });
}

/** Hears every notice; returns what stops it. */
export function onNotice(listener: (notice: Notice) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
