import { useMemo } from 'react';
import { sentenceCase } from '#catalog/wording.ts';
import { writeSvg } from '#formats/svg/write.ts';
import { judgedExample } from '#rules/rule-example.ts';
import type { Rule } from '#rules/rule.ts';
import { Button } from '#ui/parts/Button.tsx';
import { SeverityDot } from '#ui/parts/Dot.tsx';
import { usePlaced } from '#ui/parts/use-placed.ts';
import { useEditor } from '#ui/parts/editor-context.tsx';
import { useTheme } from '#ui/theme/theme.ts';
import { nameOf } from './rule-list.ts';
import styles from './RulePage.module.css';

interface ExampleProps {
  readonly rule: Rule;
  readonly which: 'bad' | 'good';
  /** The options under which it is judged; the rule's own where absent. */
  readonly options: Readonly<Record<string, unknown>> | undefined;
}

const titles = { bad: 'Bad example', good: 'Good example' } as const;

/** An example of a rule, drawn and judged like a diagram of the user, and the way to open it as one. */
export function Example({ rule, which, options }: ExampleProps) {
  const editor = useEditor();
  const theme = useTheme();
  const { diagram, finding } = useMemo(() => judgedExample(rule, which, options), [rule, which, options]);
  const titled = useMemo(() => ({ ...diagram, title: `${sentenceCase(nameOf(rule).replaceAll('-', ' '))}, ${which} example` }), [diagram, rule, which]);
  const drawn = usePlaced(titled);
  const svg = useMemo(() => drawn && writeSvg(drawn, { theme, background: false, padding: 12 }), [drawn, theme]);
  return (
    <figure className={styles.example} data-which={which}>
      <figcaption>{titles[which]}</figcaption>
      {/* The drawing is the serializer's own text, in which every name is escaped. */}
      <div className={styles.picture} {...(svg === undefined ? {} : { dangerouslySetInnerHTML: { __html: svg } })} />
      <p className={styles.verdict}>
        {finding && <SeverityDot severity={finding.severity} name={finding.severity} className={styles.dot} />}
        <span>{finding ? finding.message : which === 'good' ? 'No objection.' : 'No objection under the options of this diagram.'}</span>
      </p>
      <Button disabled={!drawn} onClick={() => drawn && editor.open(drawn)} aria-label={`Open this example: ${which}`}>
        Open this example
      </Button>
    </figure>
  );
}
