import type { Component, Id } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';
import { isCompute } from '#graph/roles.ts';
import { fix, set, setFix } from '../fixing.ts';
import { mentions } from '../mentions.ts';
import { componentRule, fail, type Fix, type NotStated, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';
import { consumeEdges } from './broker-terms.ts';
import { orderedPerGroup } from './queue-terms.ts';

const excuse = 'single active consumer';

/** Messages in one order for all are worked on side by side. */
export const fifoBrokenByParallelConsumers = componentRule({
  id: 'queue/fifo-broken-by-parallel-consumers',
  kinds: ['queue'],
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  acceptsRationale: 'A rationale on the queue, a consumer or its connection that says "single active consumer".',
  messages: { parallel: { text: '{count} parallel consumers finish out of order; global FIFO needs exactly one at a time.' } },
  docs: {
    what: 'A queue keeps one order for all messages, and several consumers work on them at once.',
    why: 'The queue hands messages out in order. Which of two consumers is done first, it cannot say.',
    fix: 'Keep order for each key, so that each key has one consumer at a time.',
    silentWhen: ['The queue serves a single active consumer: its product or a rationale says so.'],
    sources: ['RabbitMQ, single active consumer.'],
    question: 'Two consumers take messages one and two: what happens when two is done first?',
  },
  examples: {
    bad: 'service api\nqueue orders { ordering: fifo-global }\nworker billing { instances: 4 }\napi -> orders -> billing',
    good: 'service api\nqueue orders { ordering: fifo-global }\nworker billing { instances: 1, concurrencyPerInstance: 1 }\napi -> orders -> billing',
  },
  check(component, { graph }) {
    const { id, properties: { ordering } } = component;
    const consumers = consumersOf(graph, id);
    if (consumers.length === 0) return undefined;
    if ((ordering !== undefined && ordering !== 'fifo-global') || isExcused(graph, component)) return pass;
    const count = consumers.reduce((sum, consumer) => sum + parallelism(consumer), 0);
    if (count <= 1) return ordering === undefined ? pass : askForCopies(consumers);
    if (ordering === undefined) return notStated(id, 'ordering');
    return fail('parallel', {
      data: { count },
      related: consumers.map((consumer) => ({ id: consumer.id, role: 'consumer' })),
      witness: [id, ...consumeEdges(graph, id).filter(({ to }) => consumers.includes(to)).flatMap((edge) => [edge.id, edge.to.id])],
      evidence: [...statedEvidence(id, { ordering }), ...consumers.flatMap((consumer) => statedEvidence(consumer.id, factors(consumer)))],
    });
  },
  fixes({ primary }, { graph, diagram }): readonly Fix[] {
    const queue = diagram.components.get(primary);
    if (!queue) return [];
    const [only, ...others] = consumersOf(graph, primary);
    const oneByOne = only && others.length === 0 ? [setFix(`Let one copy of ${only.name} work on one message at a time`, 'suggest', only.id, { instances: 1, concurrencyPerInstance: 1 })] : [];
    return [fix('Keep order for each group', 'suggest', (now) => set(now, primary, orderedPerGroup(queue))), ...oneByOne];
  },
});

const consumersOf = (graph: Graph, id: Id): readonly Component[] => [...new Set(consumeEdges(graph, id).map(({ to }) => to).filter(isCompute))];

/** What multiplies to the messages in work at once: of elected leaders only one is at it. */
const factors = ({ properties: { instances, concurrencyPerInstance, leaderElection } }: Component) => (leaderElection === true ? { concurrencyPerInstance } : { instances, concurrencyPerInstance });

/** At least so many messages in work at once; what is not stated counts as one. */
const parallelism = (consumer: Component): number => Object.values(factors(consumer)).reduce<number>((product, factor) => product * Math.max(1, factor ?? 1), 1);

const isExcused = (graph: Graph, { id, properties: { technology, rationale } }: Component): boolean =>
  mentions(technology, excuse) ||
  mentions(rationale, excuse) ||
  consumeEdges(graph, id).some(({ to, connection }) => mentions(to.properties.rationale, excuse) || mentions(connection.properties.rationale, excuse));

function askForCopies(consumers: readonly Component[]): NotStated | typeof pass {
  const fields = consumers.flatMap((consumer) => unstated(factors(consumer)).map((property) => ({ record: consumer.id, property })));
  return fields.length === 0 ? pass : { verdict: 'not-stated', fields };
}
