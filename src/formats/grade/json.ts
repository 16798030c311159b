import type { Grade } from '#practice/grade.ts';

/** A grade for programs: `{ version, scenario, complete, checks }`, fields as `record.property`. */
export function writeGradeJson({ scenario, complete, checks }: Grade): string {
  const written = checks.map(({ id, title, mandatory, verdict, reason, witness, fields }) => ({
    id,
    title,
    mandatory,
    verdict,
    reason,
    witness,
    fields: fields.map(({ record, property }) => `${record}.${property}`),
  }));
  return `${JSON.stringify({ version: 1, scenario, complete, checks: written }, null, 2)}\n`;
}
