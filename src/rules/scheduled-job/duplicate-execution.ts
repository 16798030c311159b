import { addBeside, addConnection, fix, setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { takesLock } from './job-terms.ts';

const usualRun = 15_000;

/** Each of several servers starts the job. */
export const duplicateExecution = componentRule({
  id: 'scheduled-job/duplicate-execution',
  kinds: ['scheduled-job'],
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    each: { severity: 'error', text: '{count} servers will each run {name}.' },
    perhaps: { text: '{count} servers may each run {name}; the diagram does not say what makes it one.' },
  },
  docs: {
    what: 'A job is scheduled on several servers, and neither a lock nor a leader decides which of them runs it.',
    why: 'The clock strikes on every server. Without a lock all of them send the same mails and close the same books.',
    fix: 'Take a lock before the run, or elect a leader.',
    silentWhen: ['A leader is elected.', 'A managed scheduler starts it.', 'The job takes a lock.'],
    sources: ['Google SRE book, distributed periodic scheduling with cron.'],
    question: 'Which of these servers runs the job, and what keeps the others from it?',
  },
  examples: {
    bad: 'scheduled-job close { instances: 3, leaderElection: false, idempotent: false, overlapPolicy: forbid }\ncore-database db\nclose -> db { access: write }',
    good: 'scheduled-job close { instances: 3, overlapPolicy: forbid }\ncore-database db\ndistributed-lock lock { mechanism: etcd, independentInstances: 5, ttlMs: 30000 }\nclose -> db { access: write, conditionalWrite: true }\nclose -> lock',
  },
  check(component, { graph }) {
    const { instances, leaderElection, idempotent, highAvailability } = component.properties;
    if (leaderElection === true || highAvailability === 'managed' || takesLock(graph, component)) return pass;
    if (instances === undefined) return notStated(component.id, 'instances');
    if (instances < 2) return pass;
    return fail(leaderElection === false && idempotent === false ? 'each' : 'perhaps', {
      ...(idempotent === true ? { severity: 'suggestion' } : {}),
      data: { name: component.name, count: instances },
      witness: [component.id],
      evidence: statedEvidence(component.id, { instances, leaderElection, idempotent }),
    });
  },
  fixes: ({ primary }, { diagram }): readonly Fix[] => {
    const job = diagram.components.get(primary);
    if (!job) return [];
    const { latencyP99Ms, serviceTimeMs } = job.properties;
    const ttlMs = 2 * (latencyP99Ms || serviceTimeMs || usualRun);
    return [
      fix('Take a lock before each run', 'suggest', (now, freshId) => {
        const id = freshId();
        const values = { mechanism: 'etcd', independentInstances: 5, ttlMs, granularity: 'resource', lockKeyPattern: 'job:{name}' };
        const added = addBeside(now, { id, kind: 'distributed-lock', name: `${job.name} lock`, values, anchor: primary, direction: 'below' });
        return addConnection(added, freshId(), primary, id, 'acquire-lock');
      }),
      setFix('Elect a leader', 'suggest', primary, { leaderElection: true }),
    ];
  },
});
