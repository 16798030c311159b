import { sentenceCase } from '#catalog/wording.ts';
import { verdictWords } from '#formats/grade/words.ts';
import { grade } from '#practice/grade.ts';
import type { Scenario } from '#practice/scenario.ts';
import { useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './ScenarioWriter.module.css';

/** What the judge says about the open diagram; undefined where the draft cannot be judged yet. */
export function TryOut({ scenario }: { readonly scenario: Scenario | undefined }) {
  const diagram = useEditorState((state) => state.diagram);
  if (!scenario) return <p className={styles.about}>The judge needs a scenario without problems. Mend what is marked, and the verdicts come.</p>;
  const { checks } = grade(scenario, diagram, scenario.checks);
  return (
    <ul className={styles.verdicts}>
      {checks.map(({ id, title, verdict, reason }) => (
        <li key={id}>
          <span className={styles.dot} data-verdict={verdict} aria-hidden="true" />
          <p>
            {title}
            <span>
              <strong>{sentenceCase(verdictWords[verdict])}.</strong> {reason}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
