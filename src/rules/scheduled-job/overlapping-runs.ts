import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { takesLock } from './job-terms.ts';

/** A run may start while the last one still goes on. */
export const overlappingRuns = componentRule({
  id: 'scheduled-job/overlapping-runs',
  kinds: ['scheduled-job'],
  severity: 'suggestion',
  category: 'correctness',
  reach: 'neighbours',
  messages: { overlap: { text: 'What if {name} is still running when the next run starts?' } },
  docs: {
    what: 'Nothing keeps two runs of a job apart.',
    why: 'On the day when there is much to do, a run outlasts the interval. Then two of them work on the same data, and slow runs pile up.',
    fix: 'Forbid overlapping runs.',
    silentWhen: ['Running it twice does no harm.', 'The job takes a lock.', 'The new run replaces the old one.'],
    sources: ['Kubernetes documentation, CronJob concurrency policy.'],
    question: 'What happens when a run takes longer than the interval?',
  },
  examples: {
    bad: 'scheduled-job close { instances: 1, overlapPolicy: allow }\ncore-database db\nclose -> db { access: write }',
    good: 'scheduled-job close { instances: 1, overlapPolicy: forbid }\ncore-database db\nclose -> db { access: write }',
  },
  check(component, { graph }) {
    const { overlapPolicy, idempotent } = component.properties;
    if (overlapPolicy === 'forbid' || overlapPolicy === 'replace' || idempotent === true || takesLock(graph, component)) return pass;
    return fail('overlap', { data: { name: component.name }, witness: [component.id], evidence: statedEvidence(component.id, { overlapPolicy, idempotent }) });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Forbid overlapping runs', 'auto', primary, { overlapPolicy: 'forbid' })],
});
