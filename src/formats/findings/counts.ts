import { severities } from '#rules/configuration.ts';
import type { Finding, Question } from '#rules/finding.ts';

/** "1 error", "2 errors". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Findings by severity in words, worst first: "1 error, 2 warnings". "No objection" where there are none. */
export function countsText(findings: readonly Finding[]): string {
  const parts = severities.toReversed().map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }));
  return parts.filter(({ count }) => count > 0).map(({ severity, count }) => counted(count, severity)).join(', ') || 'No objection';
}

/** What was not judged: "3 checks could not decide: 2 properties are not stated." Empty where everything was. */
export function undecidedText(questions: readonly Question[], fileOf: (question: Question) => string = () => ''): string {
  if (questions.length === 0) return '';
  const fields = new Set(questions.flatMap((question) => question.fields.map(({ record, property }) => `${fileOf(question)} ${record} ${property}`)));
  return `${counted(questions.length, 'check')} could not decide: ${fields.size === 1 ? '1 property is' : `${fields.size} properties are`} not stated.`;
}
