import { Fragment } from 'react';
import { sentenceCase } from '#catalog/wording.ts';
import { verdictWords } from '#formats/grade/words.ts';
import { checksOfCurveball, dealt } from '#practice/deal-curveball.ts';
import { grade, type GradedCheck, mistakesMade } from '#practice/grade.ts';
import type { Scenario } from '#practice/scenario.ts';
import { VerdictDot } from '#ui/parts/Dot.tsx';
import { useEditorState } from '#ui/parts/editor-context.tsx';
import form from './DraftForm.module.css';
import styles from './ScenarioWriter.module.css';

/** What the judge says about the open diagram; undefined where the draft cannot be judged yet. */
export function TryOut({ scenario }: { readonly scenario: Scenario | undefined }) {
  const diagram = useEditorState((state) => state.diagram);
  if (!scenario) return <p className={form.about}>The judge needs a scenario without problems. Mend what is marked, and the verdicts come.</p>;
  const made = mistakesMade(scenario, diagram);
  return (
    <>
      <Verdicts label="Checks" checks={grade(scenario, diagram, scenario.checks).checks} />
      {scenario.mistakes.some(({ when }) => when) && (
        <>
          <h5>Mistakes</h5>
          {made.length === 0 ? (
            <p className={form.about}>The judge sees none of them here.</p>
          ) : (
            <ul className={styles.verdicts} aria-label="Mistakes">
              {made.map(({ text }) => (
                <Verdict key={text} verdict="not-met" title={text} word="Made here" />
              ))}
            </ul>
          )}
        </>
      )}
      {scenario.curveballs.map((curveball) => (
        <Fragment key={curveball.id}>
          <h5>After the curveball “{curveball.title}”</h5>
          <Verdicts label={curveball.title} checks={grade(scenario, dealt(diagram, curveball), checksOfCurveball(curveball)).checks} />
          {curveball.checks.length === 0 && <p className={form.about}>It asks for nothing beside what held before.</p>}
        </Fragment>
      ))}
    </>
  );
}

const Verdicts = ({ label, checks }: { readonly label: string; readonly checks: readonly GradedCheck[] }) => (
  <ul className={styles.verdicts} aria-label={label}>
    {checks.map(({ id, title, verdict, reason }) => (
      <Verdict key={id} verdict={verdict} title={title} word={sentenceCase(verdictWords[verdict])} reason={reason} />
    ))}
  </ul>
);

interface VerdictProps {
  readonly verdict: GradedCheck['verdict'];
  readonly title: string;
  readonly word: string;
  readonly reason?: string;
}

const Verdict = ({ verdict, title, word, reason = '' }: VerdictProps) => (
  <li>
    <VerdictDot verdict={verdict} className={styles.dot} />
    <p>
      {title}
      <span>
        <strong>{word}.</strong> {reason}
      </span>
    </p>
  </li>
);
