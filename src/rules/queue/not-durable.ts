import { carriedEntities } from '#graph/entities.ts';
import { isRedundant } from '#graph/redundancy.ts';
import { fix, set } from '../fixing.ts';
import { listed } from '../message.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { unstated } from '../unstated.ts';
import { feedingEdges, toleratesLoss } from './broker-terms.ts';
import { promisesToKeep } from './queue-terms.ts';

/** Messages die with a node of the broker. */
export const notDurable = componentRule({
  id: 'queue/not-durable',
  kinds: ['queue'],
  severity: 'error',
  category: 'durability',
  reach: 'neighbours',
  messages: {
    promised: { text: '{name} loses {entities} when a broker node fails.' },
    undeclared: { severity: 'warning', text: '{name} loses messages when a broker node fails; the diagram does not say that they may be lost.' },
  },
  docs: {
    what: 'A queue keeps its messages in memory only, or on one node.',
    why: 'The producer was told that its message is accepted, and has forgotten it. Nobody else has it.',
    fix: 'Keep messages on disk and on several nodes.',
    silentWhen: ['Losing these messages is acceptable.', 'Whoever feeds it can send again: from an outbox, or from the changes of a database.'],
    sources: ['RabbitMQ, quorum queues.'],
    question: 'The node with this queue burns down: which messages are gone?',
  },
  examples: {
    bad: 'entity order { lossTolerant: false }\nservice api\nqueue orders { durable: false }\nworker billing\napi -> orders { dataFlows: [order] }\norders -> billing',
    good: 'entity order { lossTolerant: false }\nservice api\nqueue orders { durable: true, replicas: 2 }\nworker billing\napi -> orders { dataFlows: [order] }\norders -> billing',
  },
  check(component, { graph }) {
    const { id, name, properties: { durable, replicas, highAvailability } } = component;
    const feeding = feedingEdges(graph, component);
    const canBeSentAgain = feeding.length > 0 && feeding.every(({ interaction, connection }) => interaction === 'change-data-capture' || connection.properties.outbox === true);
    if (canBeSentAgain || toleratesLoss(graph, component) === true) return pass;
    const redundant = isRedundant(component);
    if (durable !== false && redundant !== false) {
      const open = unstated({ durable, ...(redundant === undefined ? { replicas } : {}) });
      return open.length === 0 ? pass : notStated(id, ...open);
    }
    const kept = carriedEntities(graph, id).filter(({ lossTolerant }) => lossTolerant === false);
    return fail(promisesToKeep(graph, component) ? 'promised' : 'undeclared', {
      data: { name, entities: kept.length > 0 ? listed(kept.map((entity) => entity.name)) : 'messages that must not be lost' },
      related: feeding.map(({ from }) => ({ id: from.id, role: 'producer' })),
      witness: [id],
      evidence: [...statedEvidence(id, durable === false ? { durable } : {}), ...statedEvidence(id, redundant === false ? { highAvailability, replicas } : {})],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [
    fix('Keep messages on disk and on several nodes', 'auto', (diagram) => {
      const queue = diagram.components.get(primary);
      if (!queue) return diagram;
      const { replicas = 0, highAvailability } = queue.properties;
      const copies = isRedundant(queue) === true ? {} : { replicas: Math.max(2, replicas) };
      return set(diagram, primary, { durable: true, ...copies, ...(highAvailability === 'none' ? { highAvailability: 'active-passive' } : {}) });
    }),
  ],
});
