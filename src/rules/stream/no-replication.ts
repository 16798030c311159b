import { setFix } from '../fixing.ts';
import { toleratesLoss } from '../queue/broker-terms.ts';
import { componentRule, fail, type Fix, notStated, pass } from '../rule.ts';

/** A stream keeps one copy of each event. */
export const noReplication = componentRule({
  id: 'stream/no-replication',
  kinds: ['stream'],
  severity: 'error',
  category: 'durability',
  reach: 'neighbours',
  messages: { single: { text: '{name} keeps one copy of each event; a broker failure loses events and stops the partition.' } },
  docs: {
    what: 'The replication factor of a stream is 1.',
    why: "Surviving a broker is the point of replication. Kafka's own default is one copy.",
    fix: 'Keep three copies, two of them in sync, and let producers wait for all.',
    silentWhen: ['The provider sees to it: a managed stream.'],
    sources: ['apache/kafka, default configuration.'],
    question: 'How many copies of an event are there?',
  },
  examples: {
    bad: 'service api\nstream events { replicationFactor: 1 }\nworker reader\napi -> events -> reader',
    good: 'service api\nstream events { replicationFactor: 3 }\nworker reader\napi -> events -> reader',
  },
  check(component, { graph }) {
    const { replicationFactor, highAvailability } = component.properties;
    if (highAvailability === 'managed') return pass;
    if (replicationFactor === undefined) return notStated(component.id, 'replicationFactor');
    if (replicationFactor > 1) return pass;
    return fail('single', {
      ...(toleratesLoss(graph, component) === true ? { severity: 'warning' } : {}),
      data: { name: component.name },
      witness: [component.id],
      evidence: [{ record: component.id, property: 'replicationFactor', value: replicationFactor }],
    });
  },
  fixes: ({ primary }): readonly Fix[] => [setFix('Keep three copies and wait for two', 'auto', primary, { replicationFactor: 3, minInsyncReplicas: 2, producerAcks: 'all' })],
});
