import { captureRequirement } from '#diagram/commands/capture-requirement.ts';
import type { Requirement, Scenario } from '#practice/scenario.ts';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './InterviewPanel.module.css';
import { NotebookText } from './NotebookText.tsx';

/** What the interviewer answers when asked, to be ticked as captured, and free notes. */
export function RequirementsPage({ scenario: { functional, nonFunctional } }: { readonly scenario: Scenario }) {
  return (
    <>
      <Ticks title="What it must do" requirements={functional} />
      <Ticks title="How well" requirements={nonFunctional} />
      <NotebookText page="requirements" label="Notes" placeholder="What is out of scope, and what you assume." />
    </>
  );
}

function Ticks({ title, requirements }: { readonly title: string; readonly requirements: readonly Requirement[] }) {
  const editor = useEditor();
  const captured = useEditorState(({ diagram }) => diagram.practice?.captured);
  const isCaptured = ({ id }: Requirement): boolean => captured?.includes(id) ?? false;
  if (requirements.length === 0) return null;
  return (
    <fieldset className={styles.ticks}>
      <legend>
        {title}{' '}
        <span>
          {requirements.filter(isCaptured).length} of {requirements.length}
        </span>
      </legend>
      {requirements.map((requirement) => (
        <label key={requirement.id}>
          <input
            type="checkbox"
            checked={isCaptured(requirement)}
            onChange={(event) => editor.dispatch(captureRequirement(editor.store.getState().diagram, { requirement: requirement.id, captured: event.target.checked }))}
          />
          <span>{requirement.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
