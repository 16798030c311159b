import { type LintConfig, settingsProperties } from '#catalog/diagram-fields.ts';
import { choosePreset, resetRules } from '#diagram/commands/configure-rules.ts';
import { setSettings } from '#diagram/commands/set-settings.ts';
import { Button } from '#ui/parts/Button.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import { Segmented } from '#ui/parts/Segmented.tsx';
import { presets } from './rule-list.ts';
import styles from './Rules.module.css';

interface ConfigurationBarProps {
  readonly config: LintConfig;
  readonly changedOnly: boolean;
  onChangedOnly(changedOnly: boolean): void;
}

/** What this diagram asks of the rules as a whole. It is kept in the file. */
export function ConfigurationBar({ config, changedOnly, onChangedOnly }: ConfigurationBarProps) {
  const editor = useEditor();
  const isFragment = useEditorState(({ diagram }) => diagram.settings.fragment === true);
  const preset = config.preset ?? 'recommended';
  const changed = Object.keys(config.rules ?? {}).length;
  const diagram = () => editor.store.getState().diagram;
  return (
    <div className={styles.bar}>
      <Segmented hidesLabel label="Preset" value={preset} options={presets} onChange={(value) => editor.dispatch(choosePreset(diagram(), { preset: value }))} />
      <p className={styles.effect}>{presets.find(({ value }) => value === preset)?.effect}</p>
      <div className={styles.state}>
        <button type="button" className={styles.changed} aria-pressed={changedOnly} disabled={changed === 0 && !changedOnly} title="Show only these" onClick={() => onChangedOnly(!changedOnly)}>
          {changed} changed <span>from the preset</span>
        </button>
        <Button look="quiet" disabled={changed === 0} onClick={() => editor.dispatch(resetRules(diagram(), {}))}>
          Reset
        </Button>
        <label className={styles.fragment} title={settingsProperties.fragment.help}>
          <input type="checkbox" checked={isFragment} onChange={(event) => editor.dispatch(setSettings(diagram(), { values: { fragment: event.target.checked ? true : undefined } }))} />
          Fragment
        </label>
      </div>
    </div>
  );
}
