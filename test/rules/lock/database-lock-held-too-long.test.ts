import { expect, test } from 'vitest';
import { applyDiff } from '#diagram/diff.ts';
import { sketch } from '#diagram/sketch.ts';
import { fixesOf } from '#rules/fixes.ts';
import { databaseLockHeldTooLong } from '#rules/lock/database-lock-held-too-long.ts';
import { validate } from '#rules/validate.ts';
import { freshIds, testRule } from '../../support/test-rule.ts';

const checkout = (write: string, holder = '', more = ''): string => `service checkout "Checkout" { ${holder} }\ncore-database seats "Seats"\ncheckout -> seats as w { access: write, ${write} }\n${more}`;

testRule(databaseLockHeldTooLong, {
  fires: [
    { when: 'somebody fills in a form', sketch: checkout('lockHoldSeconds: 300'), primary: 'w', severity: 'warning', message: 'A database lock on Seats is held for 5 min.', related: ['checkout', 'seats'], fixes: ['Use a distributed lock instead'] },
    { when: 'it is a little too long', sketch: checkout('lockHoldSeconds: 5.1'), message: /held for 5\.1 s\.$/ },
    { when: 'there is a lock already', sketch: checkout('lockHoldSeconds: 300', '', 'distributed-lock lock "Seat lock" { ttlMs: 30000 }\ncheckout -> lock'), fixes: ['Leave it to Seat lock'] },
    { when: 'a client cannot take locks', sketch: 'client web\ncore-database db\nweb -> db as w { access: write, lockHoldSeconds: 60 }', primary: 'w', fixes: [] },
    { when: 'less may already be too much', sketch: `settings { lintConfig: { rules: { lock/database-lock-held-too-long: [warning, { maxSeconds: 1 }] } } }\n${checkout('lockHoldSeconds: 2')}` },
  ],
  silent: [
    { when: 'it is short', sketch: checkout('lockHoldSeconds: 0.05') },
    { when: 'it is just short enough', sketch: checkout('lockHoldSeconds: 5') },
    { when: 'the connection is about a migration', sketch: checkout('lockHoldSeconds: 300, rationale: "Migration at night."') },
    { when: 'the caller is about a migration', sketch: checkout('lockHoldSeconds: 300', 'rationale: "Runs schema migrations."') },
    { when: 'nothing is said', sketch: checkout('transactional: true') },
    { when: 'it is no database', sketch: 'service a\nservice b\na -> b { lockHoldSeconds: 300 }' },
  ],
});

test('the new lock lasts twice as long as the hold', () => {
  const diagram = sketch(checkout('lockHoldSeconds: 300'));
  const finding = validate(diagram).findings.find(({ rule }) => rule === databaseLockHeldTooLong.id);
  const step = finding && fixesOf(finding, diagram)[0]?.apply(diagram, freshIds());
  const after = step && applyDiff(diagram, step.diff);
  expect(after?.connections.get('w')?.properties).toEqual({ access: 'write' });
  const lock = [...(after?.components.values() ?? [])].find(({ kind }) => kind === 'distributed-lock');
  expect(lock).toMatchObject({ name: 'Seats lock', properties: { mechanism: 'redlock', independentInstances: 5, ttlMs: 600_000, granularity: 'resource' } });
});
