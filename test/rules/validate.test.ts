import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '#catalog/kinds.ts';
import { deleteRecords } from '#diagram/commands/delete-records.ts';
import { moveRecords } from '#diagram/commands/move-records.ts';
import { setName } from '#diagram/commands/set-name.ts';
import { setProperties } from '#diagram/commands/set-properties.ts';
import { setSettings } from '#diagram/commands/set-settings.ts';
import { type Diagram, emptyDiagram } from '#diagram/diagram.ts';
import { applyDiff } from '#diagram/diff.ts';
import { sketch } from '#diagram/sketch.ts';
import type { Transaction } from '#diagram/transaction.ts';
import { readDiagram } from '#formats/json/read.ts';
import { createValidator, validate } from '#rules/validate.ts';

const shop = 'client web\nservice api { instances: 1 }\nqueue jobs "Jobs"\nworker mailer\ncore-database db { replicas: 0 }\nweb -> api -> jobs -> mailer\napi -> db';

describe('a report', () => {
  test('says nothing of an empty diagram', () => {
    expect(validate(emptyDiagram)).toEqual({ findings: [], accepted: [], questions: [] });
  });

  test('tells the worst first, then along the flow', () => {
    const ranks = validate(sketch(`${shop}\ndistributed-lock l { ttlMs: none }\napi -> l`)).findings.map(({ severity }) => ['error', 'warning', 'suggestion'].indexOf(severity));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(ranks[0]).toBe(0);
  });

  test('moving a box changes nothing, not even the report object', () => {
    const diagram = sketch(shop);
    const check = createValidator();
    const before = check(diagram);
    const moved = moveRecords(diagram, { ids: ['jobs'], by: { x: 300, y: 40 } });
    expect(check(applyDiff(diagram, moved?.diff ?? {}))).toBe(before);
  });

  test('a dropped component adds an orphan at most', () => {
    for (const { id } of kinds) {
      const added = validate(sketch(`${shop}\n${id} dropped "Dropped"`)).findings.filter((finding) => finding.primary === 'dropped');
      expect(added.map(({ rule }) => rule)).toEqual(['model/orphan-component']);
    }
  });

  test('names that repeat a rule of objects do no harm', () => {
    expect(() => validate(sketch('service constructor\nqueue toString\nconstructor -> toString\naccept constructor on toString "A long reason."'))).not.toThrow();
  });
});

describe('configuration', () => {
  const severityOf = (config: string, rule: string): string | undefined => validate(sketch(`settings { lintConfig: ${config} }\n${shop}`)).findings.find((finding) => finding.rule === rule)?.severity;

  test.each([
    ['{ preset: recommended }', 'warning'],
    ['{ preset: off }', undefined],
    ['{ rules: { queue/missing-dead-letter-queue: off } }', undefined],
    ['{ rules: { queue/missing-dead-letter-queue: error } }', 'error'],
    ['{ rules: { queue/missing-dead-letter-queue: suggestion } }', 'suggestion'],
    ['{ rules: { queue/missing-dead-letter-queue: [error, {}] } }', 'error'],
    ['{ preset: off, rules: { queue/missing-dead-letter-queue: warning } }', 'warning'],
  ])('%s makes it %s', (config, severity) => {
    expect(severityOf(config, 'queue/missing-dead-letter-queue')).toBe(severity);
  });

  test('a lower setting caps every variant, strict and coach raise theirs', () => {
    expect(severityOf('{ preset: strict }', 'model/undeclared-key-properties')).toBe('warning');
    expect(severityOf('{ preset: interview-coach }', 'rationale/missing-database-rationale')).toBe('warning');
    expect(severityOf('{ rules: { database/no-redundancy: suggestion } }', 'database/no-redundancy')).toBe('suggestion');
  });

  test('a coach asks what others suggest, and says what is more than that', () => {
    const said = (config: string, id: string): string | undefined => validate(sketch(`settings { lintConfig: ${config} }\nclient web\nqueue jobs "email jobs"\nworker mailer\nweb -> jobs -> mailer`)).findings.find(({ rule }) => rule === id)?.message;
    expect(said('{ preset: interview-coach }', 'model/undeclared-key-properties')).toBe('web: What does this component promise?');
    expect(said('{ preset: interview-coach }', 'queue/missing-dead-letter-queue')).toBe(said('{}', 'queue/missing-dead-letter-queue'));
  });

  test('an option changes what counts as large', () => {
    const files = (config: string): number =>
      validate(sketch(`settings { lintConfig: ${config} }\nservice api\ncore-database db\napi -> db { access: write, requestBytes: 2000 }`)).findings.filter(({ rule }) => rule === 'database/blob-in-database').length;
    expect([files('{}'), files('{ rules: { database/blob-in-database: [warning, { minBytes: 1000 }] } }')]).toEqual([0, 1]);
  });
});

describe('acceptance', () => {
  const reason = '"Loss of a reminder is acceptable."';
  test.each([
    ['the rule on the component', 'accept queue/missing-dead-letter-queue on jobs', true],
    ['its group', 'accept queue/* on jobs', true],
    ['a boundary around it', 'boundary vpc [jobs]\naccept queue/missing-dead-letter-queue on vpc', true],
    ['a boundary around the boundary', 'boundary vpc [jobs]\nboundary region [vpc]\naccept queue/missing-dead-letter-queue on region', true],
    ['all rules at once, which is not allowed', 'accept * on jobs', false],
    ['another component', 'accept queue/missing-dead-letter-queue on mailer', false],
    ['another boundary', 'boundary vpc [mailer]\naccept queue/missing-dead-letter-queue on vpc', false],
  ])('%s', (_, acceptance, isAccepted) => {
    const report = validate(sketch(`${shop}\n${acceptance} ${reason}`));
    expect(report.accepted.some(({ rule, acceptedBecause }) => rule === 'queue/missing-dead-letter-queue' && acceptedBecause !== undefined)).toBe(isAccepted);
    expect(report.findings.some(({ rule }) => rule === 'queue/missing-dead-letter-queue')).toBe(!isAccepted);
  });
});

/** One random edit of a diagram. */
function edit(diagram: Diagram, pick: number, what: number): Transaction | null {
  const components = [...diagram.components.values()];
  const connections = [...diagram.connections.keys()];
  const component = components[pick % Math.max(1, components.length)];
  const connection = connections[pick % Math.max(1, connections.length)];
  if (!component || connection === undefined) return null;
  const choices: (() => Transaction | null)[] = [
    () => setProperties(diagram, { ids: [component.id], values: { instances: (what % 3) + 1, replicas: what % 2, highAvailability: undefined } }),
    () => setProperties(diagram, { ids: [connection], values: { access: what % 2 ? 'read' : 'write', critical: what % 5 !== 0, lossTolerant: what % 3 === 0 ? undefined : false } }),
    () => moveRecords(diagram, { ids: [component.id], by: { x: what, y: 3 } }),
    () => setName(diagram, { id: what % 2 ? component.id : connection, name: ['Orders', '/search', 'cmd: pay', component.name][what % 4] ?? '' }),
    () => setProperties(diagram, { ids: [connection], values: { timeoutMs: what, maxAttempts: what % 6, peakRps: what % 3 ? what * 10 : undefined, callsPerRequest: undefined } }),
    () => setProperties(diagram, { ids: [component.id], values: { technology: 'Redis', ttlSeconds: what, perInstanceRps: what % 4 ? what : undefined, latencyP99Ms: what, websocketSupport: false } }),
    () => deleteRecords(diagram, { ids: [what % 2 ? component.id : connection] }),
    () => setSettings(diagram, { values: { availabilityTarget: what % 2 ? 0.9 : 0.999 } }),
    () => setProperties(diagram, { ids: [component.id], values: { isDeadLetterQueue: what % 2 === 0, poisonMessagePolicy: 'drop', ttlMs: 'none', inScope: what % 7 !== 0 } }),
  ];
  return choices[what % choices.length]?.() ?? null;
}

test('after any edits, what is remembered says the same as a full run', () => {
  const names = fs.readdirSync('test/fixtures/reference');
  fc.assert(
    fc.property(fc.nat(names.length - 1), fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 12 }), (which, edits) => {
      const file = readDiagram(fs.readFileSync(`test/fixtures/reference/${names[which]}`, 'utf8'));
      if (!file.ok) throw new Error('A reference does not open.');
      const check = createValidator();
      let diagram = file.value;
      check(diagram);
      for (const [pick, what] of edits) {
        diagram = applyDiff(diagram, edit(diagram, pick, what)?.diff ?? {});
        expect(check(diagram)).toEqual(validate(diagram));
      }
    }),
    { numRuns: 60 },
  );
});
