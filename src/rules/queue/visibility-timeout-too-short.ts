import type { Component, Id } from '#diagram/diagram.ts';
import { quantity } from '#catalog/wording.ts';
import type { Graph } from '#graph/graph.ts';
import { severities, severityRank } from '../configuration.ts';
import type { Severity } from '../finding.ts';
import { setFix } from '../fixing.ts';
import { componentRule, fail, type Fix, type NotStated, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { consumeEdges } from './broker-terms.ts';

const longestTimeout = 43_200;

/** A message comes back while somebody still works on it. */
export const visibilityTimeoutTooShort = componentRule({
  id: 'queue/visibility-timeout-too-short',
  kinds: ['queue'],
  severity: 'error',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    twice: { text: 'Messages of {name} reappear after {timeout} s while {worker} may need {p99} s: they are processed twice.' },
    undeclared: { severity: 'warning', text: 'Messages of {name} reappear after {timeout} s, {worker} may need {p99} s; the diagram does not say that it extends.' },
  },
  docs: {
    what: 'A queue hides a message for less than twice the time that its slow jobs take.',
    why: 'When the time is up, a second consumer starts the same job while the first one is still at it.',
    fix: 'Hide messages for longer, or let long jobs ask for more time while they run.',
    silentWhen: ['The consumer extends the time of a message while it works.'],
    sources: ['AWS, SQS visibility timeout.'],
    question: 'How long does the slowest job take, and how long is its message hidden?',
  },
  examples: {
    bad: 'service api\nqueue jobs { visibilityTimeoutSeconds: 30 }\nworker renderer { processingP99Seconds: 90, extendsVisibility: false }\napi -> jobs -> renderer',
    good: 'service api\nqueue jobs { visibilityTimeoutSeconds: 360 }\nworker renderer { processingP99Seconds: 60, extendsVisibility: false }\napi -> jobs -> renderer',
  },
  check({ id, name, properties: { visibilityTimeoutSeconds: timeout } }, { graph }) {
    const holders = holdersOf(graph, id);
    const jobs = holders.flatMap((worker) => jobOf(worker) ?? []);
    if (timeout === undefined) return jobs.length > 0 ? notStated(id, 'visibilityTimeoutSeconds') : undefined;
    const slow = jobs
      .flatMap((job) => {
        const severity = severityOf(job, timeout);
        return severity === undefined ? [] : [{ ...job, severity }];
      })
      .toSorted((a, b) => severityRank(b.severity) - severityRank(a.severity) || b.p99 - a.p99);
    const [worst] = slow;
    if (!worst) return askForTimes(holders);
    const { worker, p99, severity } = worst;
    return fail(worker.properties.extendsVisibility === undefined ? 'undeclared' : 'twice', {
      severity,
      data: { name, timeout, worker: worker.name, p99 },
      related: slow.map((job) => ({ id: job.worker.id, role: 'slow consumer' })),
      witness: [id, ...consumeEdges(graph, id).filter(({ to }) => to.id === worker.id).slice(0, 1).map((edge) => edge.id), worker.id],
      evidence: [...statedEvidence(id, { visibilityTimeoutSeconds: timeout }), ...slow.flatMap((job) => statedEvidence(job.worker.id, { processingP99Seconds: job.p99 }))],
    });
  },
  fixes({ primary }, { graph }): readonly Fix[] {
    const slowest = Math.max(0, ...holdersOf(graph, primary).map(({ properties }) => properties.processingP99Seconds ?? 0));
    const timeout = Math.min(longestTimeout, 6 * slowest);
    return timeout < 2 * slowest ? [] : [setFix(`Hide messages for ${quantity(timeout, 's')}`, 'auto', primary, { visibilityTimeoutSeconds: timeout })];
  },
});

interface Job {
  readonly worker: Component;
  readonly p99: number;
}

/** Consumers that keep a message no longer than the queue hides it: those that do not say that they extend the time. */
const holdersOf = (graph: Graph, id: Id): readonly Component[] =>
  [...new Set(consumeEdges(graph, id).map(({ to }) => to))].filter(({ properties }) => properties.extendsVisibility !== true);

const jobOf = (worker: Component): Job | undefined => (worker.properties.processingP99Seconds === undefined ? undefined : { worker, p99: worker.properties.processingP99Seconds });

/** How bad it is; one step less while the consumer does not say whether it extends the time. Undefined where there is time enough. */
function severityOf({ worker, p99 }: Job, timeout: number): Severity | undefined {
  const severity = timeout <= p99 ? 'error' : timeout < 2 * p99 ? 'warning' : undefined;
  if (!severity) return undefined;
  return worker.properties.extendsVisibility === undefined ? severities[severityRank(severity) - 1] : severity;
}

/** Only workers state how long a job takes. */
function askForTimes(consumers: readonly Component[]): NotStated | typeof pass {
  const open = consumers.filter(({ kind, properties }) => kind === 'worker' && properties.processingP99Seconds === undefined);
  return open.length === 0 ? pass : { verdict: 'not-stated', fields: open.map(({ id }) => ({ record: id, property: 'processingP99Seconds' })) };
}
