import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { LintConfig } from '#catalog/diagram-fields.ts';
import { optionLabel } from '#catalog/wording.ts';
import { sketch } from '#diagram/sketch.ts';
import { ownConfig, reportedSeverity } from '#rules/configuration.ts';
import { exampleFixes } from '#rules/rule-example.ts';
import { detection, goodAnswer } from '#rules/rule-words.ts';
import type { Message, Rule } from '#rules/rule.ts';
import { Button } from '#ui/parts/Button.tsx';
import { SeverityDot } from '#ui/parts/Dot.tsx';
import { useEditor } from '#ui/parts/editor-context.tsx';
import panes from '#ui/parts/Panes.module.css';
import { Example } from './Example.tsx';
import { Neighbours } from './Neighbours.tsx';
import { RuleSettings } from './RuleSettings.tsx';
import styles from './RulePage.module.css';

/** From so many components on, examples stand below each other: side by side they could not be read. */
const sideBySide = 6;

/** Everything that there is to say about a rule, from its file. */
export function RulePage({ rule, config }: { readonly rule: Rule; readonly config: LintConfig }) {
  const editor = useEditor();
  const { id, category, docs, recommended, acceptsRationale } = rule;
  const own = ownConfig(rule, config);
  const options = typeof own === 'object' ? own[1] : undefined;
  const isWide = Math.max(sketch(rule.examples.bad).components.size, sketch(rule.examples.good).components.size) >= sideBySide;
  const fixes = useMemo(() => exampleFixes(rule), [rule]);
  return (
    <article className={panes.page} aria-label={id}>
      <Button look="quiet" className={panes.back} onClick={() => editor.showRules({})}>
        <ArrowLeft size={14} /> All rules
      </Button>
      <header className={`${panes.head} ${styles.head}`}>
        <h3>{id}</h3>
        <p>
          {optionLabel(category)} · {optionLabel(rule.severity)} · {recommended === false ? 'Its suggestions are not in the recommended preset' : 'In the recommended preset'}
        </p>
      </header>
      <p className={styles.lead}>{docs.what}</p>
      <RuleSettings rule={rule} config={config} />
      <Part title="Why it matters">
        <p>{docs.why}</p>
      </Part>
      <div className={styles.examples} data-wide={isWide}>
        <Example rule={rule} which="bad" options={options} />
        <Example rule={rule} which="good" options={options} />
      </div>
      <Part title="What to do">
        <p>{docs.fix}</p>
        {fixes.length > 0 && (
          <ul className={styles.fixes} aria-label="Quick fixes">
            {fixes.map(({ title, kind }) => (
              <li key={title}>
                {title}
                {kind === 'auto' && <span title="There is one sensible result: “Fix all” applies it.">safe</span>}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title="What an interviewer will ask">
        <blockquote className={styles.question}>“{docs.question}”</blockquote>
        <p>
          <strong>A good answer.</strong> {goodAnswer(rule)}
        </p>
      </Part>
      <Part title="How it detects">
        <p>{detection(rule)}</p>
        <ul className={styles.messages} aria-label="Messages">
          {Object.entries<Message>(rule.messages).map(([messageId, { text, severity = rule.severity }]) => (
            <li key={messageId}>
              <SeverityDot severity={reportedSeverity(rule, severity, config) ?? 'off'} name={severity} className={styles.dot} />
              <span>{text.split(/(\{\w+\})/).map((part, index) => (index % 2 === 0 ? part : <i key={`${part}${index}`}>{part.slice(1, -1)}</i>))}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="When it stays silent">
        <ul className={styles.points}>
          {docs.silentWhen.map((guard) => (
            <li key={guard}>{guard}</li>
          ))}
        </ul>
        {acceptsRationale !== undefined && (
          <p>
            <strong>A rationale silences it.</strong> {acceptsRationale}
          </p>
        )}
      </Part>
      <Part title="Sources">
        <p className={styles.sources}>{docs.sources.join(' ')}</p>
      </Part>
      <Neighbours rule={rule} />
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h4>{title}</h4>
      {children}
    </section>
  );
}
