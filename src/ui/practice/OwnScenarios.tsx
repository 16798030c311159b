import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { readScenario } from '#formats/scenario/read.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { emptyDraft, readDraft, type Writing } from './own-draft.ts';
import styles from './OwnScenarios.module.css';
import { OwnScenarioRow } from './OwnScenarioRow.tsx';
import { takeIn } from './own-shelf.ts';
import type { Said } from './said.ts';
import { ScenarioWriter } from './ScenarioWriter.tsx';
import { UnreadScenarioRow } from './UnreadScenarioRow.tsx';
import { useOwnScenarios, useUnreadScenarios } from './use-scenarios.ts';

/** What is being written waits here while the page is closed. */
let waiting: Writing | undefined;

/** The user's own scenarios, and the form that writes them. */
export default function OwnScenarios() {
  const openShelf = useShelf();
  const own = useOwnScenarios();
  const unread = useUnreadScenarios();
  const [writing, setWriting] = useState(waiting);
  const [said, say] = useState<Said>();
  const file = useRef<HTMLInputElement>(null);
  const tools = useRef<HTMLDivElement>(null);
  const isWriting = writing !== undefined;
  // What was clicked is gone: the focus goes to what can be done next, which is to undo it where that can be.
  useEffect(() => {
    if (isWriting || document.activeElement?.closest('button')) return;
    const buttons = [...(tools.current?.querySelectorAll('button') ?? [])];
    buttons.at(said?.undo ? -1 : 0)?.focus();
  }, [isWriting, said]);
  const write = (next: Writing | undefined): void => {
    waiting = next;
    say(undefined);
    setWriting(next);
  };
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const text = await chosen.text();
    const read = readScenario(text);
    const shelf = await openShelf();
    if (read.ok && shelf) {
      const { title } = await takeIn(shelf, read.value);
      say({ text: `“${title}” is one of your scenarios now.` });
    } else {
      const draft = readDraft(text);
      write({ draft: draft.ok ? draft.value : emptyDraft, text, original: undefined });
    }
  };
  if (writing) return <ScenarioWriter writing={writing} own={own ?? []} onChange={write} onSaid={say} />;
  return (
    <div className={styles.page}>
      <div ref={tools} className={styles.tools}>
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
        <p role="status" className={styles.said}>
          {said?.text}
          {said?.undo && (
            <Button
              look="quiet"
              onClick={() => {
                said.undo?.();
                say(undefined);
              }}
            >
              Undo
            </Button>
          )}
        </p>
      </div>
      {own?.length === 0 && unread.length === 0 && (
        <p className={styles.empty}>
          Write an interview of your own: what is asked, what must hold, and the checks that prove it. It is judged as the others are, and you can send it to friends as a link. Scenarios that you write or open stand here, in this browser only.
        </p>
      )}
      {own && own.length + unread.length > 0 && (
        <ul className={styles.list} aria-label="Your scenarios">
          {own.map((scenario) => (
            <OwnScenarioRow key={scenario.id} scenario={scenario} onEdit={write} onSaid={say} />
          ))}
          {unread.map((scenario) => (
            <UnreadScenarioRow key={scenario.id} scenario={scenario} onEdit={write} />
          ))}
        </ul>
      )}
    </div>
  );
}
