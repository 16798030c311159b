import type { Diagram } from '#diagram/diagram.ts';
import { propertyLabel } from '#diagram/property-of.ts';
import { severities } from '#rules/configuration.ts';
import { displayName } from '#rules/display-name.ts';
import type { Finding, Question } from '#rules/finding.ts';
import { escapedMarkdown, markdownCode, markdownTable } from './text.ts';

const headings = { error: 'Errors', warning: 'Warnings', suggestion: 'Suggestions' } as const;

/** Findings in sections by severity, worst first. */
export function findingSections(diagram: Diagram, findings: readonly Finding[], level: string): readonly string[] {
  return severities.toReversed().flatMap((severity) => {
    const rows = findings.filter((finding) => finding.severity === severity).map(({ primary, message, rule }) => [name(diagram, primary), escapedMarkdown(message), markdownCode(rule)]);
    return rows.length === 0 ? [] : [`${level} ${headings[severity]}`, '', ...markdownTable(['Where', 'Finding', 'Rule'], rows)];
  });
}

/** What the rules would need to know, a line for each question. */
export function questionSection(diagram: Diagram, questions: readonly Question[], level: string): readonly string[] {
  if (questions.length === 0) return [];
  const line = ({ primary, question, fields }: Question): string => {
    const open = fields.map(({ record, property }) => `${escapedMarkdown(propertyLabel(diagram, record, property))}${record === primary ? '' : ` of ${name(diagram, record)}`}`);
    return `- **${name(diagram, primary)}**: ${escapedMarkdown(question)} Not stated: ${open.join(', ')}.`;
  };
  return [`${level} Open questions`, '', ...questions.map(line), ''];
}

/** The ledger of accepted trade-offs: each with the reason that somebody gave. */
export function acceptedSection(diagram: Diagram, accepted: readonly Finding[], level: string): readonly string[] {
  const rows = accepted.map(({ primary, message, rule, acceptedBecause }) => [name(diagram, primary), escapedMarkdown(message), escapedMarkdown(acceptedBecause ?? ''), markdownCode(rule)]);
  return rows.length === 0 ? [] : [`${level} Accepted trade-offs`, '', ...markdownTable(['Where', 'Finding', 'Reason', 'Rule'], rows)];
}

const name = (diagram: Diagram, id: string): string => escapedMarkdown(displayName(diagram, id));
