import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { fixAll } from '#rules/fix-all.ts';
import { fixesOf } from '#rules/fixes.ts';
import { rules } from '#rules/rules.ts';
import { validate } from '#rules/validate.ts';
import { reference, references } from '../support/references.ts';
import { freshIds } from '../support/test-rule.ts';

const stream = 'service api\nstream events { replicationFactor: 1 }\nworker reader\napi -> events -> reader';

describe('all safe fixes', () => {
  test('apply, and end their findings', () => {
    const { diagram, applied } = fixAll(sketch(stream), freshIds());
    expect(applied.map(({ title, finding }) => `${title}: ${finding.key}`)).toEqual(['Keep three copies and wait for two: stream/no-replication@events']);
    expect(diagram.components.get('events')?.properties).toMatchObject({ replicationFactor: 3, minInsyncReplicas: 2 });
    expect(validate(diagram).findings.map(({ rule }) => rule)).not.toContain('stream/no-replication');
  });

  test('leave accepted findings alone, until the acceptance ends', () => {
    const accepted = sketch(`${stream}\naccept stream/no-replication on events "One copy is fine here." { until: "2026-06-30" }`);
    expect(fixAll(accepted, freshIds(), { today: '2026-06-30' })).toEqual({ diagram: accepted, applied: [] });
    expect(fixAll(accepted, freshIds(), { today: '2026-07-01' }).applied.map(({ finding }) => finding.rule)).toContain('stream/no-replication');
  });

  test('leave rules alone that the diagram switches off', () => {
    const off = sketch(`${stream}\nsettings { lintConfig: { rules: { stream/no-replication: off } } }`);
    expect(fixAll(off, freshIds()).applied).toEqual([]);
  });

  test('that are none leave the very same diagram', () => {
    const diagram = sketch('client web\nservice api\nweb -> api');
    expect(fixAll(diagram, freshIds()).diagram).toBe(diagram);
  });

  test('work together on one diagram', () => {
    const { applied, diagram } = fixAll(sketch(`${stream}\nservice a\nreader -> nobody as broken\naccept queue/no-consumer on api "Nothing to accept here."`), freshIds());
    expect(applied.map(({ finding }) => finding.rule).sort()).toEqual(['model/dangling-connection', 'model/unused-suppression', 'stream/no-replication']);
    expect(diagram.connections.has('broken')).toBe(false);
    expect(diagram.suppressions.size).toBe(0);
  });
});

/** Open findings that have a safe fix. */
const fixable = (diagram: ReturnType<typeof sketch>): string[] =>
  validate(diagram).findings.filter((finding) => fixesOf(finding, diagram).some(({ kind, completes }) => kind === 'auto' && completes !== false)).map(({ key }) => key);

describe('a fixed point', () => {
  test.each([...rules.flatMap(({ id, examples }): [string, () => ReturnType<typeof sketch>][] => [[id, () => sketch(examples.bad)]]), ...references.map((name): [string, () => ReturnType<typeof sketch>] => [name, () => reference(name)])])('is reached from %s', (_, draw) => {
    const before = draw();
    const errors = (diagram: ReturnType<typeof sketch>): number => validate(diagram).findings.filter(({ severity }) => severity === 'error').length;
    const once = fixAll(before, freshIds());
    expect(fixAll(once.diagram, freshIds()).applied, 'nothing left to do').toEqual([]);
    expect(errors(once.diagram), 'no new error').toBeLessThanOrEqual(errors(before));
    if (once.applied.length === 0) expect(fixable(before).length, 'what is not applied is not safe').toBeLessThanOrEqual(1);
  });
});
