import { useMemo, useState } from 'react';
import type { LintConfig } from '#catalog/diagram-fields.ts';
import { rules } from '#rules/rules.ts';
import { Dialog } from '#ui/parts/Dialog.tsx';
import { useEditor, useEditorState } from '#ui/parts/editor-context.tsx';
import panes from '#ui/parts/Panes.module.css';
import { ConfigurationBar } from './ConfigurationBar.tsx';
import { found, grouped } from './rule-list.ts';
import { RuleList } from './RuleList.tsx';
import { RulePage } from './RulePage.tsx';
import styles from './Rules.module.css';

const asFileSaysNothing: LintConfig = {};

/** Every rule with its page, and what this diagram says about each of them. */
export default function RulesDialog() {
  const editor = useEditor();
  const chosen = useEditorState(({ rulesShown }) => rulesShown?.rule);
  const config = useEditorState(({ diagram }) => diagram.settings.lintConfig ?? asFileSaysNothing);
  const [search, setSearch] = useState('');
  const [changedOnly, setChangedOnly] = useState(false);
  const groups = useMemo(() => grouped(found(rules, search, config, changedOnly)), [search, config, changedOnly]);
  const rule = rules.find(({ id }) => id === chosen) ?? groups[0]?.rules[0] ?? rules[0];

  return (
    <Dialog title="Rules" width={1240} isTall onClose={() => editor.showRules(undefined)}>
      <ConfigurationBar config={config} changedOnly={changedOnly} onChangedOnly={setChangedOnly} />
      <div className={panes.panes} data-page={chosen !== undefined}>
        <div className={panes.list}>
          <input className={`${panes.search} ${styles.search}`} type="search" aria-label="Search the rules" placeholder={`Search ${rules.length} rules`} value={search} onChange={(event) => setSearch(event.target.value)} />
          <RuleList groups={groups} config={config} current={rule?.id} onChoose={(id) => editor.showRules({ rule: id })} />
        </div>
        {rule && <RulePage key={rule.id} rule={rule} config={config} />}
      </div>
    </Dialog>
  );
}
