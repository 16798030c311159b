import type { LintConfig } from '#catalog/diagram-fields.ts';
import { setRuleSeverity } from '#diagram/commands/configure-rules.ts';
import { settingOf, severityUnder } from '#rules/configuration.ts';
import type { Rule } from '#rules/rule.ts';
import { useEditor } from '#ui/parts/editor-context.tsx';
import { settingOfText, settings, settingWords } from './rule-list.ts';
import styles from './RuleList.module.css';

/** What a rule counts as in this diagram, as a word that is also the choice. */
export function SeveritySelect({ rule, config, tabIndex }: { readonly rule: Rule; readonly config: LintConfig; readonly tabIndex: number }) {
  const editor = useEditor();
  const own = settingOf(rule, config);
  const byPreset = severityUnder(rule, config.preset ? { preset: config.preset } : {});
  return (
    <span className={styles.severity} data-own={own !== undefined}>
      {settingWords[severityUnder(rule, config)]}
      <select
        aria-label={`Severity of ${rule.id}`}
        tabIndex={tabIndex}
        value={own ?? ''}
        onChange={(event) => editor.dispatch(setRuleSeverity(editor.store.getState().diagram, { rule: rule.id, severity: settingOfText(event.target.value) }))}
      >
        <option value="">Default ({settingWords[byPreset].toLowerCase()})</option>
        {settings.map((setting) => (
          <option key={setting} value={setting}>
            {settingWords[setting]}
          </option>
        ))}
      </select>
    </span>
  );
}
