import type { Finding, Question } from '#rules/finding.ts';
import type { CheckRun } from './checked.ts';

/** The findings as JSON for other programs, and as the baseline of later runs. Ids are those of the files. */
export function writeFindingsJson({ files }: CheckRun): string {
  const content = {
    version: 1,
    files: files.map(({ file, report }) => ({
      file,
      findings: [...report.findings, ...report.accepted].map(findingJson),
      questions: report.questions.map(questionJson),
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const findingJson = ({ rule, severity, primary, related, message, key, acceptedBecause }: Finding): object => ({
  rule,
  severity,
  primary,
  related: related.map(({ id }) => id),
  message,
  key,
  suppressed: acceptedBecause !== undefined,
  ...(acceptedBecause === undefined ? {} : { reason: acceptedBecause }),
});

/** A field of the primary is its property, one of another record `record.property`. */
const questionJson = ({ rule, primary, fields, question }: Question): object => ({
  rule,
  primary,
  fields: fields.map(({ record, property }) => (record === primary ? property : `${record}.${property}`)),
  question,
});
