import { sketch } from '#diagram/sketch.ts';
import { fixesOf } from '#rules/fixes.ts';
import type { Rule } from '#rules/rule.ts';
import { validate } from '#rules/validate.ts';
import type { Page } from './page.ts';

/** Everything that there is to say about a rule. */
export function rulePage(rule: Rule): Page {
  const { id, severity, category, recommended, docs, options = {}, examples, acceptsRationale } = rule;
  const variants = Object.values<{ readonly text: string; readonly severity?: string }>(rule.messages);
  return {
    title: id,
    about: `${severity}, ${category}${recommended === false ? ', not in the recommended preset' : ''}`,
    sections: [
      { heading: 'What it finds', paragraphs: [docs.what] },
      { heading: 'Why it matters', paragraphs: [docs.why] },
      { heading: 'What to do', paragraphs: [docs.fix] },
      { heading: 'What it says', points: variants.map((variant) => `${variant.severity ?? severity}: ${variant.text}`) },
      { heading: 'When it stays silent', points: [...docs.silentWhen, ...(acceptsRationale === undefined ? [] : [acceptsRationale])] },
      { heading: 'What it asks where it cannot decide', paragraphs: [docs.question] },
      { heading: 'Ways out that it offers', points: fixTitles(rule) },
      { heading: 'Options', points: Object.entries(options).map(([name, option]) => `${name} (${option.default} unless configured): ${option.help}`) },
      { heading: 'A design that raises it', verbatim: examples.bad },
      { heading: 'One that does not', verbatim: examples.good },
      { heading: 'Sources', points: docs.sources },
      { heading: 'To accept it on one component', verbatim: `"suppressions": [{ "rule": "${id}", "on": "ID", "reason": "..." }]` },
    ],
  };
}

/** The fixes of the bad example: they are made for a finding, so there is no list without one. */
function fixTitles(rule: Rule): string[] {
  const diagram = sketch(rule.examples.bad);
  const finding = validate({ ...diagram, settings: { ...diagram.settings, lintConfig: { preset: 'off', rules: { [rule.id]: rule.severity } } } }).findings.find((each) => each.rule === rule.id);
  return finding ? fixesOf(finding, diagram).map(({ title, kind }) => `${title}${kind === 'auto' ? ' (safe: caveat fix applies it)' : ''}`) : [];
}
