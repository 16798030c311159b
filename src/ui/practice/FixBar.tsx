import { useDeferredValue, useMemo } from 'react';
import { createFixJudge } from '#practice/drills/fix-it.ts';
import { displayName } from '#rules/display-name.ts';
import type { Drill } from '#editor/editor.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { missRules } from './cards.ts';
import styles from './FixBar.module.css';

/** How the repair on the canvas stands, over the canvas. */
export default function FixBar() {
  const drill = useEditorState((state) => state.drill);
  return drill && <Standing drill={drill} />;
}

function Standing({ drill }: { readonly drill: Drill }) {
  const editor = useEditor();
  const openShelf = useShelf();
  const { task, before } = drill;
  const diagram = useDeferredValue(useEditorState((state) => state.diagram));
  const judge = useMemo(() => createFixJudge(task), [task]);
  const { left, broken, lost, edits, isOverBudget, isSolved } = useMemo(() => judge(diagram), [judge, diagram]);

  const leave = (): void => {
    void missRules(openShelf, left.map(({ rule }) => rule));
    editor.open(before.diagram, before.documentId);
    editor.showPractice('drills');
  };
  const harm = [
    ...broken.map(({ key, message, primary }) => ({ key, text: message, shows: [primary] })),
    ...lost.map((id) => ({ key: id, text: `${displayName(task.sound.diagram, id)} is gone.`, shows: [] })),
  ];
  return (
    <section className={styles.bar} aria-label="Fix it">
      <div className={styles.row}>
        <p role="status" data-solved={isSolved}>
          <strong>{isSolved ? 'Solved.' : left.length === 0 ? 'Repaired, but not solved.' : left.length === 1 ? '1 flaw left.' : `${left.length} flaws left.`}</strong>{' '}
          <span data-wrong={isOverBudget}>
            {edits} of {task.budget} {task.budget === 1 ? 'edit' : 'edits'}
          </span>{' '}
          <span data-wrong={harm.length > 0}>{harm.length === 0 ? 'Nothing broken' : `${harm.length} broken`}</span>
        </p>
        <Button disabled={diagram === task.start} onClick={() => editor.openDrill(drill)}>
          Start over
        </Button>
        <Button look={isSolved ? 'primary' : 'quiet'} onClick={leave}>
          Leave
        </Button>
      </div>
      {harm.length > 0 && (
        <ul aria-label="Broken anew">
          {harm.map(({ key, text, shows }) => (
            <li key={key}>
              <button type="button" disabled={shows.length === 0} onClick={() => editor.select(shows)}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
      {isOverBudget && harm.length === 0 && <p className={styles.note}>It takes {task.par}. Undo what was not needed, or start over.</p>}
      {isSolved && <p className={styles.note}>{edits <= task.par ? 'With as few edits as we know of.' : `It can be done with ${task.par}.`}</p>}
    </section>
  );
}
