import type { PracticePage } from '#editor/editor.ts';
import { type InterviewRequest, requestInInterview } from '#ui/parts/interview-requests.ts';
import type { Action, ActionContext } from './action.ts';

const pages: readonly { readonly page: PracticePage; readonly title: string }[] = [
  { page: 'scenarios', title: 'Practise: choose an interview' },
  { page: 'drills', title: 'Practise: drills' },
  { page: 'review', title: 'Practise: review what was missed' },
  { page: 'history', title: 'Practise: past interviews' },
  { page: 'own', title: 'Practise: write your own scenario' },
];

const requests: readonly { readonly request: InterviewRequest; readonly title: string }[] = [
  { request: 'pause', title: 'Interview: pause or resume' },
  { request: 'next-phase', title: 'Interview: next phase' },
  { request: 'hint', title: 'Interview: take a hint' },
  { request: 'question', title: 'Interview: what would you ask me?' },
  { request: 'curveball', title: 'Interview: deal a curveball' },
  { request: 'reveal', title: 'Interview: reveal' },
  { request: 'end', title: 'Interview: end without the reveal' },
];

const isHeld = ({ editor }: ActionContext): boolean => editor.store.getState().interview?.every(({ type }) => type !== 'revealed' && type !== 'ended') ?? false;

export const practiceActions: readonly Action[] = [
  ...pages.map(({ page, title }): Action => ({ id: `practise-${page}`, title, section: 'Practice', run: ({ editor }) => editor.showPractice(page) })),
  ...requests.map(({ request, title }): Action => ({ id: `interview-${request}`, title, section: 'Practice', isEnabled: isHeld, run: () => requestInInterview(request) })),
];
