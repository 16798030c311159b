import { useEffect, useMemo, useRef, useState } from 'react';
import type { Scenario } from '#practice/scenario.ts';
import { scenarioOf } from '#practice/scenarios.ts';
import { Button } from '#ui/parts/Button.tsx';
import { Segmented } from '#ui/parts/Segmented.tsx';
import { useShelf } from '#ui/parts/shelf-context.tsx';
import { DraftField } from './DraftField.tsx';
import form from './DraftForm.module.css';
import { DraftProblems } from './draft-problems.ts';
import { goToProblem } from './go-to-problem.ts';
import { type Draft, draftText, idOf, readDraft, type Writing, written } from './own-draft.ts';
import { freeId, saveOwn } from './own-shelf.ts';
import type { Said } from './said.ts';
import { ScenarioForm } from './ScenarioForm.tsx';
import styles from './ScenarioWriter.module.css';
import { TryOut } from './TryOut.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

const views = [
  { value: 'form', label: 'Form' },
  { value: 'json', label: 'As JSON' },
] as const;

interface ScenarioWriterProps {
  readonly writing: Writing;
  readonly own: readonly Scenario[];
  /** Undefined when it is over. */
  onChange(writing: Writing | undefined): void;
  onSaid(said: Said): void;
}

/** Writes a scenario, as a form or as text. It can be saved as soon as nothing is wrong with it. */
export function ScenarioWriter({ writing, own, onChange, onSaid }: ScenarioWriterProps) {
  const openShelf = useShelf();
  const { draft, text, original } = writing;
  const [showsAll, setShowsAll] = useState(original !== undefined || text !== undefined);
  const [isTrying, setTrying] = useState(false);
  const [fault, setFault] = useState<string>();
  const body = useKeptFocus();
  const summary = useRef<HTMLDivElement>(null);
  const tried = useRef<HTMLElement>(null);
  // It stands at the end, which is far away in a long form.
  useEffect(() => {
    if (isTrying) tried.current?.scrollIntoView({ block: 'start' });
  }, [isTrying]);
  const result = useMemo(() => written(writing), [writing]);
  const problems = useMemo(() => (result.ok ? [] : result.error), [result]);
  const shared = useMemo(() => ({ problems, showsAll }), [problems, showsAll]);
  const isTaken = (id: string): boolean => scenarioOf(id) !== undefined || own.some((each) => each.id === id && id !== original);

  const edit = (change: Partial<Draft>): void => {
    const next = { ...draft, ...change };
    // A kept scenario keeps its id, as attempts know it by that.
    onChange({ ...writing, draft: original === undefined && change.title !== undefined ? { ...next, id: freeId(idOf(change.title) || 'scenario', isTaken) } : next });
  };
  const writeText = (next: string): void => {
    setFault(undefined);
    onChange({ ...writing, text: next });
  };
  const show = (view: 'form' | 'json'): void => {
    if (view === 'json') onChange({ ...writing, text: draftText(draft) });
    else {
      const read = readDraft(text ?? '');
      if (read.ok) onChange({ ...writing, draft: read.value, text: undefined });
      else setFault(`The form cannot show this text. ${read.error[0]?.message ?? ''}`);
    }
  };
  const goTo = (path: string): void => {
    if (!body.current || !goToProblem(body.current, path)) show('json');
  };
  const save = async (): Promise<void> => {
    setShowsAll(true);
    if (!result.ok) {
      const [first] = result.error;
      if (text !== undefined) summary.current?.focus();
      else if (first) goTo(first.path);
      return;
    }
    const shelf = await openShelf();
    if (!shelf) {
      setFault('This browser does not let Caveat keep scenarios. Copy the JSON before you leave.');
      return;
    }
    await saveOwn(shelf, { ...result.value, id: freeId(result.value.id, isTaken) }, original);
    onChange(undefined);
    onSaid({ text: `“${result.value.title}” is saved.` });
  };
  const discard = (): void => {
    onChange(undefined);
    onSaid({ text: 'What you wrote is discarded.', undo: () => onChange(writing) });
  };

  return (
    <DraftProblems value={shared}>
      <div className={styles.writer}>
        <div className={styles.head}>
          <h3>{draft.title || (original === undefined ? 'New scenario' : 'Scenario')}</h3>
          <Segmented label="View" hidesLabel value={text === undefined ? 'form' : 'json'} options={views} onChange={show} />
        </div>
        <div key={text === undefined ? 'form' : 'json'} ref={body} className={styles.body}>
          {text === undefined ? (
            <ScenarioForm draft={draft} onChange={edit} />
          ) : (
            <DraftField label="The scenario, as JSON" path="json" isWide help="Some things are written here only: mutants, further designs, and what proves a mistake or an answer (shown, answer). The form keeps them." fault={fault}>
              {(field) => <textarea {...field} className={form.whole} spellCheck={false} value={text} onChange={({ target }) => writeText(target.value)} />}
            </DraftField>
          )}
          <div ref={summary} tabIndex={-1} className={styles.summary} role="region" aria-label="Problems">
            {showsAll && problems.length > 0 && (
              <>
                <h4>{problems.length === 1 ? 'One thing is to be mended' : `${problems.length} things are to be mended`}</h4>
                <ul className={form.problems}>
                  {problems.map(({ path, message }) => (
                    <li key={path + message}>
                      {text === undefined ? (
                        <button type="button" onClick={() => goTo(path)}>
                          {message}
                        </button>
                      ) : (
                        message
                      )}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
          {isTrying && (
            <section ref={tried} className={form.part} aria-label="The open diagram">
              <h4>The open diagram under these checks</h4>
              <TryOut scenario={result.ok ? result.value : undefined} />
            </section>
          )}
        </div>
        <div className={styles.foot}>
          <Button look="primary" onClick={() => void save()}>
            Save
          </Button>
          <Button aria-expanded={isTrying} onClick={() => setTrying(!isTrying)}>
            Try it
          </Button>
          <Button look="quiet" onClick={discard}>
            Discard
          </Button>
          <p role="status">{fault ?? (problems.length === 0 ? 'Nothing is wrong with it.' : `${problems.length} ${problems.length === 1 ? 'thing is' : 'things are'} missing or wrong.`)}</p>
        </div>
      </div>
    </DraftProblems>
  );
}
