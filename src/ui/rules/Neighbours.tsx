import { ArrowLeft, ArrowRight } from 'lucide-react';
import { optionLabel } from '#catalog/wording.ts';
import type { Rule } from '#rules/rule.ts';
import { rules } from '#rules/rules.ts';
import { useEditor } from '#ui/parts/editor-context.tsx';
import { groupOf, nameOf } from './rule-list.ts';
import styles from './RulePage.module.css';

/** The ways to the rules of the same group. */
export function Neighbours({ rule }: { readonly rule: Rule }) {
  const editor = useEditor();
  const group = rules.filter((other) => groupOf(other) === groupOf(rule));
  const index = group.indexOf(rule);
  const [before, after] = [group[index - 1], group[index + 1]];
  const go = ({ id }: Rule): void => editor.showRules({ rule: id });
  return (
    <nav className={styles.neighbours} aria-label={`Rules: ${optionLabel(groupOf(rule))}`}>
      {before && (
        <button type="button" onClick={() => go(before)}>
          <ArrowLeft size={13} aria-label="Before" />
          {nameOf(before)}
        </button>
      )}
      <span>
        {index + 1} of {group.length} in {optionLabel(groupOf(rule))}
      </span>
      {after && (
        <button type="button" onClick={() => go(after)}>
          {nameOf(after)}
          <ArrowRight size={13} aria-label="After" />
        </button>
      )}
    </nav>
  );
}
