import { Suspense, lazy, useEffect, useRef, useState } from 'react';
import type { Id } from '#diagram/diagram.ts';
import type { Session } from '#practice/interview/session.ts';
import type { Scenario } from '#practice/scenario.ts';
import { displayName } from '#rules/display-name.ts';
import { Button } from '#ui/parts/Button.tsx';
import { SeverityDot } from '#ui/parts/Dot.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import styles from './Debrief.module.css';
import { DebriefNumbers } from './DebriefNumbers.tsx';
import { RequirementVerdicts } from './RequirementVerdicts.tsx';
import { type Debriefing, useDebrief } from './use-debrief.ts';
import { useScenario } from './use-scenarios.ts';

const CompareDialog = lazy(() => import('./CompareDialog.tsx'));
const ReportCardDialog = lazy(() => import('./ReportCardDialog.tsx'));

/** What an interviewer says afterwards, beside the design that it is about. */
export default function Debrief() {
  const id = useEditorState(({ diagram }) => diagram.practice?.scenario);
  const session = useEditorState((state) => state.interview);
  const { scenario } = useScenario(id);
  return scenario && session ? <DebriefOf key={session[0].at} scenario={scenario} session={session} /> : null;
}

const statusWords = { named: 'You named it.', missed: 'Not named.', told: 'Told before the reveal.', unasked: '' } as const;

function DebriefOf({ scenario, session }: { readonly scenario: Scenario; readonly session: Session }) {
  const editor = useEditor();
  const diagram = useEditorState((state) => state.diagram);
  const debriefing = useDebrief(scenario, session);
  const { debrief, answered } = debriefing;
  const [dialog, setDialog] = useState<'compare' | 'card'>();
  const show = (ids: readonly Id[]): void => {
    editor.highlight(ids);
    if (ids.length > 0) editor.view({ type: 'reveal', ids });
  };
  const weighty = debrief.findings.filter(({ finding }) => finding.severity !== 'suggestion');
  return (
    <div className={styles.debrief}>
      <Head scenario={scenario} {...debriefing} />
      <div className={styles.actions}>
        {debrief.designs.length > 0 && <Button onClick={() => setDialog('compare')}>Compare with the reference</Button>}
        <Button onClick={() => setDialog('card')} disabled={!debriefing.attempt}>
          Report card
        </Button>
      </div>
      <RequirementVerdicts checks={debrief.requirements} onShow={show} />
      {answered && (
        <section aria-label="Curveball">
          <h3>Curveball: {answered.curveball.title}</h3>
          <p>{answered.answer.met ? 'What it asked for is met.' : 'What it asked for is not met.'}</p>
          <RequirementVerdicts checks={answered.answer.checks} onShow={show} isInner />
          {answered.answer.broken.length + answered.answer.newErrors.length > 0 && <p>It broke: {[...answered.answer.broken.map(({ title }) => title), ...answered.answer.newErrors.map(({ message }) => message)].join(' ')}</p>}
          {answered.answer.needless.length > 0 && <p>No requirement needs this: {answered.answer.needless.join('; ')}.</p>}
          {answered.answer.met && answered.answer.needless.length === 0 && <p>Every change was needed.</p>}
          <p className={styles.quiet}>{answered.curveball.debrief}</p>
        </section>
      )}
      <section aria-label="Findings">
        <h3>What an interviewer would object to</h3>
        {weighty.length === 0 && <p>{debrief.complete ? 'Nothing. That is rare.' : 'Nothing in what is stated. What is open, nobody can judge.'}</p>}
        <ul className={styles.rows}>
          {weighty.map(({ finding, status }) => (
            <li key={finding.key}>
              <button type="button" className={styles.row} onClick={() => show([...new Set([finding.primary, ...finding.witness])])}>
                <SeverityDot severity={finding.severity} name={finding.severity} />
                <span>
                  {finding.message} <em>{statusWords[status]}</em>
                </span>
              </button>
            </li>
          ))}
        </ul>
        {debrief.wrongNames.length > 0 && <p className={styles.quiet}>Named, and no weakness here: {debrief.wrongNames.map(({ rule, on }) => `${rule.split('/')[1]?.replaceAll('-', ' ')}${on ? ` at ${displayName(diagram, on)}` : ''}`).join('; ')}.</p>}
      </section>
      {debrief.mistakes.length > 0 && (
        <section aria-label="Typical mistakes">
          <h3>Typical mistakes, made here too</h3>
          <ul className={styles.texts}>
            {debrief.mistakes.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <DebriefNumbers numbers={debrief.numbers} onShow={show} />
      {debrief.pitch !== '' && (
        <section aria-label="In one minute">
          <h3>What to say in one minute</h3>
          <p className={styles.pitch}>{debrief.pitch}</p>
        </section>
      )}
      <Suspense>
        {dialog === 'compare' && <CompareDialog scenario={scenario} diagram={diagram} onClose={() => setDialog(undefined)} />}
        {dialog === 'card' && debriefing.attempt && <ReportCardDialog attempt={debriefing.attempt} debrief={debriefing.atReveal} curveball={answered?.curveball} minutes={session[0].settings.minutes} onClose={() => setDialog(undefined)} />}
      </Suspense>
    </div>
  );
}

function Head({ scenario, debrief, attempt }: Debriefing & { readonly scenario: Scenario }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The reveal has taken away what was pressed for it.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  const mandatory = debrief.requirements.filter((check) => check.mandatory);
  return (
    <header className={styles.head}>
      <h2 ref={heading} tabIndex={-1}>
        {scenario.title}: the debrief
      </h2>
      <div className={styles.score}>
        <output aria-label="Score">{attempt ? attempt.score.points : '–'}</output>
        <span>
          of 100 at the reveal
          <br />
          {mandatory.filter(({ verdict }) => verdict === 'met').length} of {mandatory.length} requirements met now
        </span>
      </div>
      <ul className={styles.parts}>
        {attempt?.score.parts.map(({ part, points, of, why }) => (
          <li key={part}>
            <span className={styles.points}>{of === 0 ? points : `${points} / ${of}`}</span>
            {why}
          </li>
        ))}
      </ul>
    </header>
  );
}
