import { settingsProperties } from '#catalog/diagram-fields.ts';
import { optionLabel } from '#catalog/wording.ts';
import { holdsNothing } from '#diagram/diagram.ts';
import { designText } from '#practice/design-text.ts';
import { topics } from '#practice/scenario.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { Segmented } from '#ui/parts/Segmented.tsx';
import { CheckRows } from './CheckRows.tsx';
import { CurveballRows } from './CurveballRows.tsx';
import { DraftEntities } from './DraftEntities.tsx';
import { DraftField } from './DraftField.tsx';
import styles from './DraftForm.module.css';
import { LinesField } from './DraftText.tsx';
import { MistakeRows } from './MistakeRows.tsx';
import { MoreSection } from './MoreSection.tsx';
import { type Draft, requirementsOf } from './own-draft.ts';
import { PhaseFields } from './PhaseFields.tsx';
import { PropertyFields } from './PropertyFields.tsx';

const types = [
  { value: 'product', label: 'Product' },
  { value: 'infrastructure', label: 'Infrastructure' },
] as const;
const difficulties = [
  { value: 'easy', label: 'Easy' },
  { value: 'medium', label: 'Medium' },
  { value: 'hard', label: 'Hard' },
] as const;

/** What an interview may say from the start, but for its sort, which the task says. That it is a part of a system is nothing to be practised. */
const { interviewType: _interviewType, fragment: _fragment, ...statedAtFirst } = settingsProperties;

interface ScenarioFormProps {
  readonly draft: Draft;
  onChange(change: Partial<Draft>): void;
}

/** Everything of a scenario that a form can say. */
export function ScenarioForm({ draft, onChange }: ScenarioFormProps) {
  return (
    <>
      <section className={styles.part} aria-label="The task">
        <DraftField label="Title" path="title" isWide>
          {(field) => <input {...field} value={draft.title} onChange={({ target }) => onChange({ title: target.value })} />}
        </DraftField>
        <div className={styles.pair}>
          <Segmented label="Sort" value={draft.type} options={types} onChange={(type) => onChange({ type, settings: { ...draft.settings, interviewType: type } })} />
          <Segmented label="Difficulty" value={draft.difficulty} options={difficulties} onChange={(difficulty) => onChange({ difficulty })} />
        </div>
        <fieldset className={styles.topics}>
          <legend>Topics</legend>
          {topics.map((topic) => (
            <label key={topic}>
              <input type="checkbox" checked={draft.topics.includes(topic)} onChange={({ target }) => onChange({ topics: topics.filter((each) => (each === topic ? target.checked : draft.topics.includes(each))) })} />
              {optionLabel(topic)}
            </label>
          ))}
        </fieldset>
        <DraftField label="Brief" path="brief" isWide help="What the interviewer says at the start: one or two sentences, without numbers.">
          {(field) => <textarea {...field} rows={3} value={draft.brief} onChange={({ target }) => onChange({ brief: target.value })} />}
        </DraftField>
        <LinesField label="Functional requirements" path="functional" help="One a line." lines={draft.functional.map(({ text }) => text)} onChange={(lines) => onChange({ functional: requirementsOf(lines, draft.functional, 'f') })} />
        <LinesField label="Non-functional requirements" path="nonFunctional" help="One a line, with numbers." lines={draft.nonFunctional.map(({ text }) => text)} onChange={(lines) => onChange({ nonFunctional: requirementsOf(lines, draft.nonFunctional, 'n') })} />
      </section>
      <DraftEntities entities={draft.entities} onChange={(entities) => onChange({ entities })} />
      <section className={styles.part} aria-label="Checks" data-path="checks" data-home>
        <h4>Checks</h4>
        <p className={styles.about}>Requirements that the judge can prove on a diagram. At least one.</p>
        <CheckRows checks={draft.checks} path="checks" prefix="C" entities={draft.entities} onChange={(checks) => onChange({ checks })} />
      </section>
      <section className={styles.part} aria-label="Help and answer">
        <h4>Help and answer</h4>
        <LinesField label="Hints" path="hints" help="One a line, from a nudge to the answer." lines={draft.hints} onChange={(hints) => onChange({ hints: [...hints] })} />
        <DraftField label="In one minute" path="pitch" isWide help="What one says about a good design.">
          {(field) => <textarea {...field} rows={3} value={draft.pitch} onChange={({ target }) => onChange({ pitch: target.value })} />}
        </DraftField>
        <Reference draft={draft} onChange={onChange} />
      </section>
      <MoreSection title="numbers and promises" path="settings" count={Object.keys(statedAtFirst).filter((name) => draft.settings[name] !== undefined).length} about="What is stated of the whole design before anybody draws: estimates and rules reckon with it.">
        <div className={styles.pair}>
          <PropertyFields properties={statedAtFirst} path="settings" values={draft.settings} onChange={(name, value) => onChange({ settings: { ...draft.settings, [name]: value } })} />
        </div>
      </MoreSection>
      <PhaseFields phases={draft.phases} onChange={(phases) => onChange({ phases })} />
      <MistakeRows mistakes={draft.mistakes} entities={draft.entities} onChange={(mistakes) => onChange({ mistakes })} />
      <CurveballRows curveballs={draft.curveballs} checks={draft.checks} entities={draft.entities} onChange={(curveballs) => onChange({ curveballs })} />
    </>
  );
}

/** The design that the debrief compares with, as text. */
function Reference({ draft: { designs }, onChange }: ScenarioFormProps) {
  const editor = useEditor();
  const isEmpty = useEditorState(({ diagram }) => holdsNothing(diagram));
  const [first, ...others] = designs;
  const put = (text: string): void =>
    onChange({ designs: text.trim() === '' && others.length === 0 ? [] : [{ id: 'reference', title: 'Reference', about: '', ...first, text }, ...others] });
  return (
    <>
      <DraftField label="Reference, as text" path="designs" isWide help="A design that you would accept; the debrief compares with it. It may stay empty.">
        {(field) => <textarea {...field} className={styles.code} rows={first ? 8 : 3} spellCheck={false} value={first?.text ?? ''} onChange={({ target }) => put(target.value)} />}
      </DraftField>
      <Button className={styles.add} disabled={isEmpty} onClick={() => put(designText(editor.store.getState().diagram))}>
        Use the open diagram as the reference
      </Button>
    </>
  );
}
