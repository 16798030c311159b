import { quantity } from '#catalog/wording.ts';
import { isPersistent, isRequest } from '#graph/access.ts';
import { clientPathOver, isOnClientPath } from '#graph/client-path.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { fix } from '../fixing.ts';
import { connectionRule, fail, type Fix, type NotStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { canPublish, laterByQueue } from './through-queue.ts';

/** Users wait for work that takes its time. */
export const slowWorkInRequestPath = connectionRule({
  id: 'connection/slow-work-in-request-path',
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  messages: {
    slow: { text: 'Users wait for {to} ({time}).' },
    worker: { text: 'Users wait for {to}: {from} calls this worker and stays until it is done.' },
  },
  docs: {
    what: 'A request of a user leads to slow work, and the answer waits for it.',
    why: 'Slow work holds a slot at every component before it. Few of them at once are enough to block all others.',
    fix: 'Put a job into a queue, answer with its id, and let the client ask again or be told.',
    silentWhen: ['The latency target of the diagram allows that much.', 'The connection stays open.', 'The request succeeds without the call.', 'Nobody stated how long it takes.'],
    sources: ['Google SRE book, addressing cascading failures.'],
    question: 'How long does this take, and must the user stay for it?',
  },
  options: { ms: { default: 1000, help: 'From how many milliseconds on work counts as slow.' } },
  examples: {
    bad: 'client web\nservice api\nservice transcoder { latencyP50Ms: 30000 }\nweb -> api -> transcoder { timeoutMs: 60000 }',
    good: 'client web\nservice api\nqueue jobs\nservice transcoder { latencyP50Ms: 30000 }\nqueue failed { isDeadLetterQueue: true }\nweb -> api { timeoutMs: 1000 }\napi -> jobs -> transcoder\njobs -> failed { interaction: dead-letter }',
  },
  check({ id }, { graph, diagram, option }) {
    const edge = graph.edge(id);
    if (!edge || !isAwaitedWork(graph, edge)) return undefined;
    const time = busyTime(edge);
    const { latencyTargetP99Ms } = diagram.settings;
    if (isPersistent(edge) === true || (time !== undefined && latencyTargetP99Ms !== undefined && latencyTargetP99Ms >= time)) return pass;
    const isSlow = time !== undefined && time >= option('ms');
    const { synchrony } = edge.connection.properties;
    if (!isSlow && !(edge.to.kind === 'worker' && synchrony === 'sync')) return openFacts(edge);
    const { latencyP50Ms, serviceTimeMs } = edge.to.properties;
    return fail(isSlow ? 'slow' : 'worker', {
      data: { from: edge.from.name, to: edge.to.name, time: quantity(time ?? 0, 'ms') },
      related: [
        { id: edge.to.id, role: 'slow work' },
        { id: edge.from.id, role: 'caller' },
      ],
      witness: clientPathOver(graph, edge),
      evidence: [...statedEvidence(edge.to.id, latencyP50Ms === undefined ? { serviceTimeMs } : { latencyP50Ms }), ...statedEvidence(id, { synchrony })],
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = graph.edge(primary);
    return edge && canPublish(edge) ? [fix(`Put ${edge.to.name} behind a queue`, 'suggest', (diagram, freshId) => laterByQueue(diagram, freshId, edge))] : [];
  },
});

/** Whether users wait for a call to something that does work of its own. */
const isAwaitedWork = (graph: Graph, edge: Edge): boolean =>
  isRequest(edge) && edge.connection.properties.critical !== false && (isOftenSlow(edge) || edge.to.kind === 'service') && isOnClientPath(graph, edge);

const isOftenSlow = ({ to }: Edge): boolean => to.kind === 'worker' || to.kind === 'external-system';

/** How long the target usually takes, in milliseconds. */
const busyTime = ({ to: { properties } }: Edge): number | undefined => properties.latencyP50Ms ?? properties.serviceTimeMs;

/** Of workers and systems of others one asks how long they take; services are usually quick. */
function openFacts(edge: Edge): NotStated | typeof pass {
  const time = isOftenSlow(edge) && busyTime(edge) === undefined ? [{ record: edge.to.id, property: 'latencyP50Ms' }] : [];
  const synchrony = edge.to.kind === 'worker' && edge.connection.properties.synchrony === undefined ? [{ record: edge.id, property: 'synchrony' }] : [];
  const fields = [...time, ...synchrony];
  return fields.length === 0 ? pass : { verdict: 'not-stated', fields };
}
