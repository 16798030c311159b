import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { LintConfig } from '#catalog/diagram-fields.ts';
import { severityUnder } from '#rules/configuration.ts';
import { SeverityDot } from '#ui/parts/Dot.tsx';
import { isPhone } from '#ui/parts/is-phone.ts';
import { nameOf, type RuleGroup, isChanged } from './rule-list.ts';
import styles from './RuleList.module.css';
import { SeveritySelect } from './SeveritySelect.tsx';

interface RuleListProps {
  readonly groups: readonly RuleGroup[];
  readonly config: LintConfig;
  /** The rule whose page is open. */
  readonly current: string | undefined;
  onChoose(rule: string): void;
}

/** The rules in their groups. Arrow keys walk them, and where the page stands beside the list it follows. */
export function RuleList({ groups, config, current, onChoose }: RuleListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const ids = groups.flatMap(({ rules }) => rules.map(({ id }) => id));
  const stop = current !== undefined && ids.includes(current) ? current : ids[0];

  useLayoutEffect(() => {
    scroller.current?.querySelector(`[data-listed="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const walk = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.tagName !== 'BUTTON') return;
    const next = placeAfter(event.key, ids.indexOf(event.target.closest('li')?.dataset['listed'] ?? ''), ids.length);
    const id = next === undefined ? undefined : ids[next];
    if (id === undefined) return;
    event.preventDefault();
    scroller.current?.querySelector<HTMLElement>(`[data-listed="${id}"] button`)?.focus();
    if (!isPhone()) onChoose(id);
  };

  return (
    <div ref={scroller} className={styles.scroller} onKeyDown={walk}>
      {groups.length === 0 && <p className={styles.none}>No rule speaks of that.</p>}
      {groups.map(({ id, title, rules }) => (
        <section key={id}>
          <h3 className={styles.group} id={`rules-${id}`}>
            {title} <span>{rules.length}</span>
          </h3>
          <ul aria-labelledby={`rules-${id}`}>
            {rules.map((rule) => (
              <li key={rule.id} className={styles.row} data-listed={rule.id} data-current={rule.id === current} data-changed={isChanged(rule, config)}>
                <button type="button" className={styles.name} aria-current={rule.id === current} tabIndex={rule.id === stop ? 0 : -1} onClick={() => onChoose(rule.id)}>
                  <SeverityDot severity={severityUnder(rule, config)} />
                  <span>{nameOf(rule)}</span>
                </button>
                <SeveritySelect rule={rule} config={config} tabIndex={rule.id === stop ? 0 : -1} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Where a key leads in a list; undefined for keys that lead nowhere. */
function placeAfter(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(index + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(index - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
