import { X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '#ui/parts/Button.tsx';
import { useEditorState } from '#ui/parts/editor-context.tsx';
import { Tabs } from '#ui/parts/Tabs.tsx';
import styles from './SidePanel.module.css';

const Inspector = lazy(() => import('#ui/inspector/Inspector.tsx'));
const InterviewPanel = lazy(() => import('#ui/practice/InterviewPanel.tsx'));

type Side = 'interview' | 'properties';

const tabs = [
  { value: 'interview', label: 'Interview' },
  { value: 'properties', label: 'Properties' },
] as const;

/** The side panel while an interview is held: its guide and notebook, and the properties of what is selected. */
export default function SidePanel({ today, onClose }: { readonly today: () => string; onClose(): void }) {
  const selection = useEditorState((state) => state.selection);
  const [{ seen, side }, choose] = useState<{ readonly seen: typeof selection; readonly side: Side }>({ seen: selection, side: selection.size > 0 ? 'properties' : 'interview' });
  const isRevealed = useEditorState(({ interview }) => interview?.some(({ type }) => type === 'revealed') ?? false);
  const [wasRevealed, setWasRevealed] = useState(isRevealed);
  // The reveal shows its debrief.
  if (isRevealed !== wasRevealed) {
    setWasRevealed(isRevealed);
    if (isRevealed) choose({ seen: selection, side: 'interview' });
  }
  // Choosing something on the canvas shows it; choosing nothing goes back to the interview.
  if (selection !== seen) choose({ seen: selection, side: selection.size > 0 ? 'properties' : seen.size > 0 ? 'interview' : side });
  return (
    <div className={styles.side}>
      <Tabs label="Side panel" value={side} tabs={tabs} onChange={(next) => choose({ seen: selection, side: next })} />
      <Button look="icon" className={styles.close} aria-label="Close the side panel" onClick={onClose}>
        <X size={16} />
      </Button>
      <div className={styles.body} role="tabpanel" aria-label={tabs.find(({ value }) => value === side)?.label}>
        <Suspense>{side === 'interview' ? <InterviewPanel /> : <Inspector today={today} />}</Suspense>
      </div>
    </div>
  );
}
