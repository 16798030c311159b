import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { readScenario } from '#formats/scenario/read.ts';
import { Button } from '#ui/parts/Button.tsx';
import { notify } from '#ui/parts/notify.ts';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { emptyDraft, readDraft, type Writing } from './own-draft.ts';
import styles from './OwnScenarios.module.css';
import { OwnScenarioRow } from './OwnScenarioRow.tsx';
import { takeIn } from './own-shelf.ts';
import { ScenarioWriter } from './ScenarioWriter.tsx';
import { useOwnScenarios } from './use-scenarios.ts';

/** What is being written waits here while the page is closed. */
let waiting: Writing | undefined;

/** The user's own scenarios, and the form that writes them. */
export default function OwnScenarios() {
  const openShelf = useShelf();
  const own = useOwnScenarios();
  const [writing, setWriting] = useState(waiting);
  const file = useRef<HTMLInputElement>(null);
  const write = (next: Writing | undefined): void => {
    waiting = next;
    setWriting(next);
  };
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const text = await chosen.text();
    const read = readScenario(text);
    const shelf = await openShelf();
    if (read.ok && shelf) {
      const { title } = await takeIn(shelf, read.value);
      notify(`“${title}” is one of your scenarios now.`);
    } else {
      const draft = readDraft(text);
      write({ draft: draft.ok ? draft.value : emptyDraft, text, original: undefined });
    }
  };
  if (writing) return <ScenarioWriter writing={writing} own={own ?? []} onChange={write} />;
  return (
    <div className={styles.page}>
      <div className={styles.tools}>
        <Button look="primary" onClick={() => write({ draft: emptyDraft, text: undefined, original: undefined })}>
          <Plus size={14} aria-hidden="true" /> New
        </Button>
        <Button onClick={() => file.current?.click()}>Open a file</Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,application/json"
          data-testid="open-scenario"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {own?.length === 0 && (
        <p className={styles.empty}>
          Write an interview of your own: what is asked, what must hold, and the checks that prove it. It is judged as the others are, and you can send it to friends as a link. Scenarios that you write or open stand here, in this browser only.
        </p>
      )}
      {own && own.length > 0 && (
        <ul className={styles.list} aria-label="Your scenarios">
          {own.map((scenario) => (
            <OwnScenarioRow key={scenario.id} scenario={scenario} onEdit={write} />
          ))}
        </ul>
      )}
    </div>
  );
}
