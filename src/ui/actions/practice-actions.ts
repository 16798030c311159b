import type { PracticePage } from '#editor/editor.ts';
import type { Action } from './action.ts';

const pages: readonly { readonly page: PracticePage; readonly title: string }[] = [
  { page: 'scenarios', title: 'Practise: choose an interview' },
  { page: 'drills', title: 'Practise: drills' },
  { page: 'review', title: 'Practise: review what was missed' },
  { page: 'history', title: 'Practise: past interviews' },
  { page: 'own', title: 'Practise: write your own scenario' },
];

export const practiceActions: readonly Action[] = pages.map(({ page, title }) => ({ id: `practise-${page}`, title, section: 'Practice', run: ({ editor }) => editor.showPractice(page) }));
