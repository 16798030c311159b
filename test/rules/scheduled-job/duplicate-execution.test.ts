import { expect, test } from 'vitest';
import { applyDiff } from '#diagram/diff.ts';
import { sketch } from '#diagram/sketch.ts';
import { fixesOf } from '#rules/fixes.ts';
import { duplicateExecution } from '#rules/scheduled-job/duplicate-execution.ts';
import { validate } from '#rules/validate.ts';
import { freshIds, testRule } from '../../support/test-rule.ts';

const close = (job: string, more = ''): string => `scheduled-job close "Nightly close" { ${job} }\ncore-database db\nclose -> db { access: write }\n${more}`;
const fixes = ['Take a lock before each run', 'Elect a leader'];

testRule(duplicateExecution, {
  fires: [
    { when: 'nothing makes it one, and twice does harm', sketch: close('instances: 3, leaderElection: false, idempotent: false'), primary: 'close', severity: 'error', message: '3 servers will each run Nightly close.', fixes },
    { when: 'nothing is said of a leader', sketch: close('instances: 2, idempotent: false'), severity: 'warning', message: '2 servers may each run Nightly close; the diagram does not say what makes it one.', fixes },
    { when: 'nothing is said of running it twice', sketch: close('instances: 3, leaderElection: false'), severity: 'warning', message: /may each run/ },
    { when: 'nothing is said', sketch: close('instances: 3'), severity: 'warning' },
    { when: 'twice does no harm', sketch: close('instances: 3, leaderElection: false, idempotent: true'), severity: 'suggestion', fixes },
    { when: 'twice does no harm, and a leader is not mentioned', sketch: close('instances: 3, idempotent: true'), severity: 'suggestion' },
    { when: 'another job takes a lock', sketch: close('instances: 3', 'scheduled-job other { instances: 1 }\ndistributed-lock lock\nother -> lock'), primary: 'close' },
  ],
  silent: [
    { when: 'it takes a lock', sketch: close('instances: 3, leaderElection: false, idempotent: false', 'distributed-lock lock\nclose -> lock') },
    { when: 'a leader is elected', sketch: close('instances: 3, leaderElection: true, idempotent: false') },
    { when: 'a managed scheduler starts it', sketch: close('instances: 3, highAvailability: managed') },
    { when: 'one server runs it', sketch: close('instances: 1, leaderElection: false, idempotent: false') },
  ],
  notStated: [
    { when: 'the servers are open', sketch: close(''), fields: ['instances'] },
    { when: 'a leader is elected on however many', sketch: close('leaderElection: true'), fields: [] },
  ],
});

test('the lock lasts twice as long as a run', () => {
  const diagram = sketch(close('instances: 3, serviceTimeMs: 40000'));
  const [finding] = validate(diagram).findings.filter(({ rule }) => rule === duplicateExecution.id);
  const step = finding && fixesOf(finding, diagram)[0]?.apply(diagram, freshIds());
  const lock = step && [...applyDiff(diagram, step.diff).components.values()].find(({ kind }) => kind === 'distributed-lock');
  expect(lock?.properties).toEqual({ mechanism: 'etcd', independentInstances: 5, ttlMs: 80_000, granularity: 'resource', lockKeyPattern: 'job:{name}' });
});
