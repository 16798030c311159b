import { expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { writeMarkdown } from '#formats/markdown/write.ts';
import { validate } from '#rules/validate.ts';

const off = 'settings { lintConfig: { preset: off, rules: { stream/no-replication: error } } }';

test('a report names what there is, what was decided, and what is open', () => {
  const diagram = {
    ...sketch(`
client web "Web | app"
service api "Order *API*" { instances: 3 }
core-database db "Orders" { technology: PostgreSQL, rationale: "PostgreSQL because its transactions keep stock right." }
stream events "Events" { replicationFactor: 1 }
web -> api { protocol: http }
api -> db "save <order>" { access: write }
api -> events
note n1 "Orders are never lost." { noteType: requirement }
note n2 "One database until it hurts." { noteType: decision, attachedTo: [db] }
note n3 "Plain."
${off}
accept stream/no-replication on events "Test system only."`),
    title: 'Shop #1',
  };
  expect(writeMarkdown(diagram, validate(diagram))).toBe(`# Shop \\#1

No objection.

## Components

| Name | Kind | Technology | Stated | Rationale |
| --- | --- | --- | --- | --- |
| Web \\| app | Client |  |  |  |
| Order \\*API\\* | Service |  | 3 instances |  |
| Orders | Relational database | PostgreSQL |  | PostgreSQL because its transactions keep stock right. |
| Events | Stream |  | RF 1 |  |

## Connections

| From | To | Interaction | Protocol | Label |
| --- | --- | --- | --- | --- |
| Web \\| app | Order \\*API\\* | Request | HTTP |  |
| Order \\*API\\* | Orders | Request |  | save \\<order\\> |
| Order \\*API\\* | Events | Publish |  |  |

## Requirements

- Orders are never lost.

## Decisions

- **Orders**: One database until it hurts.

## Notes

- Plain.

## Accepted trade-offs

| Where | Finding | Reason | Rule |
| --- | --- | --- | --- |
${writeMarkdown(diagram, validate(diagram)).split('\n').find((line) => line.includes('Test system only')) ?? ''}
`);
});

test('findings stand by severity, worst first, and questions below', () => {
  const diagram = sketch(`service api\nstream a { replicationFactor: 1 }\nstream b\nworker w\napi -> a -> w\napi -> b -> w\n${off}`);
  const text = writeMarkdown(diagram, validate(diagram));
  expect(text).toMatch(/## Findings\n\n### (Errors|Warnings|Suggestions)\n\n\| Where \| Finding \| Rule \|\n/);
  expect(text).toMatch(/\n## Open questions\n\n- \*\*b\*\*: .+ Not stated: .+\.\n/);
});

test('an empty diagram has a title and a verdict', () => {
  const empty = sketch('');
  expect(writeMarkdown(empty, validate(empty))).toBe('# Untitled\n\nNo objection.\n');
});
