import { expect, test } from 'vitest';
import type { Diagram } from '#diagram/diagram.ts';
import { sketch } from '#diagram/sketch.ts';
import { createJudge, type Judge, type Judged } from '#rules/drawing-alone.ts';
import { rules } from '#rules/rules.ts';
import { validate } from '#rules/validate.ts';
import { reference, references } from '../support/references.ts';

function judged(diagram: Diagram, structure = true, judge: Judge = createJudge()): Judged {
  const running = judge(diagram, { structure });
  for (;;) {
    const step = running.next();
    if (step.done) return step.value;
  }
}

const structureOf = (diagram: Diagram): readonly string[] => judged(diagram).structure?.findings.map(({ key }) => key) ?? [];

test('which rules judge the drawing: those whose own example is wrong as it is drawn', () => {
  const about = rules.filter(({ id, examples }) => structureOf(sketch(examples.bad)).some((key) => key.startsWith(`${id}@`)));
  expect(about.map(({ id }) => id)).toEqual([
    'model/dangling-connection',
    'model/invalid-connection',
    'model/reversed-message-flow',
    'model/incomplete-connection',
    'model/orphan-component',
    'model/unreachable-component',
    'model/no-entry-point',
    'model/suppression-without-reason',
    'client/direct-datastore-access',
    'client/publishes-to-broker',
    'database/dual-write-to-broker',
    'search/no-feed',
    'search/dual-write',
    'api-gateway/no-backend',
    'api-gateway/direct-datastore-access',
    'load-balancer/no-target',
    'queue/missing-dead-letter-queue',
    'queue/no-consumer',
    'queue/no-producer',
    'stream/no-consumer',
    'lock/bypassed-writer',
    'cache/never-read',
    'cdn/no-origin',
    'cdn/origin-bypassed',
    'topology/synchronous-cycle',
  ]);
});

test.each<{ when: string; text: string; then: readonly string[] }>([
  { when: 'a queue without a consumer', text: 'client web\nservice api\nqueue jobs\nweb -> api -> jobs', then: ['queue/no-consumer@jobs'] },
  { when: 'a wrong property', text: 'client web\nservice api\ncore-database db { rationale: "Postgres is web scale.", backup: none }\nweb -> api -> db { access: write }', then: [] },
  { when: 'what a property excuses', text: 'client web { trusted: true }\ncore-database db\nweb -> db { access: read, authorization: identity }', then: [] },
  { when: 'what the configuration leaves out', text: 'client web\nservice api\nqueue jobs\nweb -> api -> jobs\nsettings { lintConfig: { rules: { queue/no-consumer: off } } }', then: [] },
])('$when', ({ text, then }) => {
  expect(structureOf(sketch(text))).toEqual(then);
});

test.each(references)('%s: the structure of a sound design is sound, and its report is the usual one', (name) => {
  const { report, structure } = judged(reference(name));
  expect(report).toEqual(validate(reference(name)));
  expect(structure?.findings).toEqual([]);
});

test('the structure is judged only where it is asked for', () => {
  expect(judged(sketch('queue jobs'), false).structure).toBeUndefined();
});

test('what is written in the notebook, or stated, judges no drawing again', () => {
  const judge = createJudge();
  const diagram = sketch('client web\nservice api\nqueue jobs\nweb -> api -> jobs\nentity order');
  const first = judged(diagram, true, judge);
  const second = judged({ ...diagram, practice: { scenario: 'url-shortener' } }, true, judge);
  expect(second.report).toBe(first.report);
  expect(second.structure?.findings[0]).toBe(first.structure?.findings[0]);
});
