import type { Rule } from '#rules/rule.ts';
import { exampleFixes } from '#rules/rule-example.ts';
import { detection, goodAnswer } from '#rules/rule-words.ts';
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
      { heading: 'How it detects', paragraphs: [detection(rule)] },
      { heading: 'What it says', points: variants.map((variant) => `${variant.severity ?? severity}: ${variant.text}`) },
      { heading: 'When it stays silent', points: [...docs.silentWhen, ...(acceptsRationale === undefined ? [] : [acceptsRationale])] },
      { heading: 'What an interviewer asks, and Caveat where it cannot decide', paragraphs: [docs.question] },
      { heading: 'What a good answer sounds like', paragraphs: [goodAnswer(rule)] },
      { heading: 'Ways out that it offers', points: exampleFixes(rule).map(({ title, kind }) => `${title}${kind === 'auto' ? ' (safe: caveat fix applies it)' : ''}`) },
      { heading: 'Options', points: Object.entries(options).map(([name, option]) => `${name} (${option.default} unless configured): ${option.help}`) },
      { heading: 'A design that raises it', verbatim: examples.bad },
      { heading: 'One that does not', verbatim: examples.good },
      { heading: 'Sources', points: docs.sources },
      { heading: 'To accept it on one component', verbatim: `"suppressions": [{ "rule": "${id}", "on": "ID", "reason": "..." }]` },
    ],
  };
}
