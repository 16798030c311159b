import { lazy, Suspense } from 'react';
import type { PracticePage } from '#editor/editor.ts';
import { Dialog } from '#ui/parts/Dialog.tsx';
import { useEditor } from '#ui/parts/editor-context.tsx';
import { Tabs } from '#ui/parts/Tabs.tsx';
import styles from './PracticeDialog.module.css';

const pages = {
  scenarios: lazy(() => import('./ScenarioLibrary.tsx')),
  drills: lazy(() => import('./Drills.tsx')),
  review: lazy(() => import('./Review.tsx')),
  history: lazy(() => import('./History.tsx')),
  own: lazy(() => import('./OwnScenarios.tsx')),
} as const satisfies Readonly<Record<PracticePage, unknown>>;

const tabs: readonly { readonly value: PracticePage; readonly label: string }[] = [
  { value: 'scenarios', label: 'Interviews' },
  { value: 'drills', label: 'Drills' },
  { value: 'review', label: 'Review' },
  { value: 'history', label: 'History' },
  { value: 'own', label: 'Your scenarios' },
];

/** Everything that can be practised, a page each. */
export default function PracticeDialog({ page }: { readonly page: PracticePage }) {
  const editor = useEditor();
  const Page = pages[page];
  return (
    <Dialog title="Practise" width={1180} isTall onClose={() => editor.showPractice(undefined)}>
      <Tabs label="Practice" value={page} tabs={tabs} onChange={(next) => editor.showPractice(next)} />
      <div className={styles.page} role="tabpanel" aria-label={tabs.find(({ value }) => value === page)?.label}>
        <Suspense>
          <Page />
        </Suspense>
      </div>
    </Dialog>
  );
}
