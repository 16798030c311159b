import { useId, useState } from 'react';
import type { LintConfig } from '#catalog/diagram-fields.ts';
import { resetRules, setRuleOption, setRuleSeverity } from '#diagram/commands/configure-rules.ts';
import { optionOf, settingOf, severityUnder } from '#rules/configuration.ts';
import type { Rule } from '#rules/rule.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor } from '#ui/parts/editor-context.tsx';
import { Segmented } from '#ui/parts/Segmented.tsx';
import { isChanged, settingOfText, settings, settingWords } from './rule-list.ts';
import styles from './RulePage.module.css';

/** What this diagram says about a rule: its severity and its options. */
export function RuleSettings({ rule, config }: { readonly rule: Rule; readonly config: LintConfig }) {
  const editor = useEditor();
  const byPreset = severityUnder(rule, config.preset ? { preset: config.preset } : {});
  const choices = [{ value: 'default', label: `Default: ${settingWords[byPreset].toLowerCase()}` }, ...settings.map((setting) => ({ value: setting, label: settingWords[setting] }))];
  return (
    <div className={styles.settings} role="group" aria-label="In this diagram">
      <div className={styles.choice}>
        <Segmented label="In this diagram" value={settingOf(rule, config) ?? 'default'} options={choices} onChange={(value) => editor.dispatch(setRuleSeverity(editor.store.getState().diagram, { rule: rule.id, severity: settingOfText(value) }))} />
        <Button look="quiet" disabled={!isChanged(rule, config)} onClick={() => editor.dispatch(resetRules(editor.store.getState().diagram, { rule: rule.id }))}>
          Reset rule
        </Button>
      </div>
      {Object.keys(rule.options ?? {}).map((name) => (
        <OptionField key={name} rule={rule} name={name} config={config} />
      ))}
    </div>
  );
}

/** A number that the rule compares with. An empty field means its default. */
function OptionField({ rule, name, config }: { readonly rule: Rule; readonly name: string; readonly config: LintConfig }) {
  const editor = useEditor();
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const usual = rule.options?.[name]?.default ?? 0;
  const value = optionOf(rule, config, name);
  const isWrong = draft !== undefined && draft.trim() !== '' && readNumber(draft) === undefined;
  const change = (text: string): void => {
    setDraft(text);
    const number = readNumber(text);
    if (number === undefined && text.trim() !== '') return;
    editor.dispatch(setRuleOption(editor.store.getState().diagram, { rule: rule.id, option: name, value: number === usual ? undefined : number, gesture: `option:${rule.id}:${name}` }));
  };
  return (
    <div className={styles.option}>
      <label htmlFor={id}>
        <code>{name}</code> {rule.options?.[name]?.help}
      </label>
      <input id={id} inputMode="decimal" aria-invalid={isWrong} aria-describedby={`${id}-note`} placeholder={numberText(usual)} value={draft ?? (value === usual ? '' : String(value))} onChange={(event) => change(event.target.value)} onBlur={() => setDraft(undefined)} />
      <span id={`${id}-note`} data-wrong={isWrong}>
        {isWrong ? 'Type a number from 0.' : `default ${numberText(usual)}`}
      </span>
    </div>
  );
}

function readNumber(text: string): number | undefined {
  const number = Number(text.replaceAll(',', ''));
  return text.trim() === '' || !Number.isFinite(number) || number < 0 ? undefined : number;
}

const numberText = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 4 });
