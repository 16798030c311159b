import type { Notebook } from '../diagram.ts';
import { withNotebook } from '../notebook.ts';
import { type Command, transaction } from '../transaction.ts';

/** A page of the notebook that holds free text. */
export type NotebookPage = keyof Pick<Notebook, 'requirements' | 'api' | 'decisions'>;

const labels: Readonly<Record<NotebookPage, string>> = { requirements: 'Write requirements', api: 'Write API', decisions: 'Write decisions' };

/** Writes a page of the notebook; an empty text leaves the page out. Null outside practice. */
export const writeNotebook: Command<{ readonly page: NotebookPage; readonly text: string; readonly gesture?: string }> = (diagram, { page, text, gesture }) => {
  const next = withNotebook(diagram, (notebook) => ({ ...notebook, [page]: text === '' ? undefined : text }));
  return next && transaction(labels[page], diagram, next, gesture);
};
