import { optionLabel } from '#catalog/wording.ts';
import { writeScenario } from '#formats/scenario/write.ts';
import { usualMinutes } from '#practice/interview/phases.ts';
import type { Scenario } from '#practice/scenario.ts';
import { Button } from '#ui/parts/Button.tsx';
import { download, fileName } from '#ui/parts/download.ts';
import { useEditor } from '#ui/parts/editor-context.tsx';
import { notify } from '#ui/parts/notify.ts';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { askedScenario } from './asked-scenario.ts';
import { copyChallenge } from './copy-challenge.ts';
import { draftOf, type Writing } from './own-draft.ts';
import styles from './OwnScenarios.module.css';
import { removeOwn, saveOwn } from './own-shelf.ts';

interface OwnScenarioRowProps {
  readonly scenario: Scenario;
  onEdit(writing: Writing): void;
}

/** One of the user's own scenarios, and what can be done with it. */
export function OwnScenarioRow({ scenario, onEdit }: OwnScenarioRowProps) {
  const editor = useEditor();
  const openShelf = useShelf();
  const { id, title, difficulty, type, checks } = scenario;
  const practise = (): void => {
    askedScenario.setState({ asked: { scenario: id } });
    editor.showPractice('scenarios');
  };
  const remove = async (): Promise<void> => {
    const shelf = await openShelf();
    if (!shelf) return;
    await removeOwn(shelf, id);
    notify(`“${title}” is removed.`, 'plain', { label: 'Undo', run: () => void saveOwn(shelf, scenario, undefined) });
  };
  return (
    <li className={styles.row} aria-label={title}>
      <p className={styles.words}>
        <strong>{title}</strong>
        <span>{[`${checks.length} ${checks.length === 1 ? 'check' : 'checks'}`, optionLabel(difficulty), optionLabel(type)].join(' · ')}</span>
      </p>
      <div className={styles.actions}>
        <Button onClick={practise}>Practise</Button>
        <Button look="quiet" onClick={() => onEdit({ draft: draftOf(scenario), text: undefined, original: id })}>
          Edit
        </Button>
        <Button look="quiet" onClick={() => download(fileName(title, 'caveat-scenario.json'), new Blob([writeScenario(scenario)], { type: 'application/json' }))}>
          Export as file
        </Button>
        <Button look="quiet" onClick={() => void copyChallenge(scenario, { minutes: usualMinutes, curveball: 'asked' })}>
          Copy link
        </Button>
        <Button look="quiet" onClick={() => void remove()}>
          Remove
        </Button>
      </div>
    </li>
  );
}
